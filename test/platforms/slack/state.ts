import { SCOPES } from '../../../adapters/slack/manifest.js';
import type { Blocks, Modal } from './kit.js';
import type { Shortcut } from './manifest.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly admin: boolean;
  /** Closed to direct messages. */
  closed: boolean;
  /** An application. */
  readonly bot?: boolean;
}

/** What somebody wrote in a channel, as Slack keeps it: with its own marks. */
export interface Written {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  /** By name: who reacted with it. */
  readonly reactions: Map<string, Set<string>>;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** The person of a direct conversation with ECC. */
  readonly direct: string | null;
  /** Whether ECC was invited. */
  invited: boolean;
  archived?: boolean;
  /** The people of a group conversation, but for ECC. */
  readonly group?: readonly string[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  /** `null` for everybody in the channel. */
  readonly onlyFor: string | null;
  text: string;
  blocks: Blocks;
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  edits: number;
}

/** A file that somebody gave, or that ECC did. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  bytes: Uint8Array;
  /** Where it was given; `null`: not yet. */
  channel: string | null;
}

export interface Window {
  readonly id: string;
  readonly user: string;
  view: Modal;
  /** What was typed so far, by label: it stays when the window does. */
  typed: Readonly<Record<string, string>>;
  /** Under which block, what is wrong. */
  errors: Readonly<Record<string, string>>;
}

export const TEAM = 'T0ATELIER';
/** Another workspace, that may install ECC too. */
export const OTHER_TEAM = 'T0VOISINS';
export const BOT_USER = 'U0ECC';
export const BOT_ID = 'B0ECC';
export const APP_ID = 'A0ECC';
export const TOKENS = {
  bot: 'xoxb-stand-in-bot',
  otherBot: 'xoxb-stand-in-other',
  app: 'xapp-1-stand-in-app',
  signingSecret: 'stand-in-signing-secret',
  clientId: '1.2',
  clientSecret: 'stand-in-client-secret',
} as const;

/** What the workspace knows: it survives its own outages. */
export function createState() {
  let counter = 0;
  const next = (): number => ++counter;
  return {
    users: new Map<string, User>(),
    channels: new Map<string, Channel>(),
    messages: [] as Message[],
    /** Slack's is three seconds; a loaded machine may be given more where it is not what is tried. */
    triggerLivesMs: 3_000,
    /** The operator withdrew the tokens. */
    revoked: false,
    /** By their id. */
    files: new Map<string, Kept>(),
    /** Each person's windows, the one on top last. */
    windows: [] as Window[],
    /** What the app's manifest puts in menus. */
    shortcuts: [] as Shortcut[],
    /** What people wrote and acted on, by its ts: in which channel. */
    written: new Map<string, string>(),
    /** What people wrote where everybody reads, by its ts. */
    posts: new Map<string, Written>(),
    homes: new Map<string, Blocks>(),
    /** When each trigger was given, until it is used or three seconds old. */
    triggers: new Map<string, number>(),
    responses: new Map<
      string,
      { channel: string; user: string; source: Message | null; used: number }
    >(),
    /** Everything the special sequences of messages would have notified: must stay empty. */
    notified: [] as string[],
    /** Calls of the Web API, in order; by which workspace's token. */
    calls: [] as { method: string; error: string | null; team?: string | null }[],
    /** What the bot token may do, as Slack tells it with every answer. */
    scopes: [...SCOPES] as string[],
    /** Whether the app token may open a socket. */
    mayListen: true,
    /** Calls made before the time that a refusal for their rate had said. */
    impatient: 0,
    next,
    /** Slack's message ids: seconds and a six-digit counter. */
    nextTs: (): string => `1700000000.${String(next()).padStart(6, '0')}`,
  };
}

/** Whose token it is. */
export const teamOf = (token: string): string | null =>
  token === TOKENS.bot ? TEAM : token === TOKENS.otherBot ? OTHER_TEAM : null;

export type State = ReturnType<typeof createState>;
