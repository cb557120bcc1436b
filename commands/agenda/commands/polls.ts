import type { Picked } from '../../../src/agenda/rules/polls.js';
import { LIMITS, type Poll } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, line, optional, type Param, param } from '../../registry/param.js';
import { view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { dates, picks } from '../slots.js';
import { type PollDrawing, pollPage } from '../views/poll.js';
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
  params: { poll: pollNumber(), slots: picks() },
  async run(
    context: Context,
    { poll: number, slots }: { readonly poll: number; readonly slots: Picked },
  ): Promise<Result<View>> {
    const said = { presence, ...slots };
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
