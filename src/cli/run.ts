import { withEnvFile } from '../config/env-file.js';
import { isLocale, type Locale, localeFrom } from '../kernel/locale.js';
import { cleanLine } from '../kernel/text.js';
import { DONE, REFUSED, type Terminal } from './command.js';
import { commands } from './commands.js';
import { cliWords } from './words.js';

/** Runs `ecc <args>` and gives its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { lang, help, rest } = takeGlobals(args);
  const { env } = await withEnvFile('.env', terminal.env);
  const spoken = spokenIn(env);
  if (lang !== null && !isLocale(lang)) {
    terminal.err(cliWords[spoken].unknownLanguage(JSON.stringify(cleanLine(lang))));
    return REFUSED;
  }
  const locale = lang ?? spoken;
  const words = cliWords[locale];

  const askedHelp = help || rest[0] === 'help';
  const [name, ...own] = rest[0] === 'help' ? rest.slice(1) : rest;
  if (name === undefined) {
    terminal.out(overview(locale));
    return DONE;
  }
  const entry = commands.get(name);
  if (!entry) {
    const shown = cleanLine(name);
    terminal.err(name.startsWith('-') ? words.unknownOption(shown) : words.unknownCommand(shown));
    return REFUSED;
  }
  const command = await entry.load();
  if (!askedHelp) return command.run(own, terminal, locale);
  terminal.out(command.help[locale]);
  return DONE;
}

function overview(locale: Locale): string {
  const words = cliWords[locale];
  const list = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary[locale]}`);
  return [words.usage, '', words.commands, ...list, '', words.more].join('\n');
}

/** Options that every command has, wherever they stand before `--`. */
function takeGlobals(args: readonly string[]) {
  const rest: string[] = [];
  let [lang, help]: [string | null, boolean] = [null, false];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      rest.push(...args.slice(index));
      break;
    }
    if (arg === '--help' || arg === '-h') help = true;
    else if (arg === '--lang') lang = args[++index] ?? '';
    else if (arg.startsWith('--lang=')) lang = arg.slice('--lang='.length);
    else rest.push(arg);
  }
  return { lang, help, rest };
}

/** ECC's own setting, then as POSIX orders them: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html */
const spokenIn = (env: Terminal['env']): Locale =>
  localeFrom(env.ECC_LANGUAGE || env.LC_ALL || env.LC_MESSAGES || env.LANG);
