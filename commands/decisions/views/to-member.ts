import { isCurrent, takesVotes } from '../../../src/decisions/rules/course.js';
import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import type { DecisionId, MemberId } from '../../../src/kernel/ids.js';
import type { Json } from '../../../src/kernel/json.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Drawer } from '../../registry/announcement.js';
import { act, button, text, view } from '../../view/build.js';
import type { Action, Block, View } from '../../view/view.js';
import { type Key, rich, say } from '../../words/index.js';
import { gather } from '../drawing.js';
import { type Drawing, remarkBlocks } from './card.js';
import { difference } from './difference.js';
import { voteActions, voteText } from './votes.js';

/** Private words to one member: what concerns their own voice or question. */

export function answer(
  drawing: Drawing,
  { position }: Readonly<Record<string, Json>>,
): View | null {
  const { remarks, decision } = drawing.dossier;
  const given = remarks.find((remark) => remark.position === position);
  const asked = remarks.find((remark) => remark.position === given?.replyTo);
  if (!asked) return null;
  return view({
    title: [say(drawing.locale, 'said.answer.title', { number: decision.number })],
    audience: 'direct',
    blocks: [{ type: 'rich', content: remarkBlocks(drawing, asked) }],
    actions: voteActions(drawing.dossier, drawing.locale, drawing.now),
  });
}

export function reminder(
  drawing: Drawing,
  _about: Readonly<Record<string, Json>>,
  reader: MemberId | null,
): View | null {
  const { dossier, locale, zone, now } = drawing;
  const { number, text: current, closesAt } = dossier.decision;
  const mine = dossier.ballots.find(({ member }) => member === reader);
  const voted = mine && isCurrent(mine, dossier.decision.text);
  if (voted || !takesVotes(dossier.decision, now)) return null;
  const fill = { title: current.title, at: formatMoment(closesAt, { zone, locale, now }) };
  return view({
    title: [say(locale, 'said.reminder.title', { number })],
    landmark: '⏰',
    audience: 'direct',
    blocks: [text(...rich(locale, 'said.reminder.body', fill))],
    actions: [
      button(
        say(locale, 'said.reminder.vote'),
        act('decision.show', { decision: number }),
        'primary',
      ),
      button(say(locale, 'said.reminder.stop'), act('ecc.reminders', { wanted: 'no' })),
    ],
  });
}

/** Two accounts became one voice: where both had voted, which vote counts. */
export const linked: Drawer = async ({ community, reader }, services) => {
  const twice = reader ? await services.decisions.votedTwice(community, reader) : [];
  return (locale) => {
    const list = formatList(
      twice.map(({ number }) => `D-${number}`),
      locale,
    );
    return view({
      title: [say(locale, 'linked.title')],
      audience: 'direct',
      blocks: [text(say(locale, list === '' ? 'linked.once' : 'linked.twice', { list }))],
    });
  };
};

/** The text changed since they voted: the difference, and one tap to say whether it still holds. */
export const reconfirm: Drawer = async (showing, services) => {
  const which = { id: showing.subject as DecisionId };
  const gathered = await gather(services, { ...showing, which });
  if (!gathered) return null;
  const { decision, ballots, objections } = gathered('fr').dossier;
  const mine = ballots.find(({ member }) => member === showing.reader);
  if (!mine || isCurrent(mine, decision.text) || !takesVotes(decision, showing.now)) return null;
  // Since their vote, however many changes came in between.
  const versions = { from: mine.version, to: decision.text.version };
  const changed = await difference(showing, services, versions);
  if (!changed) return null;
  const objection = objections.find(
    ({ member, state }) => member === showing.reader && state === 'standing',
  );
  const held = (locale: Locale): Block[] => {
    if (objection) {
      const { reason } = objection;
      return [
        text(...rich(locale, 'said.reconfirm.objection', { reason })),
        text(say(locale, 'said.reconfirm.objection.ask')),
      ];
    }
    // Messages are kept by the platforms: a secret vote is never in one.
    if (decision.rule.secret) return [];
    const vote = voteText(decision, mine.vote, locale);
    return [text(say(locale, 'said.reconfirm.was', { vote }))];
  };
  return (locale) => {
    const { number } = decision;
    const does = (key: Key, command: string, args = {}, primary = false): Action =>
      button(
        say(locale, key),
        act(command, { decision: number, seen: decision.text.version, ...args }),
        primary ? 'primary' : 'plain',
      );
    return view({
      title: [say(locale, 'said.reconfirm.title', { number })],
      landmark: '🗳️',
      audience: 'direct',
      reference: `D-${number}`,
      blocks: [text(say(locale, 'said.reconfirm.body')), ...changed.blocks, ...held(locale)],
      actions: objection
        ? [
            does('said.reconfirm.lifted', 'decision.vote', { vote: 'consent' }, true),
            does('said.reconfirm.holds', 'decision.confirm'),
          ]
        : [
            does('said.reconfirm.yes', 'decision.confirm', {}, true),
            button(say(locale, 'said.reconfirm.again'), act('decision.show', { decision: number })),
          ],
    });
  };
};
