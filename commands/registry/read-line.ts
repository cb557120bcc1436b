import { fold } from '../../src/kernel/text.js';
import { allNames, paramNames } from '../words/command-words.js';
import type { Command } from './command.js';
import { assign, beginsWith, type Token, tokensOf } from './line.js';

/** Whether other commands begin with this name: `décision`, before `décision proposer`. */
export const isFamily = (commands: readonly Command[], name: string): boolean =>
  commands.some(({ id }) => allNames(id).some((other) => fold(other).startsWith(`${fold(name)} `)));

/**
 * The command a line begins with: the one whose name takes most words. After the name of a family
 * comes one of its commands: `décision propser` is a slip, not the list of what is called so.
 */
export function commandOf(
  commands: readonly Command[],
  tokens: readonly Token[],
): { readonly command: Command; readonly words: number } | null {
  let best: { command: Command; words: number } | null = null;
  for (const command of commands) {
    for (const name of allNames(command.id)) {
      const words = beginsWith(tokens, name);
      if (words <= (best?.words ?? 0)) continue;
      const next = tokens[words];
      const slip = next && next.name === null && !next.quoted && isFamily(commands, name);
      if (!slip) best = { command, words };
    }
  }
  return best;
}

/** How the line parser sees a command's parameters. */
export const takings = (command: Command) =>
  Object.entries(command.params)
    .filter(([, { unseen }]) => !unseen)
    .map(([name, { takes, like }]) => ({
      ...{ name, like, takes: takes === 'last' ? ('named' as const) : takes },
      names: paramNames(command.id, name),
    }));

/** A typed line as a command and its arguments; `null` when it begins with no command. */
export function readLine(
  commands: readonly Command[],
  text: string,
): { command: Command; given: Record<string, string>; left: string } | null {
  const tokens = tokensOf(text);
  const found = commandOf(commands, tokens);
  if (!found) return null;
  const { command, words } = found;
  return { command, ...assign(lastNamed(command, tokens.slice(words)), takings(command)) };
}

/** Of several words, the last goes to the parameter that takes it: a name before it may be long. */
function lastNamed(command: Command, tokens: readonly Token[]): readonly Token[] {
  const [taker] = Object.entries(command.params).find(([, { takes }]) => takes === 'last') ?? [];
  const last = tokens.at(-1);
  if (taker === undefined || last?.name !== null || tokens.length < 2) return tokens;
  const names = paramNames(command.id, taker).map(fold);
  const given = tokens.some(({ name }) => name !== null && names.includes(fold(name)));
  return given ? tokens : [...tokens.slice(0, -1), { ...last, name: taker }];
}
