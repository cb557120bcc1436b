import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import type { Declared } from './commands.js';

/** Replaces the commands of the application in one go, only when they are not these already. */
export async function register(
  rest: REST,
  applicationId: string,
  { commands }: Declared,
): Promise<'same' | 'changed'> {
  const route = Routes.applicationCommands(applicationId);
  const known = await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  });
  const wanted = commands as readonly unknown[];
  if (isDeepStrictEqual(inOrder((known as unknown[]).map(essence)), inOrder(wanted.map(essence)))) {
    return 'same';
  }
  await rest.put(route, { body: commands });
  return 'changed';
}

const KEPT = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'autocomplete',
  'contexts',
  'integration_types',
  'options',
] as const;

/** What we say of a command, without what Discord adds to it: ids, versions, empty values. */
function essence(command: unknown): Record<string, unknown> {
  const all = Object(command) as Record<string, unknown>;
  return Object.fromEntries(
    KEPT.flatMap((name): [string, unknown][] => {
      const value = all[name];
      if (value === undefined || value === null || value === false || value === '') return [];
      if (name !== 'options') return [[name, value]];
      const options = (value as unknown[]).map(essence);
      return options.length === 0 ? [] : [[name, options]];
    }),
  );
}

const inOrder = (commands: readonly Record<string, unknown>[]) =>
  commands.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));

/** One name may be a slash command and in a menu too. */
const nameOf = ({ name, type }: Record<string, unknown>): string => `${name} ${type}`;
