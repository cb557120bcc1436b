import type { Readable, Writable } from 'node:stream';
import { withEnvFile } from '../../config/env-file.js';
import type { Env } from '../../config/setting.js';
import { SETTINGS } from '../../config/settings.js';
import { isLocale, type Locale } from '../../kernel/locale.js';
import { DONE, WRONG } from '../command.js';
import type { Desk } from './fill.js';
import { networks } from './networks.js';
import { createPrompts, Left } from './prompts.js';
import { save } from './save.js';
import { setupWords } from './words.js';

/** Stopped from the keyboard: 128 and the number of SIGINT, as shells say it. */
export const LEFT = 130;

const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const;

/** The dialogue, from the language to the file; gives the exit code. */
export async function wizard(at: {
  readonly input: Readable;
  readonly output: Writable;
  readonly env: Env;
  /** The `.env` file to write. */
  readonly path: string;
  /** The language when the person has not chosen yet. */
  readonly locale: Locale;
}): Promise<number> {
  const { path, env, locale: guessed, ...streams } = at;
  const { env: known } = await withEnvFile(path, env);
  let locale = guessed;
  try {
    locale = await chosen(known, streams, guessed);
    const prompts = createPrompts(streams, locale);
    const desk: Desk = { prompts, locale, known, changes: new Map() };
    if (locale !== (known[SETTINGS.language.name] ?? SETTINGS.language.fallback)) {
      desk.changes.set(SETTINGS.language.name, locale);
    }
    return await dialogue(desk, { path, env });
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    createPrompts(streams, locale).leave(setupWords[locale].untouched(path));
    return LEFT;
  }
}

/** What the settings say, else what the person answers. */
function chosen(
  known: Env,
  streams: { input: Readable; output: Writable },
  guessed: Locale,
): Promise<Locale> | Locale {
  const said = known[SETTINGS.language.name]?.trim() ?? '';
  if (isLocale(said)) return said;
  return createPrompts(streams, guessed).one<Locale>('Langue / Language', LANGUAGES, guessed);
}

async function dialogue(desk: Desk, { path, env }: { path: string; env: Env }): Promise<number> {
  const { prompts, locale, known, changes } = desk;
  const words = setupWords[locale];
  prompts.intro(words.title);
  const all = networks.map((network) => ({
    ...{ value: network, label: network.name },
    ...(network.isSet(known) && { hint: words.connected }),
  }));
  const picked = await prompts.several(words.which, all, []);
  for (const network of networks.filter((one) => picked.includes(one))) {
    await network.connect(desk);
  }
  if (changes.size === 0) {
    prompts.outro(words.nothing);
    return DONE;
  }
  prompts.note(
    words.willWrite(path),
    [...changes].map(([name, value]) => shown(name, value, words)),
  );
  const overruled = [...changes.keys()].filter((name) => env[name]?.trim());
  if (overruled.length > 0) prompts.warn(words.environment(overruled.join(', ')));
  if (!(await prompts.agree(words.write(path)))) {
    prompts.leave(words.untouched(path));
    return DONE;
  }
  try {
    await save(path, changes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    prompts.leave(words.cannotWrite(path, code));
    return WRONG;
  }
  prompts.outro(words.done);
  return DONE;
}

const SECRETS = new Set(
  Object.values(SETTINGS).flatMap(({ name, secret }) => (secret ? [name] : [])),
);

function shown(name: string, value: string, words: (typeof setupWords)['fr']): string {
  if (value === '') return `${name}= ${words.emptied}`;
  return `${name}=${SECRETS.has(name) ? '••••••••' : value}`;
}
