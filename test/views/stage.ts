import { randomBytes } from 'node:crypto';
import { drawers } from '../../commands/announcements.js';
import type { Invocation } from '../../commands/registry/invocation.js';
import type { Action, Option, Select, View } from '../../commands/view/view.js';
import type { RoomFault } from '../../src/journal/outbox/types.js';
import type { Json } from '../../src/kernel/json.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { TestHouse } from '../support/house.js';
import { roomsSettle } from '../support/private-rooms.js';
import type { TestRoom } from '../support/room.js';
import { cardOf } from './card-of.js';
import { alike } from './steady.js';

/** A view that people see, and what it comes from: a command, or the drawer of a card. */
export interface Kept {
  readonly of: string;
  readonly kind: 'answer' | 'form' | 'card';
  /** When it is seen, in the words of the scene. */
  readonly scene: string;
  readonly view: View;
}

/** What people do so that a view is seen, in one language. */
export interface Scene {
  readonly name: string;
  /** Who is there from the start: the first founds the community. */
  readonly people: readonly string[];
  readonly play: (stage: Stage) => Promise<void>;
}

const BEGINS = '2026-11-21T10:00:00Z';
/** Time passes between two gestures: what is listed in order of time has one. */
const STEP_MS = 1_000;

export type Stage = ReturnType<typeof openStage>['stage'];

/** A room of its own for a scene: everything that is answered and shown there is kept. */
export function openStage(t: TestHouse, scene: string, locale: Locale) {
  const kept: Kept[] = [];
  const room: TestRoom = t.room(`views-${randomBytes(4).toString('hex')}`);
  room.speak(locale);
  const forms = new Map<string, { of: string; view: View }>();
  const shown = new Map<string, string>();
  const answers: [string, View][] = [];

  const keep = (one: Omit<Kept, 'scene'>): void => {
    kept.push({ ...one, scene });
  };

  const before = t.web.opened.size;
  /** Rooms that were opened apart during the scene. */
  const apart = (): string[] => [...t.web.opened.keys()].slice(before);

  /** What was posted or edited since last time. */
  async function look(): Promise<void> {
    await roomsSettle(t);
    const here = new Set([room.roomId, ...apart()]);
    const fresh: Omit<Kept, 'scene'>[] = [];
    // What was taken away again leaves a hole.
    for (const { to, key, view } of t.web.messages.filter(Boolean)) {
      if (!here.has(to.roomId)) continue;
      const message = `${to.userId} ${key}`;
      const text = JSON.stringify(view[locale]);
      if (shown.get(message) === text) continue;
      shown.set(message, text);
      fresh.push({ of: await cardOf(t, key), kind: 'card', view: view[locale] });
    }
    // What is due at one moment is shown in any order.
    const sign = ({ of, view }: Omit<Kept, 'scene'>): string =>
      JSON.stringify([of, view.title, view.blocks]);
    for (const one of fresh.toSorted((a, b) => (sign(a) < sign(b) ? -1 : 1))) keep(one);
  }

  async function answered(who: string, of: string, asked: Promise<View>): Promise<View> {
    const view = await asked;
    t.clock.pass(STEP_MS);
    keep({ of, kind: view.form ? 'form' : 'answer', view });
    if (view.form) forms.set(who, { of, view });
    answers.push([who, view]);
    await look();
    return view;
  }

  /** The newest view before them that offers it. */
  function offering(who: string, command: string, pick: string): [View, Action] {
    const told = t.web.messages
      .filter(({ to }) => to.roomId === room.roomId && (to.userId ?? who) === who)
      .map(({ view }) => view[locale]);
    const own = answers.filter(([to]) => to === who).map(([, view]) => view);
    const views = [...told, ...own];
    for (const view of views.reverse()) {
      const found = view.actions.find(
        (one) => one.type !== 'link' && one.act.command === command && offers(one, pick),
      );
      if (found) return [view, found];
    }
    throw new Error(`${who} is not offered ${command} ${pick}`);
  }

  const stage = {
    room,
    locale,
    /** The words of the scene's language. */
    in: (fr: string, en: string): string => (locale === 'fr' ? fr : en),
    /** A command with some of its arguments, as a menu or a button gives them. */
    do: (
      who: string,
      command: string,
      args: Record<string, string> = {},
      more: Pick<Invocation, 'files'> = {},
    ) => answered(who, command, room.do(who, command, args, more)),
    /** Puts the sign of a command under what somebody wrote; `null` when ECC cannot read it. */
    react: (who: string, command: string, text: string | null) => {
      const link = 'https://reseau.example/message/1';
      const message = text === null ? null : { text, author: null, link, at: new Date(BEGINS) };
      return answered(who, command, room.send(who, { type: 'on-reaction', command, message }));
    },
    /** A gesture they are offered; `pick`: which of several, or what is chosen, by its label. */
    press(who: string, command: string, pick = ''): Promise<View> {
      const [view, found] = offering(who, command, pick);
      const option = found.type === 'select' ? chosen(found, pick)?.value : undefined;
      return answered(who, command, room.press(who, found.label, option, view));
    },
    /** A card as a network has it that no scene is played on. */
    async draw(card: string, params: Readonly<Record<string, Json>>): Promise<void> {
      const showing = { community: await room.community(), subject: '', params, reader: null };
      const drawer = drawers[card];
      const drawn = await drawer?.(
        { ...showing, now: t.clock.now(), shown: false },
        t.house.services,
      );
      if (drawn) keep({ of: card, kind: 'card', view: drawn(locale) });
    },
    /** Why no private room can be had from now on. */
    noRooms(fault: RoomFault | null): void {
      t.web.roomFault = fault;
    },
    /** Answers the form they were last asked. */
    fill(who: string, values: Record<string, string>): Promise<View> {
      const form = forms.get(who);
      if (!form) throw new Error(`${who} was asked nothing`);
      return answered(who, form.of, room.fill(who, values, form.view));
    },
    /** A typed line; `of`: what answers it. */
    say: (who: string, line: string, of: string) => answered(who, of, room.say(who, line)),
    async at(time: string): Promise<void> {
      await t.at(time);
      await look();
    },
  };

  return {
    stage,
    async begin(people: readonly string[]): Promise<void> {
      t.clock.set(BEGINS);
      for (const who of people) {
        await room.arrive(who);
        t.clock.pass(STEP_MS);
      }
      await look();
    },
    kept: (): readonly Kept[] => kept,
  };
}

const chosen = ({ options }: Select, pick: string): Option | undefined =>
  options.find(({ label }) => label.includes(pick));

const offers = (one: Action, pick: string): boolean =>
  one.type === 'select' ? chosen(one, pick) !== undefined : one.label.includes(pick);

/** Plays every scene; each distinct view is kept once, where it was first seen. */
export async function playAll(
  t: TestHouse,
  scenes: readonly Scene[],
  locale: Locale,
): Promise<Kept[]> {
  const all: Kept[] = [];
  for (const { name, people, play } of scenes) {
    const { stage, begin, kept } = openStage(t, name, locale);
    await begin(people);
    await play(stage);
    all.push(...kept());
  }
  const seen = new Set<string>();
  return all.filter(({ of, kind, view }) => {
    const { community: _, form, ...rest } = view;
    const json = JSON.stringify([of, kind, rest, form?.fields]);
    // What is of mediation has no number of its own: only ids, which nobody sees.
    const key = of.startsWith('mediation.') ? alike(json) : json;
    return !seen.has(key) && seen.add(key);
  });
}
