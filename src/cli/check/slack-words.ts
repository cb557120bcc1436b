import type { Localised } from '../../kernel/locale.js';
import { type Finding, wrong } from './finding.js';

type Words = Localised<string>;

/** What a check of Slack says. */
export const slackWords = {
  notSlack: wrong(
    { fr: 'Ce qui répond n’est pas Slack.', en: 'What answers is not Slack.' },
    {
      fr: 'Videz ECC_SLACK_API, ou vérifiez le relais de votre réseau.',
      en: 'Empty ECC_SLACK_API, or check the proxy of your network.',
    },
  ),
  badBotToken: (why: string): Finding =>
    wrong(
      {
        fr: `Slack refuse le jeton du robot (${why}).`,
        en: `Slack refuses the bot token (${why}).`,
      },
      {
        fr: 'Sur api.slack.com/apps, page « OAuth & Permissions » : copiez « Bot User OAuth Token » (xoxb-…) dans ECC_SLACK_BOT_TOKEN.',
        en: 'At api.slack.com/apps, “OAuth & Permissions” page: copy “Bot User OAuth Token” (xoxb-…) to ECC_SLACK_BOT_TOKEN.',
      },
    ),
  botKnown: (team: string): Words => ({
    fr: `Slack : jeton du robot reconnu, espace de travail ${team}.`,
    en: `Slack: bot token known, workspace ${team}.`,
  }),
  scopes: {
    fr: 'Slack : toutes les autorisations du manifeste sont accordées.',
    en: 'Slack: all the permissions of the manifest are granted.',
  },
  missingScopes: (missing: readonly string[]): Finding =>
    wrong(
      {
        fr: `Slack : il manque des autorisations (${missing.join(', ')}).`,
        en: `Slack: permissions are missing (${missing.join(', ')}).`,
      },
      {
        fr: 'Collez à nouveau ce qu’affiche « npx ecc manifest slack », page « App Manifest », puis « Install App » : « Reinstall ».',
        en: 'Paste again what “npx ecc manifest slack” prints, “App Manifest” page, then “Install App”: “Reinstall”.',
      },
    ),
  listens: {
    fr: 'Slack : jeton d’application reconnu, Socket Mode ouvert.',
    en: 'Slack: app token known, Socket Mode open.',
  },
  badAppToken: (why: string): Finding =>
    wrong(
      {
        fr: `Slack refuse le jeton d’application (${why}).`,
        en: `Slack refuses the app token (${why}).`,
      },
      {
        fr: 'Sur api.slack.com/apps, page « Basic Information », « App-Level Tokens » : créez-en un avec connections:write, copiez-le (xapp-…) dans ECC_SLACK_APP_TOKEN ; « Socket Mode » doit être allumé.',
        en: 'At api.slack.com/apps, “Basic Information” page, “App-Level Tokens”: make one with connections:write, copy it (xapp-…) to ECC_SLACK_APP_TOKEN; “Socket Mode” must be on.',
      },
    ),
  applicationKnown: {
    fr: 'Slack : « Client ID » et « Client Secret » reconnus ; le « Signing Secret » se vérifie à la première demande de Slack.',
    en: 'Slack: “Client ID” and “Client Secret” known; the “Signing Secret” is tried by Slack’s first request.',
  },
  badApplication: (why: string): Finding =>
    wrong(
      {
        fr: `Slack ne reconnaît pas l’application (${why}).`,
        en: `Slack does not know the app (${why}).`,
      },
      {
        fr: 'Sur api.slack.com/apps, page « Basic Information », « App Credentials » : copiez « Client ID » dans ECC_SLACK_CLIENT_ID et « Client Secret » dans ECC_SLACK_CLIENT_SECRET.',
        en: 'At api.slack.com/apps, “Basic Information” page, “App Credentials”: copy “Client ID” to ECC_SLACK_CLIENT_ID and “Client Secret” to ECC_SLACK_CLIENT_SECRET.',
      },
    ),
  answers: (url: string): Words => ({
    fr: `Slack : ECC répond à ${url}/slack/install.`,
    en: `Slack: ECC answers at ${url}/slack/install.`,
  }),
  silent: (url: string, why: string): Words => ({
    fr: `Slack : ECC ne répond pas à ${url}/slack/install (${why}).`,
    en: `Slack: ECC does not answer at ${url}/slack/install (${why}).`,
  }),
  lead: {
    fr: 'Si ECC tourne, faites mener /slack de cette adresse vers ECC_SLACK_HOST et ECC_SLACK_PORT ; sinon, démarrez-le et recommencez.',
    en: 'If ECC runs, make /slack of that address lead to ECC_SLACK_HOST and ECC_SLACK_PORT; if not, start it and try again.',
  },
} as const;
