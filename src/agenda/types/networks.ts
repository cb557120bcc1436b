import type { CommunityId, EventPlaceId, SeriesId } from '../../kernel/ids.js';
import type { Locale } from '../../kernel/locale.js';

/** One meeting as a network shows it among its own events. */
export interface NetworkEvent {
  /** `A-12` */
  readonly reference: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly link: string;
  readonly start: Date;
  readonly end: Date;
  readonly locale: Locale;
}

/** `forbidden`: ECC may not make events there; `full`: it takes no more; `gone`: ECC is not there. */
export type EventProblem = 'forbidden' | 'full' | 'gone';

/** A network will not, however often it is asked: somebody there has to do something. */
export class EventsRefused extends Error {
  constructor(
    readonly problem: EventProblem,
    cause: unknown,
  ) {
    super(`events are refused: ${problem}`, { cause });
    this.name = 'EventsRefused';
  }
}

/**
 * A network with events of its own. A place is where the people of a room see them: a Discord
 * server. Each call may throw {@link EventsRefused}.
 */
export interface EventNetwork {
  /** Where a room is; `null` when it is not there any more. */
  placeOf(roomId: string): Promise<string | null>;
  /** What tells an event from others there, as the network keeps it. */
  markOf(event: NetworkEvent): string;
  /** Those that ECC made there and that are not over. */
  own(place: string): Promise<readonly { readonly ref: string; readonly mark: string }[]>;
  create(place: string, event: NetworkEvent): Promise<string>;
  /** `begun`: it goes on there already, or does now. `false` when it is no longer there. */
  edit(at: EventAt, event: NetworkEvent, begun: 'no' | 'now' | 'already'): Promise<boolean>;
  /** Nothing to do when it is no longer there. */
  end(at: EventAt, how: 'cancelled' | 'over' | 'removed'): Promise<void>;
  /** Where somebody who runs that place lets ECC make events; `null` when that cannot be said. */
  grantUrl(place: string): string | null;
}

export interface EventAt {
  readonly place: string;
  readonly ref: string;
}

/** A place, and how it goes there. */
export interface EventPlace {
  readonly id: EventPlaceId;
  readonly community: CommunityId;
  readonly platform: string;
  readonly place: string;
  readonly problem: EventProblem | '';
  readonly failures: number;
  readonly making: boolean;
}

/** An occurrence as a place was last told of it. */
export interface Mirrored {
  readonly series: SeriesId;
  readonly recurrence: string;
  /** Empty: somebody took it away there, and it stays away. */
  readonly ref: string;
  readonly said: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
