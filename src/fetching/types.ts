import type { Result } from '../kernel/result.js';

export interface FetchRequest {
  /** As a person or a page wrote it. */
  readonly url: string;
  /** GET when not said; the others are for calendars (RFC 4918, RFC 4791). */
  readonly method?: 'GET' | 'PROPFIND' | 'REPORT' | 'PUT' | 'DELETE';
  /** Not for credentials, cookies or what frames the message: those throw. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What the last answer said of its version. */
  readonly conditional?: { readonly etag?: string | null; readonly lastModified?: string | null };
  /** Said to the origin of `url` alone, never after a redirect to another. */
  readonly credentials?: Credentials;
  /** Statuses, besides 2xx, whose answer is wanted as it is. */
  readonly expected?: readonly number[];
  readonly limits?: Partial<Limits>;
}

export type Credentials =
  | { readonly type: 'basic'; readonly user: string; readonly password: string }
  | { readonly type: 'bearer'; readonly token: string };

export interface Limits {
  /** Of the body, as it travels and once decompressed. */
  readonly bytes: number;
  /** For everything, redirects and the last byte included. */
  readonly timeoutMs: number;
  readonly redirects: number;
  /** How many times larger than it travelled a body may be, past the first megabyte. */
  readonly ratio: number;
}

export interface Fetched {
  readonly status: number;
  /** By names in lower case, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that answered. */
  readonly url: string;
  /** Where to ask from now on: the last address that only permanent redirects lead to. */
  readonly permanentlyMovedTo: string | null;
  readonly body: Uint8Array;
  /** What was had before is still right; `body` is empty. */
  readonly notModified: boolean;
}

export interface Fetcher {
  /**
   * Refusals: `fetch-bad-address`, `fetch-not-public`, `fetch-too-large`, `fetch-too-slow`,
   * `fetch-too-many-redirects`, `fetch-unreachable`, `fetch-garbled`, and `fetch-bad-status`, with
   * `status` and, where the server says when to come back, `retryAfterMs`.
   */
  fetch(request: FetchRequest): Promise<Result<Fetched>>;
  /** Cuts what is under way. */
  close(): Promise<void>;
}
