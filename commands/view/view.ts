import type { CommunityId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';

/** A piece of a line of text. Text from people is always a plain string here, never markup. */
export type Inline =
  | string
  | { readonly type: 'strong' | 'em' | 'del' | 'code'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'break' };

/** Rich text as a tree; every platform escapes and renders it for itself. */
export type RichBlock =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly RichBlock[] }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly RichBlock[])[];
    };

export type Block =
  | { readonly type: 'rich'; readonly content: readonly RichBlock[] }
  /** Small print: the rule of the game, who sees what. */
  | { readonly type: 'note'; readonly content: readonly Inline[] }
  | {
      readonly type: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: readonly Inline[] }[];
    }
  | {
      readonly type: 'table';
      /** Says what the table holds, for who cannot see it. */
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** `text` says the same as the bar, in words. */
  | {
      readonly type: 'progress';
      readonly label: string;
      readonly value: number;
      readonly max: number;
      readonly text: string;
    }
  | {
      readonly type: 'image';
      readonly alt: string;
      readonly mediaType: string;
      readonly data: Uint8Array;
    }
  | {
      readonly type: 'file';
      readonly name: string;
      readonly mediaType: string;
      /** What it holds; of a file that is not text, the same in words. */
      readonly text: string;
      readonly data?: Uint8Array;
    };

/**
 * What a button does: a command with some of its arguments already given, by parameter name.
 * What is still missing is asked for, as when the command is typed.
 */
export interface Act {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/**
 * A voice given by one gesture, such as a reaction. A secret one is only offered where nobody
 * else looks; `undo` is what taking the gesture back does.
 */
export interface Ballot {
  readonly secret: boolean;
  readonly undo: Act;
}

export type Action = Button | Select | Link;

export interface Button {
  readonly type: 'button';
  readonly label: string;
  readonly style: 'primary' | 'plain' | 'danger';
  readonly act: Act;
  /** One emoji, the same everywhere for the same gesture: a reaction, where there are some. */
  readonly landmark?: string;
  readonly ballot?: Ballot;
}

/** The chosen option's value becomes the argument `param` of `act`. */
export interface Select {
  readonly type: 'select';
  readonly label: string;
  readonly act: Act;
  readonly param: string;
  /**
   * Several may be taken: the values are joined by commas. But for a ballot, `+value` adds one to
   * those held and `-value` takes it out: networks without lists take signs one by one.
   */
  readonly multiple: boolean;
  readonly options: readonly Option[];
  readonly ballot?: Ballot;
}

export interface Link {
  readonly type: 'link';
  readonly label: string;
  readonly href: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * One thing asked in a form. Values are the text a person would have typed; that of a `file` names
 * what is held already, and is only sent back when it is another one.
 */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly input: 'line' | 'text' | 'choice' | 'flag' | 'file';
  /** For `choice`: what may be chosen, one of them. For `line`: what to offer, if anything. */
  readonly options: readonly Option[];
  readonly value: string;
  readonly required: boolean;
  /** Seldom needed: may be folded away until asked for. */
  readonly advanced: boolean;
  /** In characters as a person counts them. */
  readonly maxLength: number;
  /** What is wrong with the value, in words; empty when nothing is. */
  readonly fault: string;
  /** Shown only when the field `name` holds one of `values`. */
  readonly when: { readonly name: string; readonly values: readonly string[] } | null;
}

/** Arguments still to be given. Sent back as an invocation of kind `form` with this dialogue id. */
export interface Form {
  readonly dialogue: string;
  readonly submit: string;
  readonly fields: readonly Field[];
  /** What is asked is confidential: never where others read. */
  readonly private?: boolean;
}

/**
 * What ECC says: a small document that every platform renders with its own means and limits.
 * `audience`: the whole room, only the person who acted, or a direct message.
 */
export interface View {
  readonly community: CommunityId | null;
  readonly title: readonly Inline[];
  /** At most one emoji, the same landmark everywhere for the same thing; empty for none. */
  readonly landmark: string;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly form: Form | null;
  readonly audience: 'room' | 'only-you' | 'direct';
  /** What the card is about, for example `D-12`: an anchor to find it again. */
  readonly reference: string;
  /**
   * What it tells is confidential, about this, or about each of these: it is shown where nobody
   * else looks and, where answers last, can be taken away.
   */
  readonly confidential?: string | readonly string[];
  /** The language it is in, when it answers somebody. */
  readonly locale?: Locale;
}
