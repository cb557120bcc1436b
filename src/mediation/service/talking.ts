import type { MediationId } from '../../kernel/ids.js';
import { ok, type Result } from '../../kernel/result.js';
import { mediatorOf, moved } from '../rules/course.js';
import { addPage } from '../store/requests.js';
import type { Page, Request, Seen, Side } from '../types.js';
import { openPages, sealPage } from './keeping.js';
import { type ByMember, changing, type Held, keep, type Parts, tell } from './parts.js';

type Message = Extract<Page, { type: 'message' }>;
export type Reading = Extract<Page, { type: 'reading' }>;

export interface Talk {
  readonly request: Request;
  readonly side: Side;
  readonly messages: readonly Message[];
}

export function createTalking(parts: Parts) {
  const { keys } = parts;

  async function add({ tx, request, now }: Held, page: Page): Promise<void> {
    const own = keys.find(request.id);
    if (!own) throw new Error('the key of a request is gone');
    await addPage(tx, request.community, request.id, sealPage(own, request.id, page, now));
  }

  /** Whoever reads somebody else's request leaves a trace of it, which that person can see. */
  async function trace(held: Held, cause: ByMember, what: Seen): Promise<void> {
    if (held.part === 'requester') return;
    await add(held, { type: 'reading', reader: cause.member, what, at: cause.now });
  }

  return {
    /** What was asked for. */
    read: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'read', async (held) => {
        await trace(held, cause, 'request');
        return ok(held.request);
      }),

    write: (cause: ByMember, id: MediationId, text: string): Promise<Result<void>> =>
      changing(parts, cause, id, 'write', async (held) => {
        const { request, part } = held;
        const mediator = mediatorOf(request);
        if (!mediator) throw new Error('nobody to write to');
        const from: Side = part === 'mediator' ? 'mediator' : 'requester';
        await add(held, { type: 'message', from, mediator, text, at: cause.now });
        await keep(parts, held, moved(request, cause.now));
        await tell(held, request, from === 'mediator' ? request.requester : mediator);
        return ok(undefined);
      }),

    /** What was written to each other; a mediator reads only what was written with them. */
    talk: (cause: ByMember, id: MediationId): Promise<Result<Talk>> =>
      changing(parts, cause, id, 'talk', async (held) => {
        const { request, part, tx } = held;
        const pages = await openPages(tx, keys, request);
        const messages = pages
          .filter((page): page is Message => page.type === 'message')
          .filter(({ mediator }) => part === 'requester' || mediator === cause.member);
        await trace(held, cause, 'messages');
        return ok({ request, messages, side: part === 'requester' ? 'requester' : 'mediator' });
      }),

    /** Who read what, and when: for the requester. */
    readings: (cause: ByMember, id: MediationId): Promise<Result<readonly Reading[]>> =>
      changing(parts, cause, id, 'readings', async ({ tx, request }) => {
        const pages = await openPages(tx, keys, request);
        return ok(pages.filter((page): page is Reading => page.type === 'reading'));
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
