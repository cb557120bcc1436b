import type { Command, Menu } from './shapes/commands.js';
import type { Modal } from './shapes/components.js';
import type { EventBody } from './shapes/event.js';
import type { Body } from './shapes/message.js';

export const APPLICATION = '100000000000000001';
export const GUILD = '200000000000000001';
export const CHANNEL = '300000000000000001';
/** What the invitation asks for: view, send, embed, attach; private threads, and to write there. */
export const GRANTED = '343597435904';
/** As Discord numbers permissions. */
export const MAY = {
  readHistory: 1n << 16n,
  manageThreads: 1n << 34n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
} as const;

/** A scheduled event, with the status that the hours have given it since. */
export interface Scheduled extends EventBody {
  readonly id: string;
  readonly creator: string;
  readonly status: 1 | 2 | 3 | 4;
  readonly edits: number;
}

interface Named {
  readonly id: string;
  readonly version: string;
  readonly application_id: string;
}
/** A command as Discord keeps it: what is in a menu has an empty help. */
export type Registered = (Command & Named) | (Menu & Named & { readonly description: '' });

export interface Message extends Omit<Body, 'attachments' | 'nonce'> {
  readonly id: string;
  readonly channelId: string;
  readonly author: string;
  /** The only person who sees it; `null` for everybody in its channel. */
  readonly onlyFor: string | null;
  readonly nonce: string | null;
  /** Names and texts of the files. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly edits: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Discord's number for what they may do in the server. */
  permissions: string;
  messagesClosed: boolean;
  /** Ids of the roles they have in the server. */
  roles: readonly string[];
}

/** What somebody wrote in the channel, or in a thread of it. */
export interface Written {
  readonly id: string;
  readonly channelId: string;
  readonly author: string;
  readonly text: string;
  /** Whether ECC is mentioned there. */
  readonly mentioned: boolean;
}

/** A file that somebody gave, where its signed address finds it. */
export interface Upload {
  readonly id: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** A private thread of the channel. */
export interface Thread {
  readonly id: string;
  readonly name: string;
  readonly invitable: boolean;
  readonly members: Set<string>;
  archived: boolean;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly person: Person;
  readonly channelId: string;
  readonly at: number;
  /** When its first answer came, in milliseconds since 1970. */
  heardAt: number | null;
  readonly payload: object;
  state: 'new' | 'deferred' | 'answered';
  ephemeral: boolean;
  /** Its first answer, as a message. */
  original: string | null;
}

const EPOCH = 1_420_070_400_000;
let increment = 0;
export const snowflake = (): string =>
  String((BigInt(Date.now() - EPOCH) << 22n) | BigInt(++increment % 4096));

/** A role that people of the server made. */
export const MEDIATION = '900000000000000042';
const PLAIN_ROLE = { color: 0, hoist: false, managed: false, mentionable: false, flags: 0 };

/** Everything that Discord knows: it survives an outage. */
export function createWorld() {
  return {
    people: new Map<string, Person>(),
    messages: new Map<string, Message>(),
    interactions: new Map<string, Interaction>(),
    /** Windows open in front of people, by person. */
    modals: new Map<string, Modal>(),
    /** What completion last offered, by person. */
    offered: new Map<string, readonly { name: string; value: string }[]>(),
    /** Channel ids of direct messages, by person. */
    directs: new Map<string, string>(),
    threads: new Map<string, Thread>(),
    written: new Map<string, Written>(),
    uploads: new Map<string, Upload>(),
    /** Channels that were deleted. */
    deleted: new Set<string>(),
    events: new Map<string, Scheduled>(),
    commands: [] as Registered[],
    commandWrites: 0,
    /** What ECC may do in the server, and so in its channel. */
    granted: GRANTED,
    /** Whether ECC was invited into the server. */
    invited: true,
    /** The application's flags: its privileged intents among them. */
    flags: 0,
    /** Every refusal given: a test that expects none says so. */
    refusals: [] as { readonly code: number; readonly why: string }[],
  };
}
export type World = ReturnType<typeof createWorld>;

export const userOf = ({ id, name }: { id: string; name: string }) => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot: id === APPLICATION,
});

export const guildPayload = (world: World, id = GUILD) => ({
  id,
  name: 'La Fabrique',
  icon: null,
  owner_id: '1',
  preferred_locale: 'fr',
  joined_at: '2026-01-01T00:00:00Z',
  large: false,
  unavailable: false,
  member_count: 2,
  features: [],
  emojis: [],
  stickers: [],
  voice_states: [],
  presences: [],
  threads: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  system_channel_id: CHANNEL,
  roles: [
    { id, name: '@everyone', permissions: world.granted, position: 0, ...PLAIN_ROLE },
    { id: MEDIATION, name: 'Médiation', permissions: '0', position: 1, ...PLAIN_ROLE },
  ],
  channels: [
    {
      id: CHANNEL,
      type: 0,
      name: 'atelier',
      position: 0,
      permission_overwrites: [],
      guild_id: id,
    },
  ],
  members: [
    {
      user: userOf({ id: APPLICATION, name: 'ECC' }),
      roles: [],
      joined_at: '2026-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
  ],
});
