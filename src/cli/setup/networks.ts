import { NETWORK_SETTINGS as SETTINGS } from '../../config/network-settings.js';
import type { Env, Setting } from '../../config/setting.js';
import { checkDiscord } from '../check/discord.js';
import { checkMatrix } from '../check/matrix.js';
import { checkSlack } from '../check/slack.js';
import { type Desk, fill, type Way } from './fill.js';
import { STEPS } from './steps.js';
import { setupWords } from './words.js';

const isSet = (known: Env, { name }: Setting<unknown>): boolean => Boolean(known[name]?.trim());

/** Another address of the network's API, when the settings give one. */
const at = (known: Env, { name }: Setting<string>): { apiUrl?: string } => {
  const apiUrl = known[name]?.trim();
  return apiUrl ? { apiUrl } : {};
};

interface Network {
  readonly name: string;
  readonly isSet: (known: Env) => boolean;
  readonly connect: (desk: Desk) => Promise<void>;
}

const discord: Network = {
  name: 'Discord',
  isSet: (known) => isSet(known, SETTINGS.discordToken),
  connect: (desk) =>
    fill(
      {
        ...{ name: 'Discord', steps: STEPS.discord, asks: [SETTINGS.discordToken], instead: [] },
        check: (typed) =>
          checkDiscord({
            token: typed(SETTINGS.discordToken),
            ...at(desk.known, SETTINGS.discordApi),
          }),
      },
      desk,
    ),
};

const SOCKET = [SETTINGS.slackBotToken, SETTINGS.slackAppToken];
const HTTP = [
  SETTINGS.slackPublicUrl,
  SETTINGS.slackSigningSecret,
  SETTINGS.slackClientId,
  SETTINGS.slackClientSecret,
];

const slackSocket = (known: Env): Way => ({
  ...{ name: 'Slack', steps: STEPS.slackSocket, asks: SOCKET, instead: HTTP },
  check: (typed) =>
    checkSlack({
      botToken: typed(SETTINGS.slackBotToken),
      appToken: typed(SETTINGS.slackAppToken),
      ...at(known, SETTINGS.slackApi),
    }),
});

const slackHttp = (known: Env): Way => ({
  ...{ name: 'Slack', steps: STEPS.slackHttp, asks: HTTP, instead: SOCKET },
  check: (typed) =>
    checkSlack({
      publicUrl: SETTINGS.slackPublicUrl.parse(typed(SETTINGS.slackPublicUrl)) ?? '',
      signingSecret: typed(SETTINGS.slackSigningSecret),
      clientId: typed(SETTINGS.slackClientId),
      clientSecret: typed(SETTINGS.slackClientSecret),
      ...{ host: '', port: 0, ...at(known, SETTINGS.slackApi) },
    }),
});

const slack: Network = {
  name: 'Slack',
  isSet: (known) => [...SOCKET, ...HTTP].some((one) => isSet(known, one)),
  async connect(desk) {
    const words = setupWords[desk.locale];
    const ways = [
      { value: slackSocket, label: words.slackSocket, hint: words.usual },
      { value: slackHttp, label: words.slackHttp },
    ];
    const now = HTTP.some((one) => isSet(desk.known, one)) ? slackHttp : slackSocket;
    const way = await desk.prompts.one(words.slackWay, ways, now);
    await fill(way(desk.known), desk);
  },
};

const matrixPassword: Way = {
  ...{ name: 'Matrix', steps: STEPS.matrixPassword, instead: [SETTINGS.matrixToken] },
  asks: [SETTINGS.matrixHomeserver, SETTINGS.matrixUser, SETTINGS.matrixPassword],
  check: (typed) =>
    checkMatrix({
      homeserver: typed(SETTINGS.matrixHomeserver),
      credentials: {
        type: 'password',
        user: typed(SETTINGS.matrixUser),
        password: typed(SETTINGS.matrixPassword),
      },
    }),
};

const matrixToken: Way = {
  ...{ name: 'Matrix', steps: STEPS.matrixToken },
  instead: [SETTINGS.matrixUser, SETTINGS.matrixPassword],
  asks: [SETTINGS.matrixHomeserver, SETTINGS.matrixToken],
  check: (typed) =>
    checkMatrix({
      homeserver: typed(SETTINGS.matrixHomeserver),
      credentials: { type: 'token', accessToken: typed(SETTINGS.matrixToken) },
    }),
};

const matrix: Network = {
  name: 'Matrix',
  isSet: (known) => isSet(known, SETTINGS.matrixHomeserver),
  async connect(desk) {
    const words = setupWords[desk.locale];
    const ways = [
      { value: matrixPassword, label: words.matrixPassword, hint: words.usual },
      { value: matrixToken, label: words.matrixToken },
    ];
    const now = isSet(desk.known, SETTINGS.matrixToken) ? matrixToken : matrixPassword;
    await fill(await desk.prompts.one(words.matrixWay, ways, now), desk);
  },
};

export const networks: readonly Network[] = [discord, slack, matrix];
