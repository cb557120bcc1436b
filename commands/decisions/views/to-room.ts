import { formatDay, formatMoment } from '../../../src/kernel/dates/format.js';
import type { DecisionId } from '../../../src/kernel/ids.js';
import type { Json } from '../../../src/kernel/json.js';
import type { Drawer } from '../../registry/announcement.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { type Key, rich, say } from '../../words/index.js';
import { gather } from '../drawing.js';
import { type Drawing, ending, headline, nameOf } from './card.js';
import { difference } from './difference.js';
import { isSettled, nextText, takeUpAgain } from './next.js';
import { voteActions } from './votes.js';

/** Messages to the whole room about a turn in a decision's course; the card stays the reference. */

const seeIt = ({ dossier: { decision }, locale }: Drawing) =>
  button(say(locale, 'card.more'), act('decision.show', { decision: decision.number }));

const facts = ({ dossier: { decision }, zone, locale, now }: Drawing) => ({
  number: decision.number,
  round: decision.round,
  title: decision.text.title,
  at: formatMoment(decision.closesAt, { zone, locale, now }),
  reason: decision.closeReason ?? '',
});

const about = (drawing: Drawing, title: Key, parts: Partial<View>): View =>
  view({
    title: [say(drawing.locale, title, facts(drawing))],
    reference: `D-${drawing.dossier.decision.number}`,
    audience: 'room',
    actions: [seeIt(drawing)],
    ...parts,
  });

/** The result, which says why; or the end of a round with objections. */
export function outcome(drawing: Drawing): View | null {
  const { dossier, locale } = drawing;
  const { decision, objections } = dossier;
  if (decision.state === 'open' || decision.state === 'withdrawn') return null;
  const between = decision.state === 'between_rounds';
  const count = objections.filter(({ state }) => state === 'standing').length;
  const author = nameOf(drawing, decision.author);
  const result = decision.outcome?.result.outcome ?? 'no-votes';
  const next = between
    ? rich(locale, 'said.round-ended', { count, author })
    : nextText(result, locale, { author });
  return view({
    title: headline(drawing),
    landmark: between ? '🔁' : '🏁',
    reference: `D-${decision.number}`,
    audience: 'room',
    blocks: [...ending(drawing), ...(decision.conclusion ? [] : [text(...next)])],
    actions: [
      ...(between || isSettled(result) ? [] : [takeUpAgain(decision, locale, 'primary')]),
      seeIt(drawing),
      button(say(locale, 'card.recount'), act('decision.export', { decision: decision.number })),
    ],
  });
}

/** The date of that very change: told late, it may not be the last. */
export function extended(drawing: Drawing, params: Readonly<Record<string, Json>>): View {
  const { zone, locale, now } = drawing;
  const closesAt = new Date(String(params.closesAt));
  const at = formatMoment(closesAt, { zone, locale, now });
  return about(drawing, 'said.extended.title', {
    blocks: [text(...rich(locale, 'said.extended', { ...facts(drawing), at }))],
  });
}

export const withdrawn = (drawing: Drawing): View =>
  about(drawing, 'said.withdrawn.title', {
    blocks: [text(...rich(drawing.locale, 'said.withdrawn', facts(drawing)))],
  });

export const reopened = (drawing: Drawing): View =>
  about(drawing, 'said.reopened.title', {
    blocks: [text(...rich(drawing.locale, 'said.reopened', facts(drawing)))],
  });

export const roundOpened = (drawing: Drawing): View =>
  about(drawing, 'said.round-opened.title', {
    blocks: [text(...rich(drawing.locale, 'said.round-opened.body', facts(drawing)))],
    actions: [...voteActions(drawing.dossier, drawing.locale, drawing.now), seeIt(drawing)],
  });

export const concluded = (drawing: Drawing): View =>
  about(drawing, 'said.concluded.title', {
    landmark: '🏁',
    blocks: ending(drawing),
  });

export function review(drawing: Drawing): View {
  const { dossier, locale, zone, now } = drawing;
  const { number, closedAt, closesAt, text: current } = dossier.decision;
  const at = formatDay(closedAt ?? closesAt, { zone, locale, now });
  return about(drawing, 'said.review.title', {
    landmark: '🔁',
    blocks: [
      text(...rich(locale, 'said.review', { title: current.title, at })),
      ...ending(drawing),
    ],
    actions: [
      seeIt(drawing),
      button(say(locale, 'said.review.propose'), act('decision.propose', { from: number })),
    ],
  });
}

/** What changed in the text, for everybody. */
export const amended: Drawer = async (showing, services) => {
  const which = { id: showing.subject as DecisionId };
  const drawing = await gather(services, { ...showing, which });
  const to = Number(showing.params.version);
  const changed = await difference(showing, services, { from: to - 1, to });
  if (!drawing || !changed) return null;
  return (locale) => {
    const drawn = drawing(locale);
    const name = nameOf(drawn, changed.by);
    const voted = drawn.dossier.ballots.some(({ version }) => version < to);
    return about(drawn, 'said.amended.title', {
      blocks: [
        text(...rich(locale, 'said.amended.body', { name })),
        ...changed.blocks,
        ...(voted ? [note(say(locale, 'said.amended.voters'))] : []),
      ],
    });
  };
};
