import type { Refusal } from '../../src/kernel/result.js';
import { note, view } from '../view/build.js';
import type { Field, View } from '../view/view.js';
import { commandWord, optionalWords, refusalText } from '../words/command-words.js';
import { say } from '../words/index.js';
import { isAsked, isRequired, type Reading } from './arguments.js';
import type { Command } from './command.js';
import type { Context } from './context.js';
import { heldAs } from './file.js';

/** Beyond this, a name is sooner typed than found in a list. */
const MOST_LISTED = 25;

/** A form for what is missing or wrong, with what was already given kept in it. */
export async function formView(parts: {
  readonly command: Command;
  readonly context: Context;
  readonly dialogue: string;
  /** Given for good when the dialogue began: not asked again unless wrong. */
  readonly settled: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
  readonly reading: Pick<Reading, 'faults' | 'missing'>;
  /** Missing arguments are faults once the form has been sent. */
  readonly sent: boolean;
}): Promise<View> {
  const { command, context, reading, values } = parts;
  const fields: Field[] = [];
  const isSettled = (name: string): boolean =>
    parts.settled.has(name) && !reading.faults.some(({ field }) => field === name);
  for (const [name, param] of Object.entries(command.params)) {
    const fault = reading.faults.find(({ field }) => field === name);
    const needed = isRequired(param, values);
    if ((parts.settled.has(name) || (param.unasked && !needed)) && !fault) continue;
    // What it depends on is settled and not in the form: whether it is asked is known already.
    const decided = param.when !== null && isSettled(param.when.name);
    if (decided && !isAsked(param, values)) continue;
    const missing = parts.sent && reading.missing.includes(name);
    const options = await param.options(context);
    const listed = param.closed && options.length > 0 && options.length <= MOST_LISTED;
    const held = param.input === 'file' ? await heldAs(values[name] ?? '', context) : null;
    const help = commandWord(context.locale, command.id, name, 'help');
    fields.push({
      name,
      label: capitalised(commandWord(context.locale, command.id, name)),
      help: held ? say(context.locale, 'form.file.held', { name: held.name }) : help,
      input: listed ? 'choice' : param.input,
      options: listed || param.input === 'choice' ? options : options.slice(0, MOST_LISTED),
      value: param.input === 'file' ? (held?.id ?? '') : (values[name] ?? ''),
      required: (needed && !held) || (param.required && param.when !== null),
      advanced: param.advanced && !fault,
      maxLength: param.maxLength,
      fault: faultText(fault ?? (missing ? { code: 'missing', params: {} } : null), context),
      when: decided ? null : param.when,
    });
  }
  const { locale } = context;
  const intro = optionalWords(locale, `command.${command.id}.intro`);
  return view({
    community: context.community.id,
    title: [
      optionalWords(locale, `command.${command.id}.title`) ||
        commandWord(locale, command.id, 'help'),
    ],
    blocks: intro ? [note(intro)] : [],
    form: {
      dialogue: parts.dialogue,
      submit: optionalWords(locale, `command.${command.id}.submit`) || say(locale, 'form.submit'),
      fields,
      private: command.private,
    },
    ...(command.confidential && { confidential: 'form' }),
  });
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const faultText = (fault: Refusal | null, context: Context): string =>
  fault === null ? '' : refusalText(context.locale, fault, context.community.zone, context.now);
