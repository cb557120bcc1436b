import { urlOf } from '../kernel/url.js';
import { address, HOST, host, PORT, pattern, port, setting } from './setting.js';

/** What connects ECC to each network. */
export const NETWORK_SETTINGS = {
  discordToken: setting({
    name: 'ECC_DISCORD_TOKEN',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le jeton du robot Discord : docs/discord.md.',
      en: 'The token of the Discord bot: docs/discord.md.',
    },
    expected: { fr: 'le jeton que donne Discord', en: 'the token that Discord gives' },
    parse: pattern(/^[\w-]{20,}\.[\w-]+\.[\w-]{20,}$/),
  }),
  discordApi: setting({
    name: 'ECC_DISCORD_API',
    secret: false,
    fallback: null,
    about: {
      fr: 'Une autre adresse de l’API de Discord : celle d’un relais de votre réseau. Sans elle, la sienne.',
      en: 'Another address of Discord’s API: that of a proxy in your network. Without it, its own.',
    },
    expected: {
      fr: 'une adresse comme https://discord.com/api',
      en: 'an address like https://discord.com/api',
    },
    parse: address('http:', 'https:'),
  }),
  slackBotToken: setting({
    name: 'ECC_SLACK_BOT_TOKEN',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le jeton du robot Slack (xoxb-…) ; avec ECC_SLACK_APP_TOKEN. docs/slack.md.',
      en: 'The token of the Slack bot (xoxb-…); with ECC_SLACK_APP_TOKEN. docs/slack.md.',
    },
    expected: { fr: 'un jeton qui commence par xoxb-', en: 'a token that begins with xoxb-' },
    parse: pattern(/^xoxb-[\w-]+$/),
  }),
  slackAppToken: setting({
    name: 'ECC_SLACK_APP_TOKEN',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le jeton de l’application Slack (xapp-…), pour écouter sans adresse publique.',
      en: 'The token of the Slack app (xapp-…), to listen without a public address.',
    },
    expected: { fr: 'un jeton qui commence par xapp-', en: 'a token that begins with xapp-' },
    parse: pattern(/^xapp-[\w-]+$/),
  }),
  slackSigningSecret: setting({
    name: 'ECC_SLACK_SIGNING_SECRET',
    secret: true,
    fallback: null,
    about: {
      fr: 'Pour plusieurs espaces de travail, par HTTP, à la place des deux jetons : le « Signing Secret » de l’application Slack ; avec les trois réglages qui suivent. docs/slack.md.',
      en: 'For several workspaces, over HTTP, instead of the two tokens: the “Signing Secret” of the Slack app; with the three settings that follow. docs/slack.md.',
    },
    expected: {
      fr: 'le « Signing Secret » que donne Slack',
      en: 'the “Signing Secret” that Slack gives',
    },
    parse: pattern(/^[\w-]{16,}$/),
  }),
  slackClientId: setting({
    name: 'ECC_SLACK_CLIENT_ID',
    secret: false,
    fallback: null,
    about: {
      fr: 'Le « Client ID » de l’application Slack.',
      en: 'The “Client ID” of the Slack app.',
    },
    expected: { fr: 'deux nombres séparés par un point', en: 'two numbers with a dot between' },
    parse: pattern(/^\d+\.\d+$/),
  }),
  slackClientSecret: setting({
    name: 'ECC_SLACK_CLIENT_SECRET',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le « Client Secret » de l’application Slack.',
      en: 'The “Client Secret” of the Slack app.',
    },
    expected: {
      fr: 'le « Client Secret » que donne Slack',
      en: 'the “Client Secret” that Slack gives',
    },
    parse: pattern(/^[\w-]{16,}$/),
  }),
  slackPublicUrl: setting({
    name: 'ECC_SLACK_PUBLIC_URL',
    secret: false,
    fallback: null,
    about: {
      fr: 'L’adresse publique où Slack appelle ECC, sans chemin ; votre serveur web y mène /slack vers ECC_SLACK_HOST et ECC_SLACK_PORT.',
      en: 'The public address where Slack calls ECC, without a path; your web server leads /slack there to ECC_SLACK_HOST and ECC_SLACK_PORT.',
    },
    expected: {
      fr: 'une adresse comme https://ecc.exemple.org',
      en: 'an address like https://ecc.example.org',
    },
    parse: secureOrigin,
  }),
  slackHost: setting({
    name: 'ECC_SLACK_HOST',
    secret: false,
    fallback: '127.0.0.1',
    about: {
      fr: 'L’adresse où ECC écoute Slack, par HTTP seulement.',
      en: 'The address where ECC listens to Slack, over HTTP only.',
    },
    expected: HOST,
    parse: host,
  }),
  slackPort: setting({
    name: 'ECC_SLACK_PORT',
    secret: false,
    fallback: '4111',
    about: {
      fr: 'Le port où ECC écoute Slack, par HTTP seulement.',
      en: 'The port where ECC listens to Slack, over HTTP only.',
    },
    expected: PORT,
    parse: port,
  }),
  slackApi: setting({
    name: 'ECC_SLACK_API',
    secret: false,
    fallback: null,
    about: {
      fr: 'Une autre adresse de l’API de Slack : celle de GovSlack, ou d’un relais. Sans elle, la sienne.',
      en: 'Another address of Slack’s API: that of GovSlack, or of a proxy. Without it, its own.',
    },
    expected: {
      fr: 'une adresse comme https://slack.com/api/',
      en: 'an address like https://slack.com/api/',
    },
    parse: address('http:', 'https:'),
  }),
  matrixHomeserver: setting({
    name: 'ECC_MATRIX_HOMESERVER',
    secret: false,
    fallback: null,
    about: {
      fr: 'Le serveur Matrix d’ECC ; avec ECC_MATRIX_TOKEN, ou ECC_MATRIX_USER et son mot de passe. docs/matrix.md.',
      en: 'ECC’s Matrix homeserver; with ECC_MATRIX_TOKEN, or ECC_MATRIX_USER and its password. docs/matrix.md.',
    },
    expected: {
      fr: 'une adresse comme https://matrix.exemple.org',
      en: 'an address like https://matrix.example.org',
    },
    parse: address('http:', 'https:'),
  }),
  matrixToken: setting({
    name: 'ECC_MATRIX_TOKEN',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le jeton d’accès du compte Matrix d’ECC, à la place du mot de passe.',
      en: 'The access token of ECC’s Matrix account, instead of the password.',
    },
    expected: { fr: 'un jeton d’accès', en: 'an access token' },
    parse: pattern(/^\S+$/),
  }),
  matrixUser: setting({
    name: 'ECC_MATRIX_USER',
    secret: false,
    fallback: null,
    about: { fr: 'Le compte Matrix d’ECC.', en: 'ECC’s Matrix account.' },
    expected: { fr: 'ecc ou @ecc:exemple.org', en: 'ecc or @ecc:example.org' },
    parse: pattern(/^@?[\w.=/-]+(:[\w.:-]+)?$/),
  }),
  matrixPassword: setting({
    name: 'ECC_MATRIX_PASSWORD',
    secret: true,
    fallback: null,
    about: { fr: 'Son mot de passe.', en: 'Its password.' },
    expected: { fr: 'un mot de passe', en: 'a password' },
    parse: pattern(/^.+$/),
  }),
  matrixInviters: setting({
    name: 'ECC_MATRIX_INVITERS',
    secret: false,
    fallback: null,
    about: {
      fr: 'Qui peut inviter ECC : des serveurs ou des personnes, séparés par des virgules. Sans lui, son propre serveur.',
      en: 'Who may invite ECC: servers or people, separated by commas. Without it, its own server.',
    },
    expected: {
      fr: 'par exemple exemple.org,@nadia:autre.org',
      en: 'for example example.org,@nadia:other.org',
    },
    parse: pattern(/^[\w@.:,\s-]+$/),
  }),
  matrixAnswerWithin: setting({
    name: 'ECC_MATRIX_ANSWER_WITHIN',
    secret: false,
    fallback: '24',
    about: {
      fr: 'Ce qui a été demandé sur Matrix pendant une absence d’ECC reçoit sa réponse à son retour, jusqu’à cet âge, en heures ; au-delà, ECC dit que c’est trop ancien.',
      en: 'What was asked on Matrix while ECC was away is answered when it returns, up to this age, in hours; beyond, ECC says that it is too old.',
    },
    expected: {
      fr: 'un nombre d’heures, de 0.1 (six minutes) à 8760 (un an)',
      en: 'a number of hours, from 0.1 (six minutes) to 8760 (a year)',
    },
    parse: hours,
  }),
} as const;

/** Slack calls `https` addresses only; paths are ECC’s own. */
function secureOrigin(raw: string): string | undefined {
  const url = urlOf(raw);
  const bare = url?.pathname === '/' && url.search === '' && url.hash === '' && !url.username;
  return url?.protocol === 'https:' && bare ? url.origin : undefined;
}

/** What is said now has an age too, by a clock of another server: less would refuse it. */
const FEWEST_HOURS = 0.1;
const MOST_HOURS = 8_760;

function hours(raw: string): number | undefined {
  const count = /^\d{1,4}(\.\d+)?$/.test(raw) ? Number(raw) : Number.NaN;
  return count >= FEWEST_HOURS && count <= MOST_HOURS ? count : undefined;
}
