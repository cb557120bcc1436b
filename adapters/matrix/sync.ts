import type { MatrixEvent } from './types.js';

/** What a sync brings, one thing at a time. */
export interface Happening {
  readonly type: 'invite' | 'leave' | 'event';
  readonly roomId: string;
  readonly event: MatrixEvent;
}

export interface Timeline {
  events: unknown[];
  readonly limited?: boolean;
  readonly prev_batch?: string;
}

/** The part of a sync's answer that is read here. */
export interface SyncAnswer {
  readonly next_batch: string;
  readonly rooms?: { readonly join?: Readonly<Record<string, { timeline?: Timeline }>> };
}

export const timelinesOf = (answer: SyncAnswer): [string, Timeline][] =>
  Object.entries(answer.rooms?.join ?? {}).flatMap(([roomId, { timeline }]) =>
    timeline ? [[roomId, timeline] as [string, Timeline]] : [],
  );
