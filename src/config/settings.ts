import { isZone } from '../kernel/dates/zones.js';
import { isLocale, type Locale } from '../kernel/locale.js';
import { parseAllowances } from './allowances.js';
import { NETWORK_SETTINGS } from './network-settings.js';
import { address, HOST, host, PORT, port, setting } from './setting.js';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const KEY_BYTES = 32;
const MIN_WEB_SECRET = 16;

export const SETTINGS = {
  dataDir: setting({
    name: 'ECC_DATA',
    secret: false,
    fallback: './data',
    about: {
      fr: 'Le dossier des données : la base embarquée et la clé des secrets. À sauvegarder, sauf son dossier « keys ».',
      en: 'The folder of the data: the embedded database and the key of the secrets. Back it up, without its folder “keys”.',
    },
    expected: { fr: 'le chemin d’un dossier', en: 'the path of a folder' },
    parse: (raw) => (raw.includes('\0') ? undefined : raw),
  }),
  keysDir: setting({
    name: 'ECC_KEYS',
    secret: false,
    fallback: null,
    about: {
      fr: 'Le dossier des clés qui se détruisent, une par demande de médiation : docs/mediation.md. Sans lui, « keys » dans celui des données. À ne pas sauvegarder ; à partager entre machines.',
      en: 'The folder of the keys that get destroyed, one a request for mediation: docs/mediation.md. Without it, “keys” in the folder of the data. Do not back it up; share it between machines.',
    },
    expected: { fr: 'le chemin d’un dossier', en: 'the path of a folder' },
    parse: (raw) => (raw.includes('\0') ? undefined : raw),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    secret: true,
    fallback: null,
    about: {
      fr: 'Un serveur PostgreSQL (13 ou plus récent). Sans elle, ECC garde ses données lui-même.',
      en: 'A PostgreSQL server (13 or later). Without it, ECC keeps its data itself.',
    },
    expected: {
      fr: 'une adresse de la forme postgresql://compte:motdepasse@machine:5432/base',
      en: 'an address like postgresql://account:password@host:5432/database',
    },
    parse: address('postgres:', 'postgresql:'),
  }),
  redisUrl: setting({
    name: 'REDIS_URL',
    secret: true,
    fallback: null,
    about: {
      fr: 'Un serveur Redis pour la file des tâches. Sans elle, la file est dans la base.',
      en: 'A Redis server for the queue of jobs. Without it, the queue is in the database.',
    },
    expected: {
      fr: 'une adresse de la forme redis://:motdepasse@machine:6379',
      en: 'an address like redis://:password@host:6379',
    },
    parse: address('redis:', 'rediss:'),
  }),
  webHost: setting({
    name: 'ECC_WEB_HOST',
    secret: false,
    fallback: '127.0.0.1',
    about: {
      fr: 'L’adresse où écoute le salon d’essai. Une autre que locale demande ECC_WEB_SECRET.',
      en: 'The address where the playground listens. Other than local, it asks for ECC_WEB_SECRET.',
    },
    expected: HOST,
    parse: host,
  }),
  webPort: setting({
    name: 'ECC_WEB_PORT',
    secret: false,
    fallback: '4110',
    about: {
      fr: 'Le port du salon d’essai ; 0 : n’importe lequel qui soit libre.',
      en: 'The port of the playground; 0: any that is free.',
    },
    expected: PORT,
    parse: port,
  }),
  webSecret: setting({
    name: 'ECC_WEB_SECRET',
    secret: true,
    fallback: null,
    about: {
      fr: 'Le mot de passe qui ouvre le salon d’essai (au moins 16 caractères).',
      en: 'The password that opens the playground (at least 16 characters).',
    },
    expected: { fr: 'au moins 16 caractères', en: 'at least 16 characters' },
    parse: (raw) => (raw.length >= MIN_WEB_SECRET ? raw : undefined),
  }),
  publicUrl: setting({
    name: 'ECC_PUBLIC_URL',
    secret: false,
    fallback: null,
    about: {
      fr: 'L’adresse à laquelle on joint ECC : pour les calendriers auxquels on s’abonne (chemin /calendriers/), ce qui est donné à lire (/veilles/), et qui accompagne une médiation sans compte (/passage/). Sans elle, rien de cela ne se lit ailleurs que sur cette machine.',
      en: 'The address that ECC is reached by: for the calendars that people subscribe to (path /calendriers/), what is given to read (/veilles/), and who accompanies a mediation without an account (/passage/). Without it, none of this is read elsewhere than on this machine.',
    },
    expected: {
      fr: 'une adresse de la forme https://ecc.exemple.org',
      en: 'an address like https://ecc.example.org',
    },
    parse: plainAddress,
  }),
  secretKeys: setting({
    name: 'ECC_SECRET_KEY',
    secret: true,
    fallback: null,
    about: {
      fr: 'La clé de ce qui est confidentiel (openssl rand -base64 32). Pour en changer : la nouvelle, une virgule, les anciennes. Sans elle, ECC en fait une, une fois, dans le dossier des données.',
      en: 'The key of what is confidential (openssl rand -base64 32). To change it: the new one, a comma, the old ones. Without it, ECC makes one, once, in the folder of the data.',
    },
    expected: {
      fr: '32 octets en base64, ou plusieurs clés séparées par des virgules',
      en: '32 bytes in base64, or several keys separated by commas',
    },
    parse: parseKeys,
  }),
  ...NETWORK_SETTINGS,
  fetchAllow: setting({
    name: 'ECC_FETCH_ALLOW',
    secret: false,
    fallback: null,
    about: {
      fr: 'Ce qu’ECC peut aller lire hors d’internet public, séparé par des virgules : machine:port (aussi pour un port peu courant) ou réseau. Dangereux : tout membre pourra faire lire à ECC ce qui y répond.',
      en: 'What ECC may go and read that is not on the public internet, separated by commas: host:port (for an unusual port too) or network. Dangerous: any member can then make ECC read what answers there.',
    },
    expected: {
      fr: 'par exemple agenda.local:5232,10.1.0.0/16',
      en: 'for example calendar.local:5232,10.1.0.0/16',
    },
    parse: parseAllowances,
  }),
  language: setting<Locale>({
    name: 'ECC_LANGUAGE',
    secret: false,
    fallback: 'fr',
    about: {
      fr: 'La langue de la console : fr ou en.',
      en: 'The language of the console: fr or en.',
    },
    expected: { fr: 'fr ou en', en: 'fr or en' },
    parse: (raw) => (isLocale(raw) ? raw : undefined),
  }),
  zone: setting({
    name: 'ECC_ZONE',
    secret: false,
    fallback: null,
    about: {
      fr: 'Le fuseau horaire des nouvelles communautés, par exemple Europe/Paris. Sans lui, celui du système.',
      en: 'The time zone of new communities, for example Europe/Paris. Without it, the system’s.',
    },
    expected: {
      fr: 'un fuseau de la base IANA, par exemple Europe/Paris',
      en: 'a zone of the IANA database, for example Europe/Paris',
    },
    parse: (raw) => (isZone(raw) ? raw : undefined),
  }),
  keepDays: setting({
    name: 'ECC_KEEP_DAYS',
    secret: false,
    fallback: '180',
    about: {
      fr: 'Combien de jours garder la trace technique de ce qui est dit et fini : mots privés et annonces d’une fois, échéances passées, lignes tapées dans la page web. Les décisions, l’agenda, la veille, les richesses, leurs cartes et le journal de la communauté restent.',
      en: 'How many days to keep the technical trace of what is said and done: private words and one-time announcements, past deadlines, lines typed in the web page. Decisions, the agenda, resources, wealth, their cards and the community’s journal stay.',
    },
    expected: { fr: 'un nombre de jours de 7 à 3650', en: 'a number of days from 7 to 3650' },
    parse: days,
  }),
  logLevel: setting<LogLevel>({
    name: 'ECC_LOG_LEVEL',
    secret: false,
    fallback: 'warn',
    about: {
      fr: 'Ce que dit le journal technique : silent, error, warn, info ou debug.',
      en: 'What the technical log tells: silent, error, warn, info or debug.',
    },
    expected: { fr: LOG_LEVELS.join(', '), en: LOG_LEVELS.join(', ') },
    parse: (raw) => LOG_LEVELS.find((level) => level === raw),
  }),
} as const;

/** Shorter than a week, a card of the week could lose its place. */
function days(raw: string): number | undefined {
  const count = /^\d{1,4}$/.test(raw) ? Number(raw) : 0;
  return count >= 7 && count <= 3650 ? count : undefined;
}

/** A place on the web, and nothing that follows it. */
function plainAddress(raw: string): string | undefined {
  return URL.canParse(raw) && /^https?:\/\/[^@?#\s]+$/i.test(raw) ? raw : undefined;
}

/** Keys in base64, the one that seals first; also the form of the key's file. */
export function parseKeys(raw: string): readonly Buffer[] | undefined {
  const texts = raw.split(',').map((text) => text.trim());
  const keys = texts.map((text) => Buffer.from(text, 'base64'));
  const right = texts.every((text) => /^[A-Za-z0-9+/]{43}=$/.test(text));
  return right && keys.every((key) => key.length === KEY_BYTES) ? keys : undefined;
}
