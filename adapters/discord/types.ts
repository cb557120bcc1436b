import type { Registry } from '../../commands/registry/invocation.js';

export interface DiscordConfig {
  /** Never shown and never logged. */
  readonly token: string;
  /** Where Discord's API is, without its version; Discord's own unless told otherwise. */
  readonly apiUrl?: string;
}

interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the adapter works with. */
export interface Desk {
  readonly registry: Registry;
  readonly config: DiscordConfig;
  readonly log: Log;
  /** Told when Discord can be spoken to, at first and after every absence. */
  readonly returned?: () => void;
  /** Told which channels are no more for ECC, as soon as Discord says so. */
  readonly gone?: (channels: readonly string[]) => void;
}
