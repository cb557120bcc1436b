import type { MemberId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import type { Mediator, Request, Story } from '../types.js';
import { askedNow, mediatorOf } from './course.js';

interface Person {
  readonly id: MemberId;
  readonly name: string;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Shorter, a name is too many other words. */
const SHORTEST_NAME = 2;

/**
 * Whether a text names somebody: by their whole name, or by its first word alone. Rather one too
 * many: a mediator set aside for nothing is nobody's loss.
 */
function names(text: readonly string[], name: string): boolean {
  const own = wordsOf(name);
  const [first = ''] = own;
  if (first.length < SHORTEST_NAME) return own.length > 1 && holds(text, own);
  return text.includes(first) || holds(text, own);
}

const holds = (text: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 &&
  text.some((_, start) => run.every((word, index) => text[start + index] === word));

/** Everybody named anywhere in a request: they are neither asked nor told. */
export function namedIn(story: Story, people: readonly Person[]): MemberId[] {
  const { what, others, hope, reach, aside } = story;
  const text = wordsOf([what, others, hope, reach, aside].join('\n'));
  return people.filter(({ name }) => names(text, name)).map(({ id }) => id);
}

/** How many requests each mediator has in hand. */
export function loadsOf(requests: readonly Request[]): ReadonlyMap<MemberId, number> {
  const loads = new Map<MemberId, number>();
  for (const request of requests) {
    const held = request.state === 'met' ? mediatorOf(request) : askedNow(request);
    if (held) loads.set(held, (loads.get(held) ?? 0) + 1);
  }
  return loads;
}

/** Everybody whom a request names or excludes, or who is part of the conflict. */
const partiesOf = (request: Request, people: readonly Person[]): MemberId[] => [
  request.requester,
  ...namedIn(request.story, people),
  ...request.guests.map(({ member }) => member),
];

/**
 * Who may be asked, the one to propose first: those who speak the language, then those with the
 * fewest requests in hand. Nobody named, excluded, asked before, away or full; not oneself.
 */
export function candidates(
  request: Request,
  around: {
    readonly pool: readonly Mediator[];
    readonly people: readonly Person[];
    readonly loads: ReadonlyMap<MemberId, number>;
  },
): Mediator[] {
  const { pool, people, loads } = around;
  const out = new Set<MemberId>([
    ...partiesOf(request, people),
    ...request.asked.map(({ mediator }) => mediator),
  ]);
  const load = ({ member }: Mediator): number => loads.get(member) ?? 0;
  const foreign = ({ languages }: Mediator): number => (languages.includes(request.locale) ? 0 : 1);
  return pool
    .filter((one) => people.some(({ id }) => id === one.member))
    .filter((one) => one.available && !out.has(one.member) && load(one) < one.capacity)
    .sort((a, b) => foreign(a) - foreign(b) || load(a) - load(b) || (a.member < b.member ? -1 : 1));
}
