import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import { type Standing, standingOf } from '../../../src/wealth/rules/review.js';
import type { Content, Review } from '../../../src/wealth/types.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { byline, contentBlocks } from './content.js';
import { ruleText } from './rule.js';

export const LANDMARK = '🌾';

/** What it says now; `null`: not for these eyes. */
export const contentOf = ({ dossier }: Drawing): Content | null =>
  dossier.versions?.at(-1)?.content ?? null;

export const about = ({ dossier }: Pick<Drawing, 'dossier'>) => ({
  contribution: dossier.contribution.number,
});

export const headline = (drawing: Drawing): Inline[] => {
  const { number } = drawing.dossier.contribution;
  const { locale } = drawing;
  return [`R-${number} · ${contentOf(drawing)?.what ?? say(locale, 'wealth.hidden')}`];
};

const standing = ({ dossier }: Drawing): Standing =>
  standingOf(dossier.reviews, dossier.contribution);

/** The living card of a contribution: what was given, and where the others' look is. */
export function contributionCard(drawing: Drawing): View | null {
  const content = contentOf(drawing);
  if (!content) return null;
  const { dossier, locale } = drawing;
  const { contribution, context } = dossier;
  return view({
    title: headline(drawing),
    landmark: LANDMARK,
    reference: `R-${contribution.number}`,
    audience: 'room',
    blocks: [
      note(...byline(drawing, contribution, content, context)),
      ...contentBlocks(drawing, content),
      ...standingBlocks(drawing),
      note(...rich(locale, 'wealth.rule', { rule: ruleText(context.rule, locale) })),
    ],
    actions: [
      ...lookActions(drawing),
      marked('🔎', button(say(locale, 'card.more'), act('wealth.show', about(drawing)))),
    ],
  });
}

/** Where it stands, in sentences. */
export function standingBlocks(drawing: Drawing): Block[] {
  const { locale, dossier, now } = drawing;
  const { contribution, period } = dossier;
  const { validations, figures, questions } = standing(drawing);
  const frozen = period?.closedAt
    ? [note(...rich(locale, 'wealth.frozen', { at: moment(drawing, period.closedAt) }))]
    : [];
  const said = [
    ...figures.map((figure) => text(...figureLine(drawing, figure))),
    ...questions.map((question) => text(...questionLine(drawing, question))),
  ];
  const { state, silentAt } = contribution;
  const silent = silentAt !== null && silentAt > now && figures.length + questions.length === 0;
  const names = formatList(
    validations.map(({ member }) => nameOf(drawing, member)),
    locale,
  );
  switch (state) {
    case 'validated':
      return [
        text(
          ...(validations.length > 0
            ? rich(locale, 'wealth.state.validated', { names })
            : rich(locale, 'wealth.state.validated.alone')),
        ),
        ...said,
        ...frozen,
      ];
    case 'declared':
      return [
        text(...rich(locale, 'wealth.state.declared', { count: validations.length, names })),
        ...said,
        ...(silent && !period?.closedAt
          ? [note(...rich(locale, 'wealth.silent-at', { at: moment(drawing, silentAt) }))]
          : []),
        ...frozen,
      ];
    default: {
      const fill = { name: nameOf(drawing, contribution.member) };
      return [text(...rich(locale, `wealth.state.${state}`, fill)), ...frozen];
    }
  }
}

const moment = ({ community: { zone }, locale, now }: Drawing, at: Date): string =>
  formatMoment(at, { zone, locale, now });

export const figureLine = (drawing: Drawing, { member, quantity, text: why }: Review): Inline[] =>
  rich(drawing.locale, 'wealth.figure', {
    name: nameOf(drawing, member),
    quantity: quantity ? formatQuantity(quantity, drawing.locale) : '?',
    reason: why,
  });

export const questionLine = (drawing: Drawing, { member, text: question }: Review): Inline[] =>
  rich(drawing.locale, 'wealth.question', { name: nameOf(drawing, member), question });

/** What others may say of it, as long as it can move. */
export function lookActions(drawing: Drawing): Action[] {
  const { dossier, locale } = drawing;
  const { state } = dossier.contribution;
  if (dossier.period?.closedAt || (state !== 'declared' && state !== 'validated')) return [];
  const fields = about(drawing);
  const undo = act('wealth.unreview', fields);
  const validate = button(
    say(locale, 'wealth.look.validate'),
    act('wealth.validate', fields),
    state === 'declared' ? 'primary' : 'plain',
  );
  return [
    { ...marked('✅', validate), ballot: { secret: false, undo } },
    marked('❓', button(say(locale, 'wealth.look.question'), act('wealth.question', fields))),
    button(say(locale, 'wealth.look.figure'), act('wealth.figure', fields)),
  ];
}
