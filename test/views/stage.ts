import { randomBytes } from 'node:crypto';
import type { Invocation } from '../../commands/registry/invocation.js';
import type { View } from '../../commands/view/view.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { TestHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';

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

  const keep = (one: Omit<Kept, 'scene'>): void => {
    kept.push({ ...one, scene });
  };

  /** What was posted or edited since last time. */
  async function look(): Promise<void> {
    await t.settle();
    const { prisma } = t.database;
    const fresh: Omit<Kept, 'scene'>[] = [];
    for (const { to, key, view } of t.web.messages) {
      if (to.roomId !== room.roomId) continue;
      const message = `${to.userId} ${key}`;
      const text = JSON.stringify(view[locale]);
      if (shown.get(message) === text) continue;
      shown.set(message, text);
      const row = await prisma.delivery.findFirstOrThrow({ where: { key } });
      fresh.push({ of: row.card, kind: 'card', view: view[locale] });
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
    await look();
    return view;
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
    const key = JSON.stringify([of, kind, rest, form?.fields]);
    return !seen.has(key) && seen.add(key);
  });
}
