import { encodeAct } from '../../../commands/view/act-id.js';
import type { Act, Action, Ballot, Select, View } from '../../../commands/view/view.js';

/** What a reaction under a message does. */
export interface Gesture {
  readonly emoji: string;
  readonly label: string;
  /** As the id of an act. */
  readonly act: string;
  /** What taking the reaction away does; `null`: nothing. */
  readonly undo: string | null;
  /** For a choice: the argument it gives, and whether several reactions add up. */
  readonly choice: {
    readonly param: string;
    readonly value: string;
    readonly multiple: boolean;
  } | null;
  /** A list that opens by itself, for who asks: the argument it gives, and from what. */
  readonly menu: Pick<Select, 'param' | 'multiple' | 'options'> | null;
  /** We put it under the message ourselves, there to be joined. */
  readonly seeded: boolean;
}

/** The gestures under a message, and those to be made in private instead. */
export interface Gestures {
  readonly open: readonly Gesture[];
  readonly secret: readonly Gesture[];
}

/** Asks for one's ballot in private. */
export const PRIVATE_BALLOT = '🔐';

const DIGITS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣', '🔟'];
/** U+1F1E6 to U+1F1FF, one alone shows as a letter. */
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));
/** Under an answer to one person, few enough to be at hand. */
const FEW = 6;

/**
 * Buttons and selects as signs to react with: their own landmark, digits for the options of a
 * choice, letters for the rest. `direct`: nobody else looks, so that secret ones are offered.
 */
export function gesturesOf(view: View, direct: boolean): Gestures {
  const taken = new Set<string>([PRIVATE_BALLOT]);
  const free = (signs: readonly string[]): string => {
    const sign = [...signs, ...LETTERS].find((one) => !taken.has(one));
    if (sign === undefined) throw new Error(`too many gestures: ${view.reference}`);
    taken.add(sign);
    return sign;
  };
  const folded = isFolded(view.actions);
  const partsOf = (action: Action): Part[] => parts(action, folded);
  const count = view.actions.flatMap(partsOf).length;
  const all = view.actions.flatMap((action) =>
    partsOf(action).map(({ label, act, ballot, choice, menu }) => ({
      secret: ballot?.secret === true,
      gesture: {
        ...{ label, choice, menu, act: encodeAct(view.community, act) },
        emoji: free(choice ? DIGITS : landmarks(action)),
        undo: ballot ? encodeAct(view.community, ballot.undo) : null,
        seeded: ballot !== undefined || (direct && count <= FEW),
      },
    })),
  );
  const hidden = (one: { secret: boolean }): boolean => one.secret && !direct;
  return {
    open: all.filter((one) => !hidden(one)).map(({ gesture }) => gesture),
    secret: all.filter(hidden).map(({ gesture }) => gesture),
  };
}

const landmarks = (action: Action): string[] =>
  action.type === 'button' && action.landmark ? [action.landmark] : [];

/** Lists beside each other, or a long one beside other gestures: a sign for each would be lost. */
function isFolded(actions: readonly Action[]): boolean {
  const lists = actions.filter((one) => one.type === 'select' && !one.ballot);
  const longest = Math.max(0, ...lists.map((one) => ('options' in one ? one.options.length : 0)));
  return lists.length > 1 || (actions.length > 1 && longest > DIGITS.length);
}

interface Part {
  readonly label: string;
  readonly act: Act;
  readonly ballot: Ballot | undefined;
  readonly choice: Gesture['choice'];
  readonly menu: Gesture['menu'];
}

function parts(action: Action, folded: boolean): Part[] {
  switch (action.type) {
    case 'link':
      return [];
    case 'button':
      return [{ ...only(action), ballot: action.ballot, choice: null, menu: null }];
    case 'select':
      if (folded && !action.ballot) {
        const { param, multiple, options } = action;
        const menu = { param, multiple, options };
        return [{ ...only(action), ballot: undefined, choice: null, menu }];
      }
      return action.options.map(({ value, label }) => ({
        ...{ label, act: action.act, ballot: action.ballot, menu: null },
        choice: { param: action.param, value, multiple: action.multiple },
      }));
  }
}

const only = ({ label, act }: { readonly label: string; readonly act: Act }) => ({ label, act });

/** Each such sign adds its option to those held, and taken away takes it out: it is no ballot. */
export const addsUp = ({ choice, undo }: Gesture): boolean =>
  choice?.multiple === true && undo === null;

/** Clients differ in skin tones and in the selector that asks for a coloured sign. */
export const sameSign = (emoji: string): string =>
  emoji.replaceAll(/[\u{FE0E}\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu, '');
