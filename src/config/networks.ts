import { NETWORK_SETTINGS as SETTINGS } from './network-settings.js';
import type { Sentence, Setting } from './setting.js';

/** The network's own address, unless another is given. */
interface AtAddress {
  readonly apiUrl?: string;
}

export interface DiscordSettings extends AtAddress {
  readonly token: string;
}

/** One workspace, reached without a public address. */
export interface SlackSocketSettings extends AtAddress {
  readonly botToken: string;
  readonly appToken: string;
}

/** Any number of workspaces, that install ECC themselves. */
export interface SlackHttpSettings extends AtAddress {
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a path. */
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
}

export type SlackSettings = SlackSocketSettings | SlackHttpSettings;

export interface MatrixSettings {
  readonly homeserver: string;
  readonly credentials:
    | { readonly type: 'token'; readonly accessToken: string }
    | { readonly type: 'password'; readonly user: string; readonly password: string };
  /** Servers or people; empty: the homeserver's own. */
  readonly inviters: readonly string[];
  /** What was asked while ECC was down is answered up to this age. */
  readonly answerWithinMs: number;
}

const HOUR_MS = 3_600_000;

/** Where settings are read from; what is wrong with them is told there. */
export interface Source {
  /** `null` when it is absent, or wrong and told so. */
  read<T>(setting: Setting<T>): T | null;
  /** For one that has a fallback. */
  readSure<T>(setting: Setting<T>): T;
  /** Written, right or wrong. */
  given(setting: Setting<unknown>): boolean;
  fault(sentence: Sentence): void;
}

export function discordSettings({ read }: Source): DiscordSettings | null {
  const token = read(SETTINGS.discordToken);
  const at = atAddress(read(SETTINGS.discordApi));
  return token ? { token, ...at } : null;
}

const SOCKET = [SETTINGS.slackBotToken, SETTINGS.slackAppToken];
const HTTP = [
  SETTINGS.slackSigningSecret,
  SETTINGS.slackClientId,
  SETTINGS.slackClientSecret,
  SETTINGS.slackPublicUrl,
];

/** By Socket Mode or over HTTP, whole; half of one connects nothing, some of both is no choice. */
export function slackSettings({ read, readSure, given, fault }: Source): SlackSettings | null {
  const socket = { botToken: read(SETTINGS.slackBotToken), appToken: read(SETTINGS.slackAppToken) };
  const http = {
    signingSecret: read(SETTINGS.slackSigningSecret),
    clientId: read(SETTINGS.slackClientId),
    clientSecret: read(SETTINGS.slackClientSecret),
    publicUrl: read(SETTINGS.slackPublicUrl),
  };
  const door = { host: readSure(SETTINGS.slackHost), port: readSure(SETTINGS.slackPort) };
  const at = atAddress(read(SETTINGS.slackApi));
  const [bySocket, byHttp] = [SOCKET.filter(given), HTTP.filter(given)];
  if (bySocket.length > 0 && byHttp.length > 0) fault(bothWays(bySocket, byHttp));
  else if (bySocket.length > 0 && bySocket.length < SOCKET.length) fault(HALF_SLACK);
  else if (byHttp.length > 0 && byHttp.length < HTTP.length) {
    fault(missing(HTTP.filter((one) => !given(one))));
  } else if (isWhole(socket)) return { ...socket, ...at };
  else if (isWhole(http)) return { ...http, ...door, ...at };
  return null;
}

type Whole<T> = { readonly [K in keyof T]: NonNullable<T[K]> };

const isWhole = <T extends object>(parts: T): parts is T & Whole<T> =>
  Object.values(parts).every((part) => part !== null);

export function matrixSettings({ read, readSure, fault }: Source): MatrixSettings | null {
  const homeserver = read(SETTINGS.matrixHomeserver);
  const accessToken = read(SETTINGS.matrixToken);
  const user = read(SETTINGS.matrixUser);
  const password = read(SETTINGS.matrixPassword);
  const listed = read(SETTINGS.matrixInviters)?.split(',') ?? [];
  const inviters = listed.map((one) => one.trim()).filter((one) => one !== '');
  const answerWithinMs = readSure(SETTINGS.matrixAnswerWithin) * HOUR_MS;
  const rest = { inviters, answerWithinMs };
  if (!homeserver && !accessToken && !user && !password) return null;
  if (homeserver && accessToken) {
    return { homeserver, credentials: { type: 'token', accessToken }, ...rest };
  }
  if (homeserver && user && password) {
    return { homeserver, credentials: { type: 'password', user, password }, ...rest };
  }
  fault(HALF_MATRIX);
  return null;
}

const atAddress = (apiUrl: string | null): AtAddress => (apiUrl ? { apiUrl } : {});

const names = (settings: readonly Setting<unknown>[]): string =>
  settings.map(({ name }) => name).join(', ');

const HALF_SLACK: Sentence = {
  fr: 'ECC_SLACK_BOT_TOKEN et ECC_SLACK_APP_TOKEN vont ensemble : il en manque un.',
  en: 'ECC_SLACK_BOT_TOKEN and ECC_SLACK_APP_TOKEN go together: one of them is missing.',
};

const missing = (absent: readonly Setting<unknown>[]): Sentence => ({
  fr: `Slack par HTTP demande ${names(HTTP)} ; il manque ${names(absent)}.`,
  en: `Slack over HTTP takes ${names(HTTP)}; missing: ${names(absent)}.`,
});

type Some = readonly Setting<unknown>[];

const bothWays = (socket: Some, http: Some): Sentence => ({
  fr: `Slack se relie par Socket Mode (${names(socket)}) ou par HTTP (${names(http)}), pas par les deux : videz les réglages de l’un.`,
  en: `Slack connects by Socket Mode (${names(socket)}) or over HTTP (${names(http)}), not both: empty the settings of one.`,
});

const HALF_MATRIX: Sentence = {
  fr: 'Matrix demande ECC_MATRIX_HOMESERVER avec ECC_MATRIX_TOKEN, ou avec ECC_MATRIX_USER et ECC_MATRIX_PASSWORD.',
  en: 'Matrix takes ECC_MATRIX_HOMESERVER with ECC_MATRIX_TOKEN, or with ECC_MATRIX_USER and ECC_MATRIX_PASSWORD.',
};
