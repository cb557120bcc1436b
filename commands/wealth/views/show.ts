import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import * as policy from '../../../src/wealth/policy.js';
import type { Review, Version } from '../../../src/wealth/types.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, dayText, nameOf } from '../drawing.js';
import { contextTyped, natureName } from '../params.js';
import {
  about,
  contentOf,
  figureLine,
  headline,
  LANDMARK,
  lookActions,
  questionLine,
  standingBlocks,
} from './card.js';
import { byline, contentBlocks } from './content.js';
import { ruleText } from './rule.js';

/** Everything of a contribution, its history included, for one reader. */
export function contributionPage(drawing: Drawing): View {
  const { dossier, locale, reader } = drawing;
  const { contribution, context, versions, reviews } = dossier;
  const content = contentOf(drawing);
  const own = reader !== null && policy.isOwn(reader.id, contribution);
  return view({
    title: headline(drawing),
    landmark: LANDMARK,
    reference: `R-${contribution.number}`,
    blocks: [
      ...(content
        ? [
            note(...byline(drawing, contribution, content, context)),
            ...contentBlocks(drawing, content),
          ]
        : [text(say(locale, `wealth.hidden.${context.rule.sees}`, { name: context.name }))]),
      ...standingBlocks(drawing),
      ...history(drawing, versions ?? []),
      ...talk(drawing, reviews),
      note(...rich(locale, 'wealth.rule', { rule: ruleText(context.rule, locale) })),
    ],
    actions: [
      ...(own || !content ? [] : lookActions(drawing)),
      ...ownActions(drawing),
      button(context.name, act('wealth.context', { context: contextTyped(context) })),
    ],
  });
}

const list = (items: readonly Inline[][]): Block => ({
  type: 'rich',
  content: [
    {
      ...{ type: 'list', ordered: false },
      items: items.map((children): RichBlock[] => [{ type: 'paragraph', children }]),
    },
  ],
});

/** What it said before: nothing is erased. */
function history(drawing: Drawing, versions: readonly Version[]): Block[] {
  const { locale } = drawing;
  if (versions.length < 2) return [];
  const lines = versions.slice(0, -1).map(({ version, content }): Inline[] => {
    const quantity = formatQuantity(content.quantity, locale);
    const fill = { version, quantity, what: content.what, day: dayText(content.day, drawing) };
    return rich(locale, 'wealth.version', { ...fill, nature: natureName(content.nature, locale) });
  });
  return [text({ type: 'strong', children: [say(locale, 'wealth.history')] }), list(lines)];
}

/** Everything said of it, in order. */
function talk(drawing: Drawing, reviews: readonly Review[]): Block[] {
  const { locale } = drawing;
  if (reviews.length === 0) return [];
  const lines = reviews.map((review) => sentence(drawing, review));
  return [text({ type: 'strong', children: [say(locale, 'wealth.talk')] }), list(lines)];
}

function sentence(drawing: Drawing, review: Review): Inline[] {
  const { locale } = drawing;
  const name = nameOf(drawing, review.member);
  switch (review.kind) {
    case 'question':
      return questionLine(drawing, review);
    case 'answer':
      return rich(locale, 'wealth.answer', { name, answer: review.text });
    case 'figure':
      return figureLine(drawing, review);
    case 'validate':
      return rich(locale, 'wealth.said.validated', { name, version: review.version });
    case 'none':
      return rich(locale, 'wealth.said.none', { name });
  }
}

/** What the person it is about may do. */
export function ownActions(drawing: Drawing): Action[] {
  const { dossier, locale, reader } = drawing;
  const { contribution, period, reviews } = dossier;
  if (!reader || reader.id !== contribution.member) return [];
  const fields = about(drawing);
  const { state } = contribution;
  const gesture = (name: 'correct' | 'feel' | 'withdraw' | 'restore' | 'confirm' | 'decline') =>
    button(say(locale, `wealth.own.${name}`), act(`wealth.${name}`, fields));
  if (state === 'withdrawn' || state === 'declined') {
    return period?.closedAt ? [] : [gesture('restore')];
  }
  if (state === 'proposed') return [gesture('confirm'), gesture('correct'), gesture('decline')];
  if (period?.closedAt) return [gesture('correct')];
  const answered = new Set(reviews.map(({ replyTo }) => replyTo));
  const open = reviews.filter(
    ({ kind, position }) => kind === 'question' && !answered.has(position),
  );
  return [
    ...open.map(({ position }) =>
      button(
        say(locale, 'wealth.own.answer'),
        act('wealth.answer', { ...fields, question: position }),
      ),
    ),
    gesture('correct'),
    gesture('feel'),
    gesture('withdraw'),
  ];
}
