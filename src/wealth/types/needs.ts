import type { Id, MemberId } from '../../kernel/ids.js';

export type NeedId = Id<'need'>;

/** What somebody says they need from the sharings of a context. */
export interface Need {
  readonly id: NeedId;
  readonly member: MemberId;
  /** What the rule « needs first » takes; `null`: only words, for those who may read them. */
  readonly cents: bigint | null;
  readonly words: string;
  /** Who may read it beside them. */
  readonly readers: readonly MemberId[];
  readonly at: Date;
}
