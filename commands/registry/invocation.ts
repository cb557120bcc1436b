import type { CommunityId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Act, Option, View } from '../view/view.js';
import type { Attached } from './file.js';
import type { SaidMessage } from './said-message.js';
import type { CommandSurface } from './surface.js';

export const PLATFORMS = ['web', 'discord', 'slack', 'matrix'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Who speaks, as the platform knows them. */
export interface Speaker {
  readonly userId: string;
  readonly name: string;
  /** The platform lets them run the place itself (on Discord, “manage server”). */
  readonly steward?: boolean;
  /** What they hold there, by the names people gave it (on Discord, their roles). */
  readonly roles?: readonly string[];
  /** Who says so each time they speak (on Discord, the server); left out where nobody does. */
  readonly authority?: string;
}

/** Where it was said, as the platform knows it. */
export interface Place {
  readonly roomId: string;
  readonly name: string;
}

/** What was asked of ECC, in one shape for all platforms. */
export type Request =
  /** A typed line without its leading sign: `décision proposer "Le titre" échéance:"demain 18h"`. */
  | {
      readonly type: 'line';
      readonly text: string;
      /** The message it replies to, when it does: for a command that is offered on messages. */
      readonly about?: SaidMessage | null;
    }
  /** A command chosen in the menu of a message. */
  | { readonly type: 'on-message'; readonly command: string; readonly message: SaidMessage }
  /** A sign that the room listens to, put under a message; `null` when it cannot be read. */
  | {
      readonly type: 'on-reaction';
      readonly command: string;
      readonly message: SaidMessage | null;
    }
  /** A command chosen in the menu of a person. */
  | {
      readonly type: 'on-person';
      readonly command: string;
      readonly person: { readonly userId: string; readonly name: string };
    }
  /** A button, a select or a native slash command: a command and the arguments given so far. */
  | { readonly type: 'act'; readonly community: CommunityId | null; readonly act: Act }
  /** A form sent back, every field by name. */
  | {
      readonly type: 'form';
      readonly dialogue: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** A form shown again with what it holds, and nothing done. */
  | { readonly type: 'reopen'; readonly dialogue: string };

/** One event of one platform. `eventId` is the platform's own: the same twice does its work once. */
export interface Invocation {
  readonly platform: Platform;
  readonly eventId: string;
  readonly speaker: Speaker;
  /** `null` in a direct conversation. */
  readonly place: Place | null;
  readonly locale: Locale;
  readonly request: Request;
  /** What they give beside words. */
  readonly files?: readonly Attached[];
}

/** Something to offer while a person types: `insert` replaces the line typed so far. */
export interface Suggestion {
  readonly insert: string;
  readonly label: string;
  readonly help: string;
}

/** What adapters are given: everything people can ask, behind two functions. */
export interface Registry {
  /** Never throws: a bug becomes a view with a short reference, and a line in the log. */
  dispatch(invocation: Invocation): Promise<View>;
  /** At most 25 completions of a line being typed, best first. */
  complete(
    invocation: Omit<Invocation, 'request' | 'eventId' | 'files'> & { readonly text: string },
  ): Promise<readonly Suggestion[]>;
  /** Everything people can say, for platforms that declare their commands. */
  readonly surface: readonly CommandSurface[];
  /** At most 25 values for one argument being typed, best first. */
  offer(
    invocation: Omit<Invocation, 'request' | 'eventId' | 'files'> & {
      readonly command: string;
      readonly param: string;
      readonly text: string;
    },
  ): Promise<readonly Option[]>;
  /**
   * The command that a reaction is, in a room that listens to it: its message is then to be read,
   * and given in a request. `null` for any other, of which nothing is to be read nor kept.
   */
  heeds(reaction: {
    readonly platform: Platform;
    readonly roomId: string;
    /** As `src/community/rules/signs` reads it. */
    readonly sign: string;
  }): Promise<string | null>;
  /**
   * Says that somebody is in a room, before they have asked anything: the first person there
   * founds its community and facilitates it.
   */
  arrive(invocation: Omit<Invocation, 'request' | 'eventId' | 'files'>): Promise<void>;
}
