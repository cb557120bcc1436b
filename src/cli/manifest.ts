import { withEnvFile } from '../config/env-file.js';
import { NETWORK_SETTINGS } from '../config/network-settings.js';
import { cleanLine } from '../kernel/text.js';
import { type CliCommand, DONE, REFUSED } from './command.js';
import { cliWords } from './words.js';

const { slackPublicUrl } = NETWORK_SETTINGS;

/**
 * `ecc manifest slack`: what Slack's page asks for when an app is created. Like `main.ts` it sits
 * above the whole house: what people can say is in `commands/`, what Slack wants in `adapters/`.
 */
export const manifestCommand: CliCommand = {
  help: {
    fr: `Utilisation\u00A0: ecc manifest slack [--url https://ecc.exemple.org] [--lang fr|en]

Affiche le manifeste de l’application Slack, à coller sur https://api.slack.com/apps
(«\u00A0Create New App\u00A0», «\u00A0From a manifest\u00A0»).
Sans --url ni ECC_SLACK_PUBLIC_URL, ECC parle à Slack en Socket Mode\u00A0: aucune adresse
publique n’est nécessaire.`,
    en: `Usage: ecc manifest slack [--url https://ecc.example.org] [--lang fr|en]

Prints the manifest of the Slack app, to paste at https://api.slack.com/apps
(“Create New App”, “From a manifest”).
Without --url or ECC_SLACK_PUBLIC_URL, ECC talks to Slack in Socket Mode: no public address
is needed.`,
  },

  async run(args, terminal, locale) {
    const [platform, option, address, ...more] = args;
    const wrong = option !== undefined && option !== '--url' ? option : more[0];
    if (wrong !== undefined) terminal.err(cliWords[locale].unknownOption(cleanLine(wrong)));
    const { env } = await withEnvFile('.env', terminal.env);
    const given = option === '--url' ? (address ?? '') : env[slackPublicUrl.name]?.trim() || null;
    const url = given === null ? null : slackPublicUrl.parse(given);
    if (url === undefined) {
      terminal.err(cliWords[locale].notPublic(option ?? slackPublicUrl.name));
    }
    if (platform !== 'slack' || wrong !== undefined || url === undefined) {
      terminal.err(this.help[locale].split('\n', 1).join(''));
      return REFUSED;
    }
    const [{ manifestOf }, { commands }, { surfaceOf }] = await Promise.all([
      import('../../adapters/slack/manifest.js'),
      import('../../commands/commands.js'),
      import('../../commands/registry/surface.js'),
    ]);
    terminal.out(JSON.stringify(manifestOf(surfaceOf(commands), locale, url), null, 2));
    return DONE;
  },
};
