import type { MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { mediatorOf, moved } from '../rules/course.js';
import { guestOf, partOfGuest } from '../rules/guests.js';
import type { Page, Request, Side, State } from '../types.js';
import { openPages } from './keeping.js';
import {
  addPageTo,
  type ByMember,
  changing,
  type Held,
  keep,
  type Parts,
  tell,
  trace,
} from './parts.js';

type Message = Extract<Page, { type: 'message' }>;
export type Reading = Extract<Page, { type: 'reading' }>;

/** What requester and mediator wrote to each other. */
export interface Talk {
  readonly request: Request;
  readonly side: Side;
  readonly messages: readonly Message[];
}

/** What a guest and the mediator wrote to each other: the requester never reads it. */
export interface Line {
  readonly id: MediationId;
  readonly state: State;
  readonly guest: MemberId;
  readonly mediator: MemberId | null;
  readonly side: Side;
  readonly messages: readonly Message[];
}

/** Who reads a message; by their pseudonym when they have not said who they are. */
export interface Heard {
  readonly member: MemberId;
  readonly pseudonym: string | null;
}

/**
 * Whose private line with the mediator it is: a guest has theirs, the mediator names whose. `null`
 * is the requester's; a refusal, nobody's.
 */
function lineOf(
  { request, part }: Held,
  by: MemberId,
  named: MemberId | null,
): Result<MemberId | null> {
  if (part === 'invited' || part === 'joined') return ok(by);
  if (part !== 'mediator' || named === null) return ok(null);
  const guest = guestOf(request, named);
  const own = guest && partOfGuest(guest);
  return own === 'invited' || own === 'joined' ? ok(named) : refuse('mediation-not-now');
}

const sideOf = ({ part }: Held): Side => {
  if (part === 'invited' || part === 'joined') return 'guest';
  return part === 'mediator' ? 'mediator' : 'requester';
};

export function createTalking(parts: Parts) {
  const { keys } = parts;

  return {
    /** What was asked for. */
    read: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'read', async (held) => {
        await trace(parts, held, cause, 'request');
        return ok(held.request);
      }),

    /** Between the mediator and one person. @param guest for the mediator: to whom, else the requester */
    write: (
      cause: ByMember,
      id: MediationId,
      text: string,
      guest: MemberId | null = null,
    ): Promise<Result<Heard>> =>
      changing(parts, cause, id, 'write', async (held) => {
        const { request } = held;
        const mediator = mediatorOf(request);
        if (!mediator) throw new Error('nobody to write to');
        const line = lineOf(held, cause.member, guest);
        if (!line.ok) return line;
        const from = sideOf(held);
        const whose = line.value ? { guest: line.value } : {};
        const page: Page = { type: 'message', from, mediator, ...whose, text, at: cause.now };
        await addPageTo(parts, held, page);
        await keep(parts, held, moved(request, cause.now));
        const member = from === 'mediator' ? (line.value ?? request.requester) : mediator;
        await tell(held, request, member);
        const hidden = member === request.requester && !request.named;
        return ok({ member, pseudonym: hidden ? request.pseudonym : null });
      }),

    /** What was written to each other; a mediator reads only what was written with them. */
    talk: (
      cause: ByMember,
      id: MediationId,
      guest: MemberId | null = null,
    ): Promise<Result<Talk | Line>> =>
      changing(parts, cause, id, 'talk', async (held): Promise<Result<Talk | Line>> => {
        const { request, tx } = held;
        const line = lineOf(held, cause.member, guest);
        if (!line.ok) return line;
        const side = sideOf(held);
        const pages = await openPages(tx, keys, request);
        const messages = pages
          .filter((page): page is Message & { page: string } => page.type === 'message')
          .filter((page) => (page.guest ?? null) === line.value)
          .filter(({ mediator }) => side !== 'mediator' || mediator === cause.member);
        if (line.value) {
          const { state } = request;
          const mediator = mediatorOf(request);
          return ok({ id, state, guest: line.value, mediator, side, messages });
        }
        await trace(parts, held, cause, 'messages');
        return ok({ request, messages, side });
      }),

    /** Who read what, and when: for the requester. */
    readings: (cause: ByMember, id: MediationId): Promise<Result<readonly Reading[]>> =>
      changing(parts, cause, id, 'readings', async ({ tx, request }) => {
        const pages = await openPages(tx, keys, request);
        return ok(pages.filter((page) => page.type === 'reading'));
      }),

    /** The requester says who they are. */
    reveal: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'reveal', async (held) => {
        const request = { ...moved(held.request, cause.now), named: true };
        await keep(parts, held, request);
        return ok(request);
      }),
  };
}
