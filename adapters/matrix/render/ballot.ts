import { decodeAct } from '../../../commands/view/act-id.js';
import { button, marked, select, text, view } from '../../../commands/view/build.js';
import type { Action, Ballot, View } from '../../../commands/view/view.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Offered } from '../store/messages.js';
import { wordsIn } from '../words.js';
import type { Gesture } from './gestures.js';

/** A list that was asked for, alone. */
export function menuOf({ label, act, menu }: Gesture, community: CommunityId | null): View {
  const does = decodeAct(act);
  if (!does || !menu) throw new Error('not a list');
  return view({
    ...{ community, audience: 'only-you', title: [label] },
    actions: [select({ label, act: does.act, ...menu })],
  });
}

/** The gestures of a secret ballot again, for one person alone. */
export function privateBallot(
  { secret, title }: Offered,
  community: CommunityId | null,
  locale: Locale,
): View {
  return view({
    ...{ community, locale, audience: 'direct', landmark: '🗳️' },
    title: [title],
    blocks: [text(wordsIn(locale).ballotTitle)],
    actions: secret.flatMap((gesture): Action[] => {
      const does = decodeAct(gesture.act);
      const undo = gesture.undo === null ? null : decodeAct(gesture.undo);
      if (!does || !undo) return [];
      const ballot: Ballot = { secret: true, undo: undo.act };
      const { label, choice } = gesture;
      if (choice === null) return [{ ...marked(gesture.emoji, button(label, does.act)), ballot }];
      const { param, value, multiple } = choice;
      const options = [{ value, label }];
      return [{ ...select({ label, act: does.act, param, multiple, options }), ballot }];
    }),
  });
}
