import type { MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { moved } from '../rules/course.js';
import { agreedOf, talksTogether } from '../rules/participants.js';
import type { Page, State } from '../types.js';
import { openPages } from './keeping.js';
import { addPageTo, type ByMember, changing, keep, type Parts, tell, trace } from './parts.js';

type Shared = Extract<Page, { type: 'shared' }>;

/** The conversation of all, for one of them. */
export interface Together {
  readonly id: MediationId;
  readonly state: State;
  /** Who reads what is written there now. */
  readonly people: readonly MemberId[];
  readonly messages: readonly Shared[];
}

export function createSharing(parts: Parts) {
  const { keys } = parts;

  return {
    /** To all who talk together; gives who will read it. */
    say: (cause: ByMember, id: MediationId, text: string): Promise<Result<readonly MemberId[]>> =>
      changing(parts, cause, id, 'say', async (held) => {
        const { request } = held;
        const people = agreedOf(request);
        if (!talksTogether(request) || !people.includes(cause.member)) {
          return refuse('mediation-not-together');
        }
        const to = people.filter((one) => one !== cause.member);
        const page: Page = { type: 'shared', from: cause.member, to, text, at: cause.now };
        await addPageTo(parts, held, page);
        await keep(parts, held, moved(request, cause.now));
        for (const one of to) await tell(held, request, one);
        return ok(to);
      }),

    /** What was written to all; each reads what was for them, and what they wrote. */
    together: (cause: ByMember, id: MediationId): Promise<Result<Together>> =>
      changing(parts, cause, id, 'together', async (held) => {
        const { request, tx } = held;
        const pages = await openPages(tx, keys, request);
        const messages = pages
          .filter((page): page is Shared & { page: string } => page.type === 'shared')
          .filter(({ from, to }) => from === cause.member || to.includes(cause.member));
        const people = talksTogether(request) ? agreedOf(request) : [];
        const inside = people.includes(cause.member);
        if (!inside && messages.length === 0) return refuse('mediation-not-together');
        await trace(parts, held, cause, 'together');
        return ok({ id, state: request.state, people: inside ? people : [], messages });
      }),
  };
}
