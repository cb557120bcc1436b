import type { ReadStream } from 'node:tty';
import { withFrenchBlanks } from '../kernel/french.js';
import type { Locale } from '../kernel/locale.js';
import { cleanLine } from '../kernel/text.js';
import { type CliCommand, REFUSED } from './command.js';
import { LEFT, wizard } from './setup/wizard.js';
import { setupWords } from './setup/words.js';
import { cliWords } from './words.js';

const PATH = '.env';

/** `ecc setup`: asks for what each network needs, tries it there, and writes `.env`. */
export const setupCommand: CliCommand = {
  help: {
    fr: `Utilisation\u00A0: ecc setup [--lang fr|en]

Demande quels réseaux relier, dit comment obtenir ce qu’il faut, l’essaie auprès du réseau, puis
l’écrit dans .env après vous l’avoir montré. Le reste de .env n’est pas touché.
Ctrl+C arrête tout sans rien écrire.`,
    en: `Usage: ecc setup [--lang fr|en]

Asks which networks to connect, says how to get what it takes, tries it with the network, then
writes it to .env after showing it to you. The rest of .env is left alone.
Ctrl+C stops everything, and nothing is written.`,
  },

  async run(args, { stdin: input, stdout: output, env, err }, locale) {
    const [unknown] = args;
    if (unknown !== undefined) {
      err(cliWords[locale].unknownOption(cleanLine(unknown)));
      return REFUSED;
    }
    const words = setupWords[locale];
    if (!isTerminal(input) || !isTerminal(output)) {
      err(typeset(words.noTerminal, locale));
      return REFUSED;
    }
    // Between two questions, while a network is tried, the keyboard is the terminal's own.
    const leave = (): void => {
      output.write(`\n${typeset(words.untouched(PATH), locale)}\n`);
      process.exit(LEFT);
    };
    process.once('SIGINT', leave);
    try {
      return await wizard({ input, output, env, path: PATH, locale });
    } finally {
      process.off('SIGINT', leave);
    }
  },
};

const typeset = (text: string, locale: Locale): string =>
  locale === 'fr' ? withFrenchBlanks(text) : text;

const isTerminal = (stream: object): boolean => (stream as Partial<ReadStream>).isTTY === true;
