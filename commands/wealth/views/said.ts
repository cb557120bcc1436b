import type { Json } from '../../../src/kernel/json.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import { standingOf } from '../../../src/wealth/rules/review.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { about, contentOf, figureLine, LANDMARK, lookActions, questionLine } from './card.js';
import { byline, contentBlocks } from './content.js';
import { ownActions } from './show.js';

/** Private words about one contribution, to whom it concerns. */

type Params = Readonly<Record<string, Json>>;

const seeIt = (drawing: Drawing) =>
  button(say(drawing.locale, 'card.more'), act('wealth.show', about(drawing)));

/** Still waits for this reader's look. */
function waitsForLook({ dossier, reader }: Drawing): boolean {
  const { contribution, reviews, period } = dossier;
  if (period?.closedAt || contribution.state !== 'declared') return false;
  const { validations, figures } = standingOf(reviews, contribution);
  return ![...validations, ...figures].some(({ member }) => member === reader?.id);
}

/** To one whose turn it is to look. */
export function lookAt(drawing: Drawing): View | null {
  const content = contentOf(drawing);
  if (!content || !waitsForLook(drawing)) return null;
  const { dossier, locale } = drawing;
  const { contribution, context } = dossier;
  const name = nameOf(drawing, contribution.member);
  return view({
    title: [say(locale, 'wealth.ask.title', { number: contribution.number, what: content.what })],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [
      note(...byline(drawing, contribution, content, context)),
      ...contentBlocks(drawing, content),
      text(say(locale, 'wealth.ask', { name })),
    ],
    actions: [...lookActions(drawing), seeIt(drawing)],
  });
}

/** To the person somebody wrote it for. */
export function confirm(drawing: Drawing): View | null {
  const content = contentOf(drawing);
  const { dossier, locale } = drawing;
  const { contribution, context } = dossier;
  if (!content || contribution.state !== 'proposed') return null;
  return view({
    title: [
      say(locale, 'wealth.confirm.title', { number: contribution.number, what: content.what }),
    ],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [
      note(...byline(drawing, contribution, content, context)),
      ...contentBlocks(drawing, content),
      text(say(locale, 'wealth.confirm', { name: nameOf(drawing, contribution.author) })),
    ],
    actions: ownActions(drawing),
  });
}

/** To the person it is about: somebody asks. */
export function question(drawing: Drawing, { position }: Params): View | null {
  const { dossier, locale } = drawing;
  const { number } = dossier.contribution;
  const asked = dossier.reviews.find((review) => review.position === position);
  if (!asked || dossier.reviews.some(({ replyTo }) => replyTo === asked.position)) return null;
  return view({
    title: [say(locale, 'wealth.question.title', { number })],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [text(...questionLine(drawing, asked))],
    actions: [
      button(
        say(locale, 'wealth.own.answer'),
        act('wealth.answer', { ...about(drawing), question: asked.position }),
        'primary',
      ),
      seeIt(drawing),
    ],
  });
}

/** To the person it is about: somebody would say another figure. */
export function figure(drawing: Drawing, { position }: Params): View | null {
  const { dossier, locale } = drawing;
  const { number, version } = dossier.contribution;
  const { figures } = standingOf(dossier.reviews, dossier.contribution);
  const other = figures.find((review) => review.position === position);
  if (!other?.quantity || other.version !== version || dossier.period?.closedAt) return null;
  const quantity = formatQuantity(other.quantity, locale);
  return view({
    title: [say(locale, 'wealth.figure.title', { number })],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [text(...figureLine(drawing, other)), text(say(locale, 'wealth.figure.body'))],
    actions: [
      button(
        say(locale, 'wealth.figure.take', { quantity }),
        act('wealth.take', { ...about(drawing), figure: other.position }),
        'primary',
      ),
      seeIt(drawing),
    ],
  });
}

/** To who asked: the person it is about answered. */
export function answer(drawing: Drawing, { position }: Params): View | null {
  const { dossier, locale } = drawing;
  const given = dossier.reviews.find((review) => review.position === position);
  const asked = dossier.reviews.find((review) => review.position === given?.replyTo);
  if (!given || !asked) return null;
  const name = nameOf(drawing, given.member);
  return view({
    title: [say(locale, 'wealth.answered.title', { number: dossier.contribution.number })],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [
      text(...questionLine(drawing, asked)),
      text(...rich(locale, 'wealth.answer', { name, answer: given.text })),
    ],
    actions: [...(waitsForLook(drawing) ? lookActions(drawing) : []), seeIt(drawing)],
  });
}

/** What waited has had its answer. */
export const done = (drawing: Drawing): View =>
  view({
    title: [say(drawing.locale, 'wealth.done', { number: drawing.dossier.contribution.number })],
    audience: 'direct',
    actions: [seeIt(drawing)],
  });
