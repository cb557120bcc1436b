import {
  type DiscordSettings,
  discordSettings,
  type MatrixSettings,
  matrixSettings,
  type SlackSettings,
  type Source,
  slackSettings,
} from './config/networks.js';
import type { Env, Sentence, Setting } from './config/setting.js';
import { type LogLevel, SETTINGS } from './config/settings.js';
import { distance } from './kernel/distance.js';
import { type Locale, localised } from './kernel/locale.js';

/** What ECC was told, checked. */
export interface Config {
  readonly dataDir: string;
  /** Of the keys that get destroyed; `null`: in the folder of the data. */
  readonly keysDir: string | null;
  /** `null`: the embedded database. */
  readonly databaseUrl: string | null;
  /** `null`: the queue is in the database. */
  readonly redisUrl: string | null;
  readonly webHost: string;
  readonly webPort: number;
  /** `null`: the playground is open, to this machine alone. */
  readonly webSecret: string | null;
  /** Where people reach the web server; `null`: on this machine alone. */
  readonly publicUrl: string | null;
  /** `null`: the key is in the folder of the data. */
  readonly secretKeys: readonly Buffer[] | null;
  /** `null`: not connected. */
  readonly discord: DiscordSettings | null;
  readonly slack: SlackSettings | null;
  readonly matrix: MatrixSettings | null;
  /** Besides the public internet. */
  readonly fetchAllow: readonly string[];
  readonly language: Locale;
  readonly zone: string;
  /** How long the trace of what is said and done is kept. */
  readonly keepDays: number;
  readonly logLevel: LogLevel;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly Sentence[] }
  | {
      readonly ok: false;
      readonly faults: readonly Sentence[];
      readonly warnings: readonly Sentence[];
    };

/** Reads every setting; says everything that is wrong at once. Blank is as good as absent. */
export function readConfig(env: Env): ConfigResult {
  const faults: Sentence[] = [];

  function read<T>(setting: Setting<T>): T | null {
    const raw = env[setting.name]?.trim() || setting.fallback;
    if (raw === null) return null;
    const value = setting.parse(raw);
    if (value !== undefined) return value;
    faults.push(wrong(setting, raw));
    return null;
  }
  // With a fallback there is always a value, or a fault and no configuration.
  const readSure = <T>(setting: Setting<T>): T => read(setting) as T;

  const given = (setting: Setting<unknown>): boolean => Boolean(env[setting.name]?.trim());
  const source: Source = { read, readSure, given, fault: (one) => faults.push(one) };

  const config: Config = {
    dataDir: readSure(SETTINGS.dataDir),
    keysDir: read(SETTINGS.keysDir),
    databaseUrl: read(SETTINGS.databaseUrl),
    redisUrl: read(SETTINGS.redisUrl),
    webHost: readSure(SETTINGS.webHost),
    webPort: readSure(SETTINGS.webPort),
    webSecret: read(SETTINGS.webSecret),
    secretKeys: read(SETTINGS.secretKeys),
    discord: discordSettings(source),
    slack: slackSettings(source),
    matrix: matrixSettings(source),
    publicUrl: read(SETTINGS.publicUrl),
    fetchAllow: read(SETTINGS.fetchAllow) ?? [],
    language: readSure(SETTINGS.language),
    zone: read(SETTINGS.zone) ?? systemZone(),
    keepDays: readSure(SETTINGS.keepDays),
    logLevel: readSure(SETTINGS.logLevel),
  };
  if (config.webHost && !isLoopback(config.webHost) && !given(SETTINGS.webSecret)) {
    faults.push(OPEN_PLAYGROUND);
  }

  const warnings = unknownNames(env);
  return faults.length > 0 ? { ok: false, faults, warnings } : { ok: true, config, warnings };
}

const OPEN_PLAYGROUND: Sentence = {
  fr: 'ECC_WEB_SECRET manque : ECC_WEB_HOST ouvre le salon d’essai à d’autres machines, il lui faut un mot de passe d’au moins 16 caractères.',
  en: 'ECC_WEB_SECRET is missing: ECC_WEB_HOST opens the playground to other machines, it needs a password of at least 16 characters.',
};

function wrong({ name, secret, expected }: Setting<unknown>, raw: string): Sentence {
  const value = JSON.stringify(raw.length > 60 ? `${raw.slice(0, 60)}…` : raw).slice(1, -1);
  return {
    fr: `${name} attend ${expected.fr}${secret ? '.' : ` ; « ${value} » ne convient pas.`}`,
    en: `${name} takes ${expected.en}${secret ? '.' : `; “${value}” does not fit.`}`,
  };
}

/** Reachable from this machine only (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function systemZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return SETTINGS.zone.parse(zone) ?? 'UTC';
}

const KNOWN = Object.values(SETTINGS).map(({ name }) => name);

/** A typing mistake would otherwise be a setting silently left at its default. */
function unknownNames(env: Env): Sentence[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('ECC_') && !name.startsWith('ECC_TEST_'))
    .filter((name) => !KNOWN.includes(name))
    .map((name) => {
      const near = KNOWN.filter((known) => distance(name, known) <= MAX_TYPING_MISTAKES).sort(
        (a, b) => distance(name, a) - distance(name, b),
      )[0];
      const hint = { fr: `. Peut-être ${near} ?`, en: `. Perhaps ${near}?` };
      const unknown = {
        fr: `${name} n’est pas un réglage d’ECC`,
        en: `${name} is not a setting of ECC`,
      };
      return localised((locale) => `${unknown[locale]}${near ? hint[locale] : '.'}`);
    });
}

const MAX_TYPING_MISTAKES = 3;
