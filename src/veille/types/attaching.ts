import type { MemberId, ResourceId } from '../../kernel/ids.js';

/** What a page can go with: a decision, or a meeting with all its dates. */
export interface Target {
  readonly kind: 'decision' | 'event';
  /** A `DecisionId` or a `SeriesId`. */
  readonly id: string;
}

export interface Attachment {
  readonly resource: ResourceId;
  readonly target: Target;
  readonly member: MemberId;
  readonly at: Date;
}

/** A page, as what it goes with names it. */
export interface Attached {
  readonly number: number;
  readonly title: string;
  readonly address: string;
}
