import type { Refusal, Result } from '../../src/kernel/result.js';
import { ok, refuse } from '../../src/kernel/result.js';
import type { Field } from '../view/view.js';
import type { Command } from './command.js';
import type { Context } from './context.js';
import type { Param } from './param.js';

/** In code units. Longer than anything a person types; refused before it is looked at. */
export const MAX_RAW_LENGTH = 20_000;

type Given = Readonly<Record<string, string>>;

/** What was understood, what is wrong, and what has not been said yet. */
export interface Reading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Refusal[];
  readonly missing: readonly string[];
  /** What was given, as a form shows it: `choice` for « choix », `yes` for « oui ». */
  readonly said: Given;
}

const holds = (condition: Field['when'], given: Given): boolean =>
  condition?.values.includes(given[condition.name] ?? '') ?? false;

export const isAsked = (param: Param<unknown>, given: Given): boolean =>
  param.when === null || holds(param.when, given);

export const isRequired = (param: Param<unknown>, given: Given): boolean =>
  isAsked(param, given) && (param.required || holds(param.requiredWhen, given));

/** Reads every argument, and says everything that is wrong at once. */
export async function readArguments(
  command: Command,
  given: Given,
  context: Context,
): Promise<Reading> {
  const values: Record<string, unknown> = {};
  const faults: Refusal[] = [];
  const missing: string[] = [];
  // A parameter that depends on another comes after it, and sees what was understood of it.
  const said: Record<string, string> = { ...given };
  for (const [name, param] of Object.entries(command.params)) {
    const raw = isAsked(param, said) ? (said[name] ?? '') : '';
    if (raw.trim() === '') {
      values[name] = param.fallback;
      if (isRequired(param, said)) missing.push(name);
      continue;
    }
    const read = await readOne(param, raw, context);
    if (read.ok) {
      values[name] = read.value;
      said[name] = asSaid(param, read.value, raw);
    } else faults.push(...read.refusals.map((refusal) => ({ ...refusal, field: name })));
  }
  return { values, faults, missing, said };
}

function asSaid({ input }: Param<unknown>, value: unknown, raw: string): string {
  if (input === 'choice') return String(value);
  if (input === 'flag') return value ? 'yes' : 'no';
  return raw;
}

async function readOne(
  param: Param<unknown>,
  raw: string,
  context: Context,
): Promise<Result<unknown>> {
  const length = raw.length;
  if (length > MAX_RAW_LENGTH) return refuse('too-long', { length, max: param.maxLength });
  const read = await param.parse(raw, context);
  return read.ok ? ok(read.value) : read;
}
