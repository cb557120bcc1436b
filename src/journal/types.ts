import type { CommunityId, MemberId } from '../kernel/ids.js';
import type { Json } from '../kernel/json.js';

/**
 * Who does something, where, and because of which event. Whatever is written under the same
 * `event` in the same community is written once; `null` when the clock is the cause.
 */
export interface Cause {
  readonly community: CommunityId;
  readonly member: MemberId | null;
  readonly event: string | null;
  readonly now: Date;
}

/** One thing that happened. `data` is never confidential: the journal is for everybody. */
export interface Entry {
  readonly id: string;
  readonly community: CommunityId;
  /** For example `decision.opened`. */
  readonly kind: string;
  /** Id of what it is about. */
  readonly subject: string;
  readonly member: MemberId | null;
  readonly data: Readonly<Record<string, Json>>;
  readonly at: Date;
}
