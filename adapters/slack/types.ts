import type { InstallationStore } from '@slack/bolt';
import type { Registry } from '../../commands/registry/invocation.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { CommunityId } from '../../src/kernel/ids.js';

export interface Log {
  debug(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** One workspace, reached without any public address. */
interface SocketConfig {
  /** `xoxb-…`: speaks as ECC. */
  readonly botToken: string;
  /** `xapp-…`, with `connections:write`: listens. */
  readonly appToken: string;
}

/** Any number of workspaces, that install ECC themselves from `/slack/install`. */
interface HttpConfig {
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what comes back from Slack's consent page; at least 32 characters. */
  readonly stateSecret: string;
  /** Where Slack reaches this service, without a path: `https://ecc.example.org`. */
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
}

export type SlackConfig = (SocketConfig | HttpConfig) & {
  /** Slack's own, unless given: `https://slack.com/api/`. */
  readonly apiUrl?: string;
};

export const isSocket = (config: SlackConfig): config is SlackConfig & SocketConfig =>
  'appToken' in config;

/** What the Slack adapter is made of. */
export interface SlackParts {
  readonly registry: Registry;
  /** Keeps installations by OAuth; not used with one workspace's tokens. */
  readonly store: InstallationStore;
  /** The communities somebody belongs to, for their Home tab. */
  readonly communitiesOf: (userId: string) => Promise<readonly CommunityId[]>;
  readonly config: SlackConfig;
  readonly log: Log;
  readonly clock: Clock;
  /** Told when Slack speaks to us by its web socket, at first and after every absence. */
  readonly returned?: () => void;
}
