import type { Adapter } from '../../../adapters/contract.js';
import type { Platform } from '../../../commands/registry/invocation.js';
import type { House } from '../../../src/compose.js';
import type { Database } from '../../../src/database/open.js';

/** Something a person sees on a platform: the text as they read it, and what they can do with it. */
export interface Seen {
  /** The platform's own id of the message. */
  readonly id: string;
  /** Title, blocks and small print as bare text, in the order shown. */
  readonly text: string;
  /** Labels of the buttons and selects, in order. */
  readonly actions: readonly string[];
  /** Labels of the fields, when it is a form or a question. */
  readonly fields: readonly string[];
  /** How many times it was edited. */
  readonly edits: number;
}

/** How people react there to what other people write. */
export interface Reactions {
  /** The sign that the tests choose, as people type it there. */
  readonly typed: string;
  /** Somebody writes in the room, to the others; gives the message's id. */
  write(who: string, text: string): Promise<string>;
  /** Puts the chosen sign under a message, or another; again if it was there. */
  react(who: string, messageId: string, sign?: 'chosen' | 'other'): Promise<void>;
  /** The same by an application, where the network tells them from people. */
  readonly reactAsBot: ((messageId: string) => Promise<void>) | null;
  /** What is written from now on is hidden from ECC, or is gone when it looks. */
  hide(messageId: string): Promise<void>;
}

/**
 * A network with people in it, played through its stand-in server and the real SDK, so that one
 * suite of tests says the same of every adapter.
 */
export interface Driver {
  readonly platform: Platform;
  /** What can be asked of the house: started by the driver with its adapter and the stand-in. */
  readonly house: House;
  readonly database: Database;
  /** A person speaks a command in the room, as people of that network do: `décision proposer …`. */
  command(who: string, line: string): Promise<void>;
  /** Presses the button or reaction with this label under a message. */
  press(who: string, message: Seen, label: string): Promise<void>;
  /** Takes these options, and no others, from the list with this label under a message. */
  choose(who: string, message: Seen, list: string, labels: readonly string[]): Promise<void>;
  /** Answers what was asked: a modal at once, or questions one by one. By field label. */
  fill(who: string, answers: Readonly<Record<string, string>>): Promise<void>;
  /** What everybody in the room sees, oldest first. */
  room(): Promise<readonly Seen[]>;
  /** What this person alone sees: ephemeral answers, direct messages, open questions. */
  privately(who: string): Promise<readonly Seen[]>;
  /** The adapter itself, for what no gesture of a person asks. */
  adapter(): Adapter;
  /** Somebody, as the platform names them. */
  accountOf(who: string): string;
  /** The room, as the platform names it. */
  readonly roomId: string;
  /** Nobody can bring in this one. */
  readonly stranger: string;
  /** What this person reads in rooms that are not for everybody: the name, then what was said. */
  apart(who: string): Promise<readonly (readonly string[])[]>;
  /** `null` where messages have no reactions. */
  readonly reactions: Reactions | null;
  /** The platform delivers its last event once more. */
  redeliver(): Promise<void>;
  /** ECC's own messages come back to it as events, as networks do. */
  echo(): Promise<void>;
  /** The platform goes away and comes back with all it knew. */
  outage(during: () => Promise<void>): Promise<void>;
  /** ECC itself stops and starts again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
