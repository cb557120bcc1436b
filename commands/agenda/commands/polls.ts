import { LIMITS, type Poll } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, line, optional, type Param, param } from '../../registry/param.js';
import { view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { type PollDrawing, pollPage } from '../views/poll.js';
import { when } from '../when.js';
import { understood } from './plan.js';

const USUAL_MINUTES = 60;

/** `3`, `S-3`; `null` for anything else. */
function readPoll(typed: string): number | null {
  const [, digits] = /^\s*(?:s\s*-?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
  return digits ? Number(digits) : null;
}

/** An open poll by its short number. */
const pollNumber = (): Param<number> =>
  param<number>({
    closed: true,
    options: async ({ services, community }) =>
      (await services.agenda.openPolls(community.id)).map(({ number, title }) => ({
        value: `S-${number}`,
        label: `S-${number} · ${title}`,
      })),
    parse: async (typed) => {
      const number = readPoll(typed);
      return number === null ? refuse('not-a-poll', { typed }) : ok(number);
    },
  });

/** What one date is: where it begins, and for how long if that was said. */
interface Proposed {
  readonly start: string;
  readonly minutes: number | null;
}

/** Several dates in words, one a line or separated by semicolons or commas. */
const dates = (): Param<readonly Proposed[]> =>
  param<readonly Proposed[]>({
    input: 'text',
    takes: 'words',
    maxLength: 2000,
    parse: async (typed, context) => {
      const separator = /[\n;|]/.test(typed) ? /[\n;|]/ : /,/;
      const found: Proposed[] = [];
      for (const part of typed.split(separator).filter((one) => one.trim() !== '')) {
        const read = await when().parse(part.trim(), context);
        if (!read.ok) return read;
        if (read.value.rule !== null) return refuse('slot-repeats', { typed: part.trim() });
        found.push(read.value);
      }
      return ok(found);
    },
  });

/** Numbers of dates, as a select gives them or as they are typed: `1, 3`; « aucune » is none. */
const places = (): Param<readonly number[]> =>
  param<readonly number[]>({
    takes: 'words',
    parse: async (typed) => {
      if (/^\s*(aucune?|none|0)\s*$/i.test(typed)) return ok([]);
      const all = typed.split(/[\s,;]+/).filter((one) => one !== '');
      const wrong = all.find((one) => !/^\d{1,2}$/.test(one));
      return wrong === undefined ? ok(all.map(Number)) : refuse('not-a-slot', { typed: wrong });
    },
  });

export const find = command({
  id: 'agenda.find',
  params: {
    name: line(LIMITS.title),
    slots: dates(),
    length: optional(integer({ min: 5, max: 1440 })),
    place: optional({ ...line(LIMITS.place), takes: 'named' as const }),
  },
  async run(context, { name, slots, length, place }) {
    const { services, cause, room, community, locale } = context;
    const minutes = length ?? slots.find((one) => one.minutes !== null)?.minutes ?? USUAL_MINUTES;
    const asked = {
      ...{ title: name, place: place ?? '', zone: community.zone, minutes },
      slots: slots.map(({ start }) => start),
    };
    const done = await services.agenda.ask(cause, asked, room?.id ?? null);
    if (!done.ok) return done;
    const { number } = done.value;
    return page(context, number, say(locale, 'poll.done.asked', { number }));
  },
});

async function page(context: Context, number: number, title?: string): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const found = await services.agenda.poll(community.id, { number });
  if (!found) return refuse('unknown-poll', { number });
  const drawing: PollDrawing = {
    ...found,
    names: await names(context),
    reader: member,
    locale,
    now,
  };
  const drawn = pollPage(drawing);
  return ok(title === undefined ? drawn : { ...drawn, title: [title] });
}

async function names({ services, community }: Context): Promise<ReadonlyMap<string, string>> {
  const members = await services.community.people(community.id);
  return new Map<string, string>(members.map(({ id, name }) => [id, name]));
}

export const poll = command({
  id: 'agenda.poll',
  params: { poll: pollNumber() },
  run: (context, args) => page(context, args.poll),
});

const suiting = (presence: 'yes' | 'maybe') => ({
  params: { poll: pollNumber(), slots: places() },
  async run(
    context: Context,
    { poll: number, slots }: { readonly poll: number; readonly slots: readonly number[] },
  ): Promise<Result<View>> {
    const said = { presence, places: slots };
    const done = await context.services.agenda.suit(context.cause, number, said);
    return done.ok ? page(context, number, say(context.locale, 'poll.done.answered')) : done;
  },
});

export const suits = command({ id: 'agenda.suits', ...suiting('yes') });
export const ifNeeded = command({ id: 'agenda.if-needed', ...suiting('maybe') });

export const choose = command({
  id: 'agenda.choose',
  params: { poll: pollNumber(), slot: integer({ min: 1, max: LIMITS.slots }) },
  async run(context, { poll: number, slot }) {
    const done = await context.services.agenda.choose(context.cause, number, slot);
    return done.ok ? understood(context, done.value, 'added') : done;
  },
});

export const drop = command({
  id: 'agenda.drop-poll',
  params: { poll: pollNumber() },
  confirm: true,
  async run({ services, cause, locale }, { poll: number }) {
    const done = await services.agenda.dropPoll(cause, number);
    const said = ({ title }: Poll) =>
      view({ title: [say(locale, 'poll.done.dropped', { title })] });
    return done.ok ? ok(said(done.value)) : done;
  },
});
