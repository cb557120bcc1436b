import type { Json } from '../../../src/kernel/json.js';
import { act, button, text, view } from '../../view/build.js';
import type { Action, View } from '../../view/view.js';
import { type Key, rich, say } from '../../words/index.js';
import { blockReasons, type Drawing, ending, nameOf } from './card.js';
import { isSettled, nextText, takeUpAgain } from './next.js';

/** Private words to the person who proposed: what waits for them, and the gesture to make. */

type About = Readonly<Record<string, Json>>;

const toAuthor = (drawing: Drawing, title: Key, parts: Partial<View>): View => {
  const { number } = drawing.dossier.decision;
  return view({
    title: [say(drawing.locale, title, { number })],
    reference: `D-${number}`,
    audience: 'direct',
    ...parts,
  });
};

const does = (
  { dossier, locale }: Drawing,
  key: Key,
  command: string,
  style: 'primary' | 'plain' | 'danger' = 'plain',
): Action => button(say(locale, key), act(command, { decision: dossier.decision.number }), style);

export function question(drawing: Drawing, { position }: About): View | null {
  const { dossier, locale } = drawing;
  const asked = dossier.remarks.find((remark) => remark.position === position);
  if (!asked) return null;
  const fill = { name: nameOf(drawing, asked.member), text: asked.text };
  const about = { decision: dossier.decision.number, question: asked.position };
  return toAuthor(drawing, 'said.question.title', {
    blocks: [text(...rich(locale, 'card.question', fill))],
    actions: [
      button(say(locale, 'said.question.answer'), act('decision.answer', about), 'primary'),
    ],
  });
}

/** The objections that stand, as long as the decision can still change. */
export function objection(drawing: Drawing): View | null {
  const { dossier, locale } = drawing;
  const standing = dossier.objections.filter(({ state }) => state === 'standing');
  if (standing.length === 0 || dossier.decision.state !== 'open') return null;
  return toAuthor(drawing, 'said.objection.title', {
    blocks: standing.map(({ member, reason }) =>
      text(...rich(locale, 'card.objection', { name: nameOf(drawing, member), reason })),
    ),
    actions: [
      does(drawing, 'said.objection.amend', 'decision.amend', 'primary'),
      does(drawing, 'card.more', 'decision.show'),
    ],
  });
}

/** The blocks that stand, with their reasons; a secret one says nothing before the end. */
export function block(drawing: Drawing): View | null {
  const { dossier } = drawing;
  const reasons = blockReasons(drawing);
  if (reasons.length === 0 || dossier.decision.state !== 'open') return null;
  return toAuthor(drawing, 'said.block.title', {
    blocks: reasons.map((reason) => text(...reason)),
    actions: [
      does(drawing, 'said.objection.amend', 'decision.amend', 'primary'),
      does(drawing, 'card.more', 'decision.show'),
    ],
  });
}

/** How it ended, and what it calls for: to say what is decided, or to take it up again. */
export function conclude(drawing: Drawing): View | null {
  const { dossier, locale } = drawing;
  const { decision } = dossier;
  const result = decision.outcome?.result.outcome;
  if (decision.state !== 'closed' || decision.conclusion || !result) return null;
  if (!isSettled(result)) {
    const author = nameOf(drawing, decision.author);
    return toAuthor(drawing, 'said.to-author.ended', {
      blocks: [...ending(drawing), text(...nextText(result, locale, { author }))],
      actions: [
        takeUpAgain(decision, locale, 'primary'),
        // People may also settle a tie between themselves.
        ...(result === 'tie'
          ? [does(drawing, 'said.to-author.conclude', 'decision.conclude')]
          : []),
      ],
    });
  }
  return toAuthor(drawing, 'said.to-author.closed', {
    blocks: [...ending(drawing), text(say(locale, 'said.to-author.closed.body'))],
    actions: [does(drawing, 'said.to-author.conclude', 'decision.conclude', 'primary')],
  });
}

export function openRound(drawing: Drawing): View | null {
  if (drawing.dossier.decision.state !== 'between_rounds') return null;
  return toAuthor(drawing, 'said.to-author.round', {
    blocks: [text(say(drawing.locale, 'said.to-author.round.body'))],
    actions: [
      does(drawing, 'said.to-author.open-round', 'decision.round', 'primary'),
      does(drawing, 'said.to-author.give-up', 'decision.give-up', 'danger'),
    ],
  });
}
