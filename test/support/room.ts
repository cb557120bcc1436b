import type { Invocation, Request, Suggestion } from '../../commands/registry/invocation.js';
import { decodeAct, encodeAct } from '../../commands/view/act-id.js';
import type { Act, Action, View } from '../../commands/view/view.js';
import type { House } from '../../src/compose.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Listener } from './listener.js';
import { textOf } from './text.js';

/** What a room needs of the house it is in. */
export interface Around {
  readonly house: House;
  readonly web: Listener;
  /** Every view that was answered. */
  readonly views: View[];
  settle(): Promise<void>;
}

type More = Partial<Omit<Invocation, 'request'>>;

let events = 0;

/** One room with its people: what they type and press, what they are answered, what they see. */
export function testRoom(t: Around, roomId: string) {
  const answers = new Map<string, View>();
  let locale: Locale = 'fr';

  const invocation = (who: string, more: More = {}) => ({
    platform: 'web' as const,
    eventId: `event-${++events}`,
    speaker: { userId: who, name: who },
    place: { roomId, name: 'Atelier' },
    locale,
    ...more,
  });

  async function send(who: string, request: Request, more?: More): Promise<View> {
    const view = await t.house.registry.dispatch({ ...invocation(who, more), request });
    t.views.push(view);
    answers.set(who, view);
    return view;
  }

  /** Through the id that a platform would send back, as every press is. */
  function pressed(who: string, community: CommunityId | null, act: Act, more?: More) {
    const decoded = decodeAct(encodeAct(community, act));
    if (!decoded) throw new Error(`an act id does not decode: ${act.command}`);
    return send(who, { type: 'act', ...decoded }, more);
  }

  /** What somebody sees, oldest first: the room's messages and their own. */
  const visible = (who: string | null): View[] =>
    t.web.messages
      .filter(({ to }) => to.roomId === roomId && (to.userId === null || to.userId === who))
      .map(({ view }) => view[locale]);

  /** The newest view with that button or select: the last answer, then the messages. */
  function viewWith(who: string, label: string): View {
    const last = answers.get(who);
    const found = [...(last ? [last] : []), ...visible(who).reverse()].find(({ actions }) =>
      actions.some((action) => action.label === label),
    );
    if (!found) throw new Error(`${who} sees no [${label}] in:\n${visible(who).map(textOf)}`);
    return found;
  }

  const room = {
    roomId,
    send,
    /** The room's people speak this language from now on. */
    speak(language: Locale): void {
      locale = language;
    },
    say: (who: string, text: string, more?: More) => send(who, { type: 'line', text }, more),
    /** A command with its arguments, as a native slash command gives them. */
    do: (who: string, command: string, args: Record<string, string> = {}, more?: More) =>
      send(who, { type: 'act', community: null, act: { command, args } }, more),
    /** A proposal, a consent for Wednesday if nothing else is said. */
    propose: (who: string, args: Record<string, string> = {}) =>
      room.do(who, 'decision.propose', {
        ...{ name: 'Ouvrir le samedi', body: 'À deux bénévoles.', kind: 'consent' },
        ...{ closes: 'mercredi 18h', ...args },
      }),
    /** A button by what it does, through its id. */
    act: (who: string, act: Act, more?: More & { community?: CommunityId | null }) => {
      const { community = null, ...rest } = more ?? {};
      return pressed(who, community, act, rest);
    },
    /** Presses a button by its label; `value` is what is chosen in a select. */
    async press(who: string, label: string, value?: string, on?: View): Promise<View> {
      await t.settle();
      const view = on ?? viewWith(who, label);
      return pressed(who, view.community, actOf(view, label, value));
    },
    /** Sends a form back, by default the last one answered, with these values over what it holds. */
    fill(who: string, values: Record<string, string>, on?: View, more?: More): Promise<View> {
      const view = on ?? answers.get(who);
      if (!view?.form) throw new Error(`${who} has no form: ${view && textOf(view)}`);
      const held = Object.fromEntries(view.form.fields.map(({ name, value }) => [name, value]));
      const { dialogue } = view.form;
      return send(who, { type: 'form', dialogue, values: { ...held, ...values } }, more);
    },
    complete: (who: string, text: string): Promise<readonly Suggestion[]> =>
      t.house.registry.complete({ ...invocation(who), text }),
    async arrive(...people: readonly string[]): Promise<void> {
      for (const who of people) await t.house.registry.arrive(invocation(who));
    },
    /** Once all is said: what the room sees, or what one person of it is told privately. */
    async seen(who: string | null = null): Promise<string[]> {
      await t.settle();
      return t.web.messages
        .filter(({ to }) => to.roomId === roomId && to.userId === who)
        .map(({ view }) => textOf(view[locale]));
    },
    /** The last message of the room, or to one person, that begins so. */
    async last(begins: string, who: string | null = null): Promise<string> {
      const texts = (await room.seen(who)).filter((text) => text.startsWith(begins));
      const text = texts.at(-1);
      if (text === undefined) throw new Error(`no “${begins}” in:\n${await room.seen(who)}`);
      return text;
    },
    /** The living card of a decision: the first message of the room that is about it. */
    async card(number = 1): Promise<string> {
      const text = (await room.seen()).find((one) => one.startsWith(`D-${number} ·`));
      if (text === undefined) throw new Error(`no card D-${number}`);
      return text;
    },
    async community(): Promise<CommunityId> {
      const id = await t.house.services.community.roomOf('web', roomId);
      if (!id) throw new Error('nobody came yet');
      return id;
    },
  };
  return room;
}

export type TestRoom = ReturnType<typeof testRoom>;

function actOf({ actions }: View, label: string, value?: string): Act {
  const found = actions.find((action: Action) => action.label === label);
  if (found?.type === 'button') return found.act;
  if (found?.type === 'select' && value !== undefined) {
    return { ...found.act, args: { ...found.act.args, [found.param]: value } };
  }
  throw new Error(`no [${label}] among ${actions.map((action) => action.label).join(', ')}`);
}
