import type { Invocation, Registry, Request } from '../../commands/registry/invocation.js';
import { decodeAct } from '../../commands/view/act-id.js';
import { note, view } from '../../commands/view/build.js';
import { type Answers, after, keysAround, type Turn } from './answers.js';
import type { Direct } from './direct.js';
import type { Files } from './files.js';
import type { Messages } from './messages.js';
import type { Pointing } from './pointing.js';
import { PRIVATE_ROOM } from './private-rooms.js';
import { type Answered, answer as answerTo, answerWithFile } from './questions.js';
import { menuOf, privateBallot } from './render/ballot.js';
import { addsUp, type Gesture, PRIVATE_BALLOT, sameSign } from './render/gestures.js';
import type { Rooms } from './rooms.js';
import { type Called, heard, isFile, type Lexicon, relationOf } from './speech.js';
import type { Offered, Posted } from './store/messages.js';
import type { MatrixStore } from './store.js';
import { type Typed, typedAmong } from './typed.js';
import type { MatrixConfig, MatrixEvent } from './types.js';
import { wordsIn } from './words.js';

export interface Hearing {
  readonly registry: Registry;
  readonly store: MatrixStore;
  readonly config: MatrixConfig;
  readonly rooms: Rooms;
  readonly direct: Direct;
  readonly messages: Messages;
  readonly answers: Answers;
  readonly called: Called;
  readonly lexicon: Lexicon;
  readonly pointing: Pointing;
  readonly files: Files;
}

/** What people say and how they react, as requests; the views they get back, as answers. */
export function createReceiver(hearing: Hearing) {
  const { registry, store, config, rooms, direct, messages, answers, called, lexicon } = hearing;
  const { pointing, files } = hearing;

  async function turnOf(roomId: string, event: MatrixEvent): Promise<Turn> {
    const alone = await direct.is(roomId);
    const relation = relationOf(event);
    const { sender: userId } = event;
    const name = await rooms.personName(roomId, userId);
    // A private room is nobody's place: what is asked there is for the community they come from.
    const apart = alone || (await rooms.markOf(roomId, PRIVATE_ROOM)) !== null;
    const place = apart ? null : { roomId, name: (await rooms.nameOf(roomId)) ?? 'Matrix' };
    return {
      ...{ eventId: event.event_id, roomId, direct: alone, place, locale: config.locale },
      thread: relation?.type === 'm.thread' ? relation.eventId : null,
      said: event.type === 'm.room.message',
      speaker: { userId, name, steward: !alone && (await rooms.isSteward(roomId, userId)) },
    };
  }

  const ask = (turn: Turn, request: Request, given: Invocation['files'] = []): Invocation => ({
    ...{ platform: 'matrix' as const, eventId: turn.eventId, request, locale: turn.locale },
    ...{ speaker: turn.speaker, place: turn.place, files: given },
  });

  /** What goes on in private is for a member: whoever asks for it in the room becomes one. */
  async function arrive(turn: Turn): Promise<void> {
    const { platform, speaker, place, locale } = ask(turn, { type: 'line', text: '' });
    await registry.arrive({ platform, speaker, place, locale });
  }

  async function dispatch(
    turn: Turn,
    request: Request,
    { within, given }: { within?: Posted | undefined; given?: Invocation['files'] } = {},
  ): Promise<void> {
    const shown = await registry.dispatch(ask(turn, request, given));
    await answers.give(turn, shown, within);
    // Typed, it may hold the very words; in a room, it tells that it was asked at all.
    if (turn.said && shown.confidential !== undefined) {
      await answers.cover(turn.roomId, [turn.eventId]);
    }
  }

  /** A command, an answer to a question, or words that are not for us. */
  async function said(roomId: string, event: MatrixEvent): Promise<void> {
    const turn = await turnOf(roomId, event);
    const what = heard(event, called, lexicon, turn.direct);
    if (what?.type === 'command') {
      const about = await pointing.repliedTo(roomId, event);
      const request: Request = { type: 'line', text: what.text, ...(about && { about }) };
      return dispatch(turn, request, { given: await files.withCommand(roomId, event) });
    }
    const open = what || isFile(event) ? await questionFor(turn, event) : null;
    const answered = open && isFile(event) ? answerWithFile(open.asking, event.event_id) : null;
    if (open && answered) return goOn(turn, open, answered);
    if (!what) return;
    if (open) return goOn(turn, open, answerTo(open.asking, what.text));
    if (!turn.direct) return;
    for (const message of await choicesFor(roomId, event)) {
      const typed = typedAmong(message.offered.open, what.text);
      if (typed) return choose(turn, message, typed);
    }
    return dispatch(turn, { type: 'line', text: what.text });
  }

  /** What words may choose from: the message replied to or the last, then those it belongs to. */
  async function choicesFor(roomId: string, event: MatrixEvent): Promise<Posted[]> {
    const replyTo = relationOf(event)?.replyTo;
    const about = replyTo ? await messages.under(replyTo) : null;
    const nearest = about?.roomId === roomId ? about : await store.messages.lastOffered(roomId);
    if (!nearest) return [];
    const around = keysAround(nearest).map((key) => store.messages.find(roomId, key));
    return [nearest, ...(await Promise.all(around)).filter((one) => one !== null)];
  }

  function choose(turn: Turn, message: Posted, typed: Typed): Promise<void> {
    switch (typed.type) {
      case 'beyond': {
        const { numbers } = wordsIn(turn.locale).ask;
        return answers.give(turn, view({ blocks: [note(numbers(typed.count))] }), message);
      }
      case 'numbers': {
        const { gesture, value } = typed;
        return act(turn, gesture, { [gesture.choice?.param ?? '']: value }, message);
      }
      case 'gesture': {
        const { gesture } = typed;
        if (gesture.menu) return answers.give(turn, menuOf(gesture, message.community), message);
        if (addsUp(gesture)) return act(turn, gesture, oneOf(gesture, '+'), message);
        return act(turn, gesture, valuesOf([gesture]));
      }
    }
  }

  /** The question that these words answer, by where they are said. */
  async function questionFor(turn: Turn, event: MatrixEvent) {
    const { userId } = turn.speaker;
    const spot = { roomId: turn.roomId, thread: turn.direct ? '' : (turn.thread ?? ''), userId };
    const here = turn.direct || turn.thread !== null ? await store.questions.find(spot) : null;
    const replyTo = relationOf(event)?.replyTo;
    return here ?? (replyTo ? store.questions.askedBy(replyTo, userId) : null);
  }

  type Open = NonNullable<Awaited<ReturnType<typeof questionFor>>>;

  async function goOn(turn: Turn, { spot, asking }: Open, answered: Answered): Promise<void> {
    const within: Turn = { ...turn, thread: spot.thread === '' ? null : spot.thread };
    switch (answered.type) {
      case 'ask':
        return answers.askOn(within, spot, after(answered.asking, turn.eventId));
      case 'cancelled': {
        await store.questions.remove(spot);
        const { cancelled } = wordsIn(asking.locale).ask;
        await answers.here(within, view({ blocks: [note(cancelled)] }), asking.locale, true);
        if (asking.trail) await answers.cover(turn.roomId, [...asking.trail, turn.eventId]);
        return;
      }
      case 'send': {
        const { dialogue } = asking.form;
        const { place } = asking;
        const { values } = answered.asking;
        const request: Request = { type: 'form', dialogue, values };
        const given = await files.answering(spot.roomId, answered.asking.files);
        const shown = await registry.dispatch({ ...ask(turn, request, given), place });
        await store.questions.remove(spot);
        await answers.give({ ...within, place }, shown);
        if (asking.trail) await answers.cover(turn.roomId, [...asking.trail, turn.eventId]);
        return;
      }
    }
  }

  function valuesOf(gestures: readonly Gesture[]): Readonly<Record<string, string>> {
    const param = gestures[0]?.choice?.param;
    if (param === undefined) return {};
    return { [param]: gestures.map(({ choice }) => choice?.value ?? '').join(',') };
  }

  async function act(
    turn: Turn,
    { act: id }: Pick<Gesture, 'act'>,
    values: Readonly<Record<string, string>>,
    within?: Posted,
  ): Promise<void> {
    const decoded = decodeAct(id);
    if (!decoded) throw new Error('an act that was kept does not decode');
    const { community, act: does } = decoded;
    const args = { ...does.args, ...values };
    return dispatch(turn, { type: 'act', community, act: { ...does, args } }, { within });
  }

  /** A sign under a message of ours. */
  async function reacted(roomId: string, event: MatrixEvent): Promise<void> {
    const relation = relationOf(event);
    if (relation?.type !== 'm.annotation' || !relation.eventId || !relation.key) return;
    const target = relation.eventId;
    const message = await messages.under(target);
    if (!message) return heeded(roomId, event, { target, key: relation.key });
    if (message.roomId !== roomId) return;
    const sign = sameSign(relation.key);
    const { open, secret } = message.offered;
    const turn = await turnOf(roomId, event);
    if (sign === sameSign(PRIVATE_BALLOT) && secret.length > 0) {
      await arrive(turn);
      const ballot = privateBallot(message.offered, message.community, config.locale);
      return answers.give(turn, ballot);
    }
    const gesture = bySign(open, sign);
    if (!gesture) return;
    if (gesture.menu) {
      await arrive(turn);
      return answers.give(turn, menuOf(gesture, message.community), message);
    }
    if (gesture.undo === null && !addsUp(gesture)) return act(turn, gesture, valuesOf([gesture]));
    const { event_id: eventId, sender } = event;
    const at = new Date(event.origin_server_ts);
    await store.reactions.add({ eventId, target, sender, sign, at });
    if (addsUp(gesture)) return act(turn, gesture, oneOf(gesture, '+'), message);
    return vote(turn, target, message.offered, gesture);
  }

  /** A sign under what somebody else said, in a room that listens to it. */
  async function heeded(
    roomId: string,
    event: MatrixEvent,
    { target, key }: { readonly target: string; readonly key: string },
  ): Promise<void> {
    const sign = writtenSign(key, event.content);
    const command = await registry.heeds({ platform: 'matrix', roomId, sign });
    if (command === null) return;
    const turn = await turnOf(roomId, event);
    const message = await pointing.under(roomId, target);
    if (turn.place === null || message?.author?.userId === called.userId) return;
    return dispatch({ ...turn, silent: true }, { type: 'on-reaction', command, message });
  }

  /** What somebody's signs under a message come to: the last, or together those that add up. */
  async function vote(turn: Turn, target: string, offered: Offered, last: Gesture): Promise<void> {
    if (!last.choice?.multiple) return act(turn, last, valuesOf([last]));
    const standing = await store.reactions.standing(target, turn.speaker.userId);
    const signs = new Set(standing.map(({ sign }) => sign));
    const together = offered.open.filter(
      ({ choice, emoji }) => choice?.multiple && signs.has(sameSign(emoji)),
    );
    return act(turn, last, valuesOf(together));
  }

  /** A sign was taken away: the voice goes back to the signs that stand, or is taken back. */
  async function tookBack(roomId: string, event: MatrixEvent): Promise<void> {
    const redacted = event.redacts ?? event.content.redacts;
    if (typeof redacted !== 'string') return;
    const reaction = await store.reactions.find(redacted);
    if (!reaction || reaction.sender !== event.sender) {
      if (!reaction) await messages.gone(redacted);
      return;
    }
    const message = await messages.under(reaction.target);
    const gesture = message && bySign(message.offered.open, reaction.sign);
    if (gesture && addsUp(gesture)) {
      await act(await turnOf(roomId, event), gesture, oneOf(gesture, '-'), message);
      return store.reactions.remove(redacted);
    }
    const before = await store.reactions.standing(reaction.target, reaction.sender);
    await store.reactions.remove(redacted);
    if (!message || !gesture || gesture.undo === null) return;
    const turn = await turnOf(roomId, event);
    const left = before.filter(({ eventId }) => eventId !== redacted);
    const last = left.at(-1);
    const standing = last && bySign(message.offered.open, last.sign);
    if (!standing) return act(turn, { act: gesture.undo }, {});
    const wasLast = before.at(-1)?.eventId === redacted;
    if (wasLast || gesture.choice?.multiple) {
      return vote(turn, reaction.target, message.offered, standing);
    }
  }

  /** Whether a message asks something of us. */
  async function isAsked(roomId: string, event: MatrixEvent): Promise<boolean> {
    const alone = await direct.is(roomId);
    const what = heard(event, called, lexicon, alone);
    return what !== null && (alone || what.type === 'command');
  }

  return { said, isAsked, reacted, tookBack };
}

/** One option more, or one less. */
const oneOf = ({ choice }: Gesture, change: '+' | '-'): Readonly<Record<string, string>> =>
  choice ? { [choice.param]: `${change}${choice.value}` } : {};

/** A picture is known by the name that clients give beside its address. */
function writtenSign(key: string, content: MatrixEvent['content']): string {
  const name = content.shortcode ?? content['com.beeper.reaction.shortcode'];
  if (!key.startsWith('mxc://') || typeof name !== 'string') return key;
  return `:${name.replaceAll(':', '')}:`;
}

const bySign = (gestures: readonly Gesture[], sign: string): Gesture | undefined =>
  gestures.find(({ emoji }) => sameSign(emoji) === sign);
