import type { Env } from '../config/setting.js';
import type { Localised } from '../kernel/locale.js';
import { cleanLine } from '../kernel/text.js';
import { checkClock } from './check/clock.js';
import { checkDiscord } from './check/discord.js';
import { checkDatabase, checkQueue } from './check/engines.js';
import { beware, type Finding, linesOf } from './check/finding.js';
import { checkMatrix } from './check/matrix.js';
import type { NetworkReport } from './check/network.js';
import { checkSettings } from './check/settings.js';
import { checkSlack } from './check/slack.js';
import { checkFolder, checkKey } from './check/storage.js';
import { type CliCommand, DONE, REFUSED, WRONG } from './command.js';
import { cliWords } from './words.js';

/** `ecc doctor`: every check in a line, and what to do about each that fails. */
export const doctorCommand: CliCommand = {
  help: {
    fr: `Utilisation\u00A0: ecc doctor [--lang fr|en]

Vérifie tout ce dont ECC a besoin\u00A0: réglages, dossier des données, disque, clé, base, tâches,
horloge, et chaque réseau relié, auprès de lui. Ne change rien, et ne montre aucun secret.
Se lance dans le dossier d’où ECC démarre, qu’il tourne ou non.

✓ va bien, ! à regarder, ✗ à corriger.
Code de sortie\u00A0: 0 sans ✗, 1 avec.`,
    en: `Usage: ecc doctor [--lang fr|en]

Checks all that ECC needs: settings, folder of the data, disk, key, database, jobs, clock, and
each connected network, by asking it. Changes nothing, and shows no secret.
Run it in the folder where ECC starts, whether it runs or not.

✓ is right, ! is worth a look, ✗ is to be corrected.
Exit code: 0 without ✗, 1 with.`,
  },

  async run(args, terminal, locale) {
    const [unknown] = args;
    if (unknown !== undefined) {
      terminal.err(cliWords[locale].unknownOption(cleanLine(unknown)));
      return REFUSED;
    }
    const counts = { right: 0, beware: 0, wrong: 0 };
    for await (const finding of examine(terminal.env)) {
      counts[finding.state]++;
      for (const line of linesOf(finding, locale)) terminal.out(line);
    }
    terminal.out(`\n${summary(counts)[locale]}`);
    return counts.wrong > 0 ? WRONG : DONE;
  },
};

/** Each as soon as it is known: some wait for a server. */
async function* examine(env: Env): AsyncGenerator<Finding> {
  const { findings, config } = await checkSettings(env);
  yield* findings;
  yield* await checkFolder(config);
  yield await checkKey(config);
  const database = await checkDatabase(config);
  if (database) yield database;
  yield await checkQueue(config);

  const { discord, slack, matrix } = config;
  const reports: Promise<NetworkReport>[] = [
    ...(discord ? [checkDiscord(discord)] : []),
    ...(slack ? [checkSlack(slack)] : []),
    ...(matrix ? [checkMatrix(matrix)] : []),
  ];
  if (reports.length === 0) yield NO_NETWORK;
  const skewsMs: number[] = [];
  for (const report of reports) {
    const { findings, skewMs } = await report;
    yield* findings;
    if (skewMs !== null) skewsMs.push(skewMs);
  }
  if (reports.length > 0) yield checkClock(skewsMs);
}

const NO_NETWORK = beware(
  {
    fr: 'Réseaux : aucun n’est relié, il n’y a que le salon d’essai.',
    en: 'Networks: none is connected, there is only the playground.',
  },
  { fr: 'Pour en relier : npx ecc setup', en: 'To connect some: npx ecc setup' },
);

function summary({ beware, wrong }: Record<Finding['state'], number>): Localised<string> {
  const look = { fr: `${beware} à regarder (!)`, en: `${beware} to look at (!)` };
  if (wrong === 0 && beware === 0) return { fr: 'Tout va bien.', en: 'All is well.' };
  if (wrong === 0) {
    return { fr: `Rien à corriger, ${look.fr}.`, en: `Nothing to correct, ${look.en}.` };
  }
  const more = beware > 0 ? { fr: `, ${look.fr}`, en: `, ${look.en}` } : { fr: '', en: '' };
  return { fr: `${wrong} à corriger (✗)${more.fr}.`, en: `${wrong} to correct (✗)${more.en}.` };
}
