import { cleanLine } from '../../kernel/text.js';
import { castReader } from '../methods/counter.js';
import type { Option } from '../methods/method.js';
import { methodNamed, methods } from '../methods/methods.js';
import { type Fault, Faults, Reader } from '../methods/reader.js';
import type { TallyResult } from '../methods/result.js';
import { parseJson } from './json.js';

export const LIMITS = { ballots: 1_000_000, options: 1_000, optionLength: 1_000 } as const;

/** `decision` is what ECC's own export adds for people; `note` is theirs. Neither is read. */
const KEYS = ['method', 'options', 'candidates', 'ballots', 'rule', 'decision', 'note'];

/** A value, or every fault at once: a `Result` of the kernel, with narrower codes. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Fault, ...Fault[]] };

/**
 * Counts the ballots of `{ method, candidates | options, ballots, rule? }`, already parsed from
 * JSON or made by hand. Pure: the same input gives the same result, and the order of the ballots
 * changes nothing. Never throws on data, whatever it is.
 */
export function tally(input: unknown): Checked<TallyResult> {
  const faults = new Faults();
  return settle(faults, read(new Reader(input, faults)));
}

/** The same from the text of a JSON file. Faults of the text and of its content come together. */
export function tallyJson(text: string): Checked<TallyResult> {
  const faults = new Faults();
  const parsed = parseJson(text, faults);
  return settle(faults, parsed && read(new Reader(parsed.value, faults)));
}

function settle(faults: Faults, count: (() => TallyResult) | null): Checked<TallyResult> {
  const [first, ...rest] = faults.list;
  if (first) return { ok: false, refusals: [first, ...rest] };
  if (!count) throw new Error('A tally file was refused without a fault');
  return { ok: true, value: count() };
}

function read(file: Reader): (() => TallyResult) | null {
  if (!file.object(KEYS)) return null;
  const name = file.at('method');
  const method = typeof name.value === 'string' ? methodNamed(name.value) : undefined;
  if (!method) {
    const allowed = Object.keys(methods).join(', ');
    name.fault(name.given ? 'unknown-method' : 'missing-one-of', { allowed });
  }

  const options = readOptions(file, method?.takesOptions);
  const ballots = file.at('ballots').list(LIMITS.ballots);
  if (method) return method.read({ rule: file.at('rule'), ballots, options });

  const readCast = castReader();
  for (const ballot of ballots) readCast(ballot);
  return null;
}

/** `taken` is undefined while the method is unknown. */
function readOptions(file: Reader, taken: boolean | undefined): Map<string, Option> {
  const options = new Map<string, Option>();
  const candidates = file.at('candidates');
  const at = candidates.given ? candidates : file.at('options');
  if (candidates.given && file.at('options').given) candidates.fault('options-twice');
  if (!at.given && !taken) return options;

  const places = at.list(LIMITS.options);
  if (taken === false && places.length > 0) {
    at.fault('options-not-taken');
    return options;
  }
  if (taken && Array.isArray(at.value) && at.value.length === 0) at.fault('missing');

  const seen = new Map<string, string>();
  for (const place of places) {
    const option = readOption(place);
    if (!option) continue;
    const looks = cleanLine(option.key);
    const first = seen.get(looks);
    if (first !== undefined) place.fault('option-again', { first });
    else {
      seen.set(looks, place.place);
      options.set(option.key.normalize('NFC'), option);
    }
  }
  return options;
}

/** `"Samedi"`, or `{ "key": "sam", "label": "Samedi" }`. */
function readOption(at: Reader): Option | null {
  if (typeof at.value !== 'object') {
    const key = readName(at);
    return key === null ? null : { key, label: key };
  }
  if (!at.object(['key', 'label'])) return null;
  const key = readName(at.at('key'));
  const label = at.at('label').given ? readName(at.at('label')) : key;
  return key === null || label === null ? null : { key, label };
}

/** A text that a person can see, since two names that look empty could not be told apart. */
function readName(at: Reader): string | null {
  const { value } = at;
  if (typeof value !== 'string') at.fault(at.given ? 'not-text' : 'missing');
  else if (cleanLine(value) === '') at.fault('option-unreadable');
  else if (value.length > LIMITS.optionLength) {
    at.fault('option-too-long', { limit: LIMITS.optionLength, count: value.length });
  } else return value;
  return null;
}
