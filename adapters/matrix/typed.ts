import { fold } from '../../src/kernel/text.js';
import { type Gesture, sameSign } from './render/gestures.js';

/** What words written to us alone make of what a message offers. */
export type Typed =
  | { readonly type: 'gesture'; readonly gesture: Gesture }
  /** Numbers of a list: what they come to. */
  | { readonly type: 'numbers'; readonly gesture: Gesture; readonly value: string }
  /** Numbers that the list does not have. */
  | { readonly type: 'beyond'; readonly count: number };

/** A sign, a label, or numbers of the list that is shown; `null` for anything else. */
export function typedAmong(offered: readonly Gesture[], text: string): Typed | null {
  const gesture = offered.find(
    ({ emoji, label }) => sameSign(emoji) === sameSign(text) || fold(label) === fold(text),
  );
  if (gesture) return { type: 'gesture', gesture };
  const places = numbersIn(text);
  const list = offered.filter(({ choice }) => choice !== null);
  const [first] = list;
  if (places === null || !first?.choice || !list.every((one) => isOf(one, first))) return null;
  const chosen = places.flatMap((place) => list[place - 1]?.choice ?? []);
  const most = first.choice.multiple ? list.length : 1;
  if (chosen.length < places.length || chosen.length > most) {
    return { type: 'beyond', count: list.length };
  }
  return { type: 'numbers', gesture: first, value: chosen.map(({ value }) => value).join(',') };
}

/** Two options of one list. */
const isOf = (one: Gesture, other: Gesture): boolean =>
  one.act === other.act && one.choice?.param === other.choice?.param;

/** `1, 3`, `1 et 3`, `1 3`, each once; `null` for anything else. */
function numbersIn(text: string): number[] | null {
  const words = fold(text)
    .split(/[\s,;]+|\b(?:et|and)\b/)
    .filter((word) => word !== '');
  const isList = words.length > 0 && words.every((word) => /^\d{1,2}$/.test(word));
  return isList ? [...new Set(words.map(Number))] : null;
}
