import type { Place, Speaker } from '../../commands/registry/invocation.js';
import { note, view } from '../../commands/view/build.js';
import type { Form, View } from '../../commands/view/view.js';
import type { Locale } from '../../src/kernel/locale.js';
import { errcodeOf } from './client.js';
import type { Direct } from './direct.js';
import { aboutOf, type Messages } from './messages.js';
import { type Asking, begin } from './questions.js';
import { questionView } from './render/question.js';
import type { Sender } from './send.js';
import { HELD, type Posted } from './store/messages.js';
import type { Spot } from './store/questions.js';
import type { MatrixStore } from './store.js';
import { wordsIn } from './words.js';

/** Something somebody did that deserves an answer, and where. */
export interface Turn {
  /** What is answered: the same event is answered once. */
  readonly eventId: string;
  readonly roomId: string;
  readonly direct: boolean;
  /** The thread it was said in; `null` outside of one. */
  readonly thread: string | null;
  /** Said in words, rather than by a reaction: the message can be marked as answered. */
  readonly said: boolean;
  /** Nobody asked for an answer: nothing is said in the room when they cannot be reached. */
  readonly silent?: true;
  readonly speaker: Speaker;
  /** Where what follows belongs: the room, or nowhere in a direct conversation. */
  readonly place: Place | null;
  readonly locale: Locale;
}

type Within = Pick<Posted, 'key' | 'offered'>;

/** What is confidential is found again by what it is about: it only goes with more of the same. */
const isWithin = (answer: View, { offered: { about } }: Within): boolean =>
  aboutOf(answer).every((one) => about.includes(one));

const keyWithin = ({ key }: Within, { eventId }: Turn): string => `${key}:${eventId}`;

/** The keys of the messages that one belongs to, the nearest first. */
export function keysAround({ key }: Pick<Posted, 'key'>): string[] {
  const parts = key.split(':');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join(':'));
}

/** The trail of a form goes on, when it has one. */
export const after = (asking: Asking, eventId: string): Asking =>
  asking.trail === null ? asking : { ...asking, trail: [...asking.trail, eventId] };

export type Answers = ReturnType<typeof createAnswers>;

/** Takes each view where it may be read: the room, a thread, or a conversation of two. */
export function createAnswers(parts: {
  readonly store: MatrixStore;
  readonly messages: Messages;
  readonly sender: Sender;
  readonly direct: Direct;
}) {
  const { store, messages, sender, direct } = parts;

  const threadOf = ({ thread, eventId }: Turn) => ({
    root: thread ?? eventId,
    replyTo: eventId,
  });

  /** The same event is answered once; what is confidential is found again by what it is about. */
  const replyTo = (turn: Turn, { confidential }: View): string =>
    `${confidential === undefined ? 'reply:' : HELD}${turn.eventId}`;

  /** In the room where the turn was taken: in its thread when there is one. */
  const here = (
    turn: Turn,
    shown: View,
    locale: Locale,
    threaded: boolean,
    key = replyTo(turn, shown),
  ) =>
    messages.show({
      ...{ roomId: turn.roomId, key, view: shown, locale },
      ...{ direct: turn.direct, msgtype: 'm.notice' as const, living: false },
      thread:
        turn.direct || !(threaded && (turn.thread !== null || turn.said)) ? null : threadOf(turn),
    });

  /** In their own room; what may not be read by others is never said elsewhere. */
  async function privately(
    turn: Turn,
    shown: View,
    locale: Locale,
    key = replyTo(turn, shown),
  ): Promise<string | null> {
    if (turn.direct) return here(turn, shown, locale, false, key);
    const roomId = await direct.with(turn.speaker.userId);
    if (roomId === null) {
      if (turn.silent) return null;
      const { unreachable } = wordsIn(locale);
      await here(turn, view({ blocks: [note(unreachable)] }), locale, true);
      return null;
    }
    const eventId = await messages.show({
      ...{ roomId, key, view: shown, locale },
      ...{ direct: true, msgtype: 'm.text', thread: null, living: false },
    });
    // Nothing in the room, not even that something was asked.
    if (turn.said && shown.confidential === undefined)
      await sender.react(turn.roomId, turn.eventId, wordsIn(locale).answered);
    return eventId;
  }

  /** Asks the first question of a form: in a thread of the room, or alone with the person. */
  async function ask(turn: Turn, asking: Asking): Promise<void> {
    const question = questionView(asking);
    const alone = turn.direct || !turn.said || asking.form.private === true;
    const asked = alone
      ? await privately(turn, question, asking.locale)
      : await here(turn, question, asking.locale, true);
    if (asked === null) return;
    const userId = turn.speaker.userId;
    const roomId = alone && !turn.direct ? await direct.with(userId) : turn.roomId;
    if (roomId === null) return;
    const spot: Spot = { roomId, userId, thread: alone ? '' : threadOf(turn).root };
    // Delivered twice, it may have been answered meanwhile.
    if ((await store.questions.find(spot))?.asked === asked) return;
    await store.questions.save(spot, asked, after(asking, asked));
  }

  return {
    /** `within`: the message it belongs to, and with which it goes. */
    async give(turn: Turn, answer: View, within?: Within): Promise<void> {
      const locale = answer.locale ?? turn.locale;
      if (answer.form) {
        const shown: View & { form: Form } = { ...answer, form: answer.form };
        const { speaker, place } = turn;
        return ask(turn, begin({ view: shown, locale, speaker, place }));
      }
      if (answer.audience === 'room' && !turn.direct) {
        await here(turn, answer, locale, true);
        return;
      }
      const goesWith = within && isWithin(answer, within) ? within : null;
      await privately(turn, answer, locale, goesWith ? keyWithin(goesWith, turn) : undefined);
    },
    /** The next question, in the same place as the last. */
    async askOn(turn: Turn, spot: Spot, asking: Asking): Promise<void> {
      const asked = await here(turn, questionView(asking), asking.locale, spot.thread !== '');
      await store.questions.save(spot, asked, after(asking, asked));
    },
    /** What was asked and answered in confidence is taken back, as far as we are let. */
    async cover(roomId: string, events: readonly string[]): Promise<void> {
      for (const eventId of events) {
        await sender.redact(roomId, eventId).catch((error) => {
          if (errcodeOf(error) !== 'M_FORBIDDEN') throw error;
        });
      }
    },
    here,
  };
}
