import { tokensOf } from '../../../commands/registry/line.js';

/** A typed line as a slash command: its words, then the options it names. */
export function readSlash(
  line: string,
  isCommand: (words: string) => boolean,
): { readonly words: string; readonly options: Readonly<Record<string, string>> } {
  const tokens = tokensOf(line);
  const bare = tokens.filter(({ name }) => name === null).map(({ text }) => text);
  const words = [bare.slice(0, 2).join(' '), bare[0] ?? ''].find(isCommand);
  if (!words) throw new Error(`Discord has no command for ${line}`);
  const named = tokens.filter((token) => token.name !== null);
  return { words, options: Object.fromEntries(named.map(({ name, text }) => [name, text])) };
}
