import type { Locale, Localised } from './kernel/locale.js';
import type { Standing } from './networks.js';

/** What the person who started ECC needs to know, once it runs. */
export interface Running {
  readonly url: string;
  readonly dataDir: string;
  readonly database: 'embedded' | 'server';
  readonly redis: boolean;
  /** The key of what is secret is in the folder of the data, not in a setting. */
  readonly keyInFolder: boolean;
  readonly networks: readonly Standing[];
  readonly tookMs: number;
}

/** What is going on while it starts, a line each. */
export const STEPS = {
  'database.create': { fr: 'Création de la base…', en: 'Creating the database…' },
  'database.open': { fr: 'Ouverture de la base…', en: 'Opening the database…' },
  'database.connect': { fr: 'Connexion à la base…', en: 'Connecting to the database…' },
  'database.migrate': { fr: 'Mise à jour des tables…', en: 'Updating the tables…' },
  'jobs.start': { fr: 'Mise en route des tâches…', en: 'Starting the jobs…' },
  stop: { fr: 'Arrêt : fin de ce qui est en cours…', en: 'Stopping: finishing what is under way…' },
  stopped: { fr: 'Arrêté. Tout est gardé.', en: 'Stopped. Everything is kept.' },
} as const satisfies Record<string, Localised<string>>;

/** The page printed when ECC is ready: where to go, what is connected, where the data lies. */
export const startPage = (running: Running, locale: Locale): string => PAGES[locale](running);

const PAGES: Localised<(running: Running) => string> = {
  fr: (running) => `
  ECC est prêt (${seconds(running.tookMs, 'fr')}).

  Salon d’essai   ${running.url}
                  Ouvrez cette adresse dans un navigateur, donnez un nom, tapez /

  Données         ${running.dataDir}
                  ${engines(running, 'fr')}
                  ${backup(running).fr}

  Réseaux         ${networks(running, 'fr')}
  Réglages        .env (voir .env.example) ; DATABASE_URL : votre PostgreSQL, REDIS_URL : votre Redis

  Ctrl+C arrête ECC proprement.
`,
  en: (running) => `
  ECC is ready (${seconds(running.tookMs, 'en')}).

  Playground      ${running.url}
                  Open this address in a browser, give a name, type /

  Data            ${running.dataDir}
                  ${engines(running, 'en')}
                  ${backup(running).en}

  Networks        ${networks(running, 'en')}
  Settings        .env (see .env.example); DATABASE_URL: your PostgreSQL, REDIS_URL: your Redis

  Ctrl+C stops ECC cleanly.
`,
};

const ENGINES = {
  embedded: { fr: 'base embarquée', en: 'embedded database' },
  server: { fr: 'base : serveur PostgreSQL', en: 'database: PostgreSQL server' },
  redis: { fr: 'tâches : Redis', en: 'jobs: Redis' },
  queue: { fr: 'tâches dans la base', en: 'jobs in the database' },
} as const satisfies Record<string, Localised<string>>;

const engines = ({ database, redis }: Running, locale: Locale): string =>
  `${ENGINES[database][locale]}, ${ENGINES[redis ? 'redis' : 'queue'][locale]}`;

/** What to save, so that everything can be found again. */
function backup({ database, keyInFolder }: Running): Localised<string> {
  if (database === 'embedded') {
    return {
      fr: `À sauvegarder en entier, ECC arrêté${keyInFolder ? '' : ', avec votre ECC_SECRET_KEY'}`,
      en: `Back up the whole folder while ECC is stopped${keyInFolder ? '' : ', with your ECC_SECRET_KEY'}`,
    };
  }
  return keyInFolder
    ? {
        fr: 'À sauvegarder : la base du serveur, et ce dossier, qui contient la clé des votes secrets',
        en: 'Back up the server’s database, and this folder, which holds the key of secret votes',
      }
    : {
        fr: 'À sauvegarder : la base du serveur, et votre ECC_SECRET_KEY',
        en: 'Back up the server’s database, and your ECC_SECRET_KEY',
      };
}

/** A line each, under one another. */
const networks = ({ networks: standings }: Running, locale: Locale): string =>
  standings.map(({ name, line }) => `${name.padEnd(9)}${line[locale]}`).join(`\n${' '.repeat(18)}`);

const seconds = (ms: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(ms / 1000);
