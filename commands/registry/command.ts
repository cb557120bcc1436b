import type { Room } from '../../src/community/types.js';
import type { Result } from '../../src/kernel/result.js';
import type { View } from '../view/view.js';
import type { Context, Described } from './context.js';
import type { Param } from './param.js';
import type { SaidMessage } from './said-message.js';

type Given = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, Param<unknown>>>;

export type Args<P extends Params> = {
  readonly [Name in keyof P]: P[Name] extends Param<infer T> ? T : never;
};

/** Something people can say: what it takes and what it does. */
export interface Command extends Described {
  readonly params: Params;
  /** Cannot be taken back lightly: what will happen is shown and confirmed first. */
  readonly confirm: boolean;
  /** What it asks may be a secret: its questions are never put where others read. */
  readonly private: boolean;
  /** What it asks, and that it was asked, is to leave no trace once it is answered. */
  readonly confidential: boolean;
  /** Who is not a member any more may use it too. */
  readonly former: boolean;
  /**
   * Before anything is asked: refuses what could not succeed, and proposes values as a person
   * would type them.
   */
  readonly prepare: (context: Context, given: Given) => Promise<Result<Given>>;
  /**
   * Offered on a message (its name there is `command.<id>.onMessage` in the catalogues): what the
   * message gives, by parameter, as a person would type it. They can correct it before it is sent
   * if anything is missing.
   */
  readonly onMessage: ((message: SaidMessage, context: Context) => Given) | null;
  /**
   * Taken by a reaction to a message: the sign that stands for it in a room, `null` where none
   * does, and what the message gives. A form has no place there: what is missing is refused.
   */
  readonly onReaction: {
    readonly sign: (room: Room) => string | null;
    readonly read: (message: SaidMessage | null, context: Context) => Result<Given>;
  } | null;
  /** Offered on a person (`command.<id>.onPerson`): the parameter that receives them. */
  readonly onPerson: string | null;
  readonly run: (
    context: Context,
    args: Readonly<Record<string, unknown>>,
  ) => Promise<Result<View>>;
}

interface Declaration<P extends Params> {
  readonly id: string;
  readonly params: P;
  readonly allows?: Command['allows'];
  readonly confirm?: boolean;
  readonly private?: boolean;
  readonly confidential?: boolean;
  readonly hidden?: boolean;
  readonly former?: boolean;
  readonly prepare?: Command['prepare'];
  readonly onMessage?: NonNullable<Command['onMessage']>;
  readonly onReaction?: NonNullable<Command['onReaction']>;
  readonly onPerson?: keyof P & string;
  readonly run: (context: Context, args: Args<P>) => Promise<Result<View>>;
}

/** Declares a command; its handler gets arguments of the types its parameters say. */
export function command<P extends Params>(declared: Declaration<P>): Command {
  return {
    allows: () => true,
    confirm: false,
    private: false,
    confidential: false,
    hidden: false,
    former: false,
    prepare: async () => ({ ok: true, value: {} }),
    onMessage: null,
    onReaction: null,
    onPerson: null,
    ...declared,
    run: declared.run as Command['run'],
  };
}
