import { LOCALES, type Locale } from '../../src/kernel/locale.js';
import { fold } from '../../src/kernel/text.js';
import { everydayPlace } from '../ecc/everyday.js';
import type { Option } from '../view/view.js';
import { commandNames, commandWord, paramNames } from '../words/command-words.js';
import type { Command } from './command.js';
import type { Context } from './context.js';
import type { Suggestion } from './invocation.js';
import { assign, tokensOf } from './line.js';
import type { Param } from './param.js';
import { commandOf, isFamily, takings } from './read-line.js';

const MOST = 25;
/** From so many letters on, what is typed may be a word of what a command does. */
const WORD = 3;
const FARTHEST = 4;
/** In code units: nobody completes a longer line, and it would take long to look at. */
const LONGEST = 2_000;

/** What can follow a line being typed: commands, then the arguments of the one it names. */
export async function complete(
  text: string,
  all: readonly Command[],
  context: Context,
): Promise<readonly Suggestion[]> {
  const commands = all.filter((command) => !command.hidden && command.allows(context.member));
  if (text.length > LONGEST) return [];
  const tokens = tokensOf(text);
  const found = commandOf(commands, tokens);
  const begun = found && tokens.length > found.words;
  const beyond = begun || (found && text.endsWith(' ') && !isFamily(commands, text.trim()));
  const suggestions = beyond
    ? await completeArgument(found.command, text, found.words, context)
    : [];
  if (suggestions.length > 0) return suggestions.slice(0, MOST);
  return commandsLike(commands, text, context).slice(0, MOST);
}

function commandsLike(commands: readonly Command[], text: string, context: Context): Suggestion[] {
  const typed = fold(text).replaceAll(/\s+/g, ' ').trim();
  const ended = /\s$/.test(text);
  return commands
    .map((command) => ({ command, names: commandNames(context.locale, command.id) }))
    .map((one) => ({ ...one, far: farFrom({ typed, ended }, one.command, context.locale) }))
    .filter(({ far }) => far < FARTHEST)
    .sort(
      (one, other) =>
        one.far - other.far || everydayPlace(one.command.id) - everydayPlace(other.command.id),
    )
    .map(({ command, names }) => ({
      insert: `${names[0]} `,
      label: names[0] ?? command.id,
      help: commandWord(context.locale, command.id, 'help'),
    }));
}

/** How far words are from a command: its name, a word of it, the other language, what it does. */
function farFrom(
  { typed, ended }: { readonly typed: string; readonly ended: boolean },
  { id }: Command,
  locale: Locale,
): number {
  const begins = (name: string): boolean => fold(name).startsWith(typed);
  const holds = (name: string): boolean =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(typed)) || fold(name).includes(` ${typed}`);
  const names = commandNames(locale, id);
  if (names.some(begins)) return 0;
  if (names.some(holds)) return 1;
  // Fewer letters are in anything; a word that is ended is a family that was meant.
  if (ended || typed.length < WORD) return FARTHEST;
  if (LOCALES.some((other) => commandNames(other, id).some(holds))) return 2;
  return holds(commandWord(locale, id, 'help')) ? 3 : FARTHEST;
}

async function completeArgument(
  command: Command,
  text: string,
  words: number,
  context: Context,
): Promise<Suggestion[]> {
  const tokens = tokensOf(text).slice(words);
  const fresh = text.endsWith(' ');
  const current = fresh ? null : (tokens.at(-1) ?? null);
  const before = assign(fresh ? tokens : tokens.slice(0, -1), takings(command)).given;
  const named = current?.name ?? null;
  const entry = Object.entries(command.params).find(([name, param]) =>
    named === null
      ? param.takes !== 'named' && !(name in before)
      : paramNames(command.id, name).some((known) => fold(known) === fold(named)),
  );
  if (!entry) return [];
  const [name, param] = entry;
  const start = text.slice(0, text.length - (current ? lastWordLength(text) : 0));
  const label = commandWord(context.locale, command.id, name);
  const prefix = named === null ? '' : `${named}:`;
  return (await offer(param, current?.text ?? '', context)).map((option) => ({
    insert: `${start}${prefix}${quoted(option.value)} `,
    label: option.label,
    help: label,
  }));
}

/** The values of one argument that begin like what is typed, or whose label holds it. */
export async function offer(
  param: Param<unknown>,
  text: string,
  context: Context,
): Promise<readonly Option[]> {
  const typed = fold(text);
  return (await param.options(context))
    .filter((option) => fold(option.value).startsWith(typed) || fold(option.label).includes(typed))
    .slice(0, MOST);
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** How much of the line the word being typed takes, its name and quote included. */
const lastWordLength = (text: string): number =>
  text.match(/(?:[\p{L}-]+:)?(?:"[^"]*|\S+)$/u)?.[0].length ?? 0;
