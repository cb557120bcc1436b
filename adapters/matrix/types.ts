import type { Registry } from '../../commands/registry/invocation.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Log } from '../../src/kernel/log.js';
import type { MatrixStore } from './store.js';

export type Credentials =
  | { readonly type: 'token'; readonly accessToken: string }
  /** `user` is a local name or a full `@name:server`. */
  | { readonly type: 'password'; readonly user: string; readonly password: string };

export interface MatrixConfig {
  /** Where its client API is: `https://matrix.example.org`. */
  readonly homeserver: string;
  readonly credentials: Credentials;
  /** Who may invite: servers (`example.org`) or people (`@name:server`). Empty: our own server. */
  readonly inviters: readonly string[];
  /** What was asked while the service was down is too old to be answered beyond this. */
  readonly answerWithinMs: number;
  /** The language of rooms that have not chosen. */
  readonly locale: Locale;
}

export interface MatrixOptions {
  readonly registry: Registry;
  readonly store: MatrixStore;
  readonly config: MatrixConfig;
  readonly log: Log;
  readonly clock: Clock;
  /** Told when the homeserver answers, at first and after every absence. */
  readonly returned?: () => void;
  readonly rooms: {
    /** `null` until somebody has spoken to us there. */
    communityOf(roomId: string): Promise<CommunityId | null>;
    /** The network replaced a room by another. */
    moved(from: string, to: string): Promise<void>;
  };
}

/** An event as it comes; its content is whatever somebody sent. */
export interface MatrixEvent {
  readonly type: string;
  readonly event_id: string;
  readonly sender: string;
  /** In milliseconds, by the clock of the sender's server. */
  readonly origin_server_ts: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly state_key?: string;
  readonly redacts?: string;
  readonly unsigned?: Readonly<Record<string, unknown>>;
}

/** The content of an event to send. */
export type Content = Readonly<Record<string, unknown>>;
