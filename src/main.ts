import { join, resolve } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { createFeedsApp, FEEDS_PATHS } from '../adapters/feeds/feeds-app.js';
import { createPassageApp, PASSAGE_PATH } from '../adapters/web/passage/passage-app.js';
import { CannotListen } from '../adapters/web/server.js';
import { createApartStore } from '../adapters/web/store/apart.js';
import { createWebStore } from '../adapters/web/store.js';
import { createWebAdapter } from '../adapters/web/web-adapter.js';
import { compose } from './compose.js';
import { withEnvFile } from './config/env-file.js';
import { type Config, readConfig } from './config.js';
import { keyFolder } from './database/key-folder.js';
import { migrate } from './database/migrate.js';
import { openDatabase } from './database/open.js';
import { loadKeyRing } from './database/secret-key.js';
import { createFetcher } from './fetching/fetcher.js';
import { createQueue } from './jobs/queue.js';
import { systemClock } from './kernel/clock.js';
import type { Locale } from './kernel/locale.js';
import { StartError } from './kernel/start-error.js';
import { createVault } from './kernel/vault.js';
import { networksOf, startNetwork } from './networks.js';
import { STEPS, startPage } from './start-page.js';

/** Finishing what was acknowledged takes milliseconds; beyond this something is stuck. */
const STOP_WITHIN_MS = 10_000;
const BAD_SETTINGS = 2;

const began = performance.now();

async function settings(): Promise<Config> {
  const file = await withEnvFile('.env', process.env);
  const read = readConfig(file.env);
  const locale = read.ok ? read.config.language : languageOf(file.env.ECC_LANGUAGE);
  for (const warning of read.warnings) console.error(`  ${warning[locale]}`);
  const faults = [...file.faults, ...(read.ok ? [] : read.faults)];
  if (read.ok && faults.length === 0) return read.config;
  for (const fault of faults) console.error(`  ${fault[locale]}`);
  process.exit(BAD_SETTINGS);
}

const languageOf = (name: string | undefined): Locale => (name === 'en' ? 'en' : 'fr');

async function start(config: Config): Promise<void> {
  const { language, dataDir, zone } = config;
  const say = (step: keyof typeof STEPS): void => console.log(`  ${STEPS[step][language]}`);
  const log = pino(
    { level: config.logLevel, serializers: { error: pino.stdSerializers.err } },
    pino.destination(2),
  );
  /** What to put away when it stops, the last first. Asked to stop while starting, it does. */
  const open: (() => Promise<unknown>)[] = [];
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: false }, async ({ err: error }) => {
    if (error) log.fatal({ error }, 'stopping after an error');
    say('stop');
    for (const putAway of open.reverse()) await putAway();
    say('stopped');
  });
  const vault = createVault(await loadKeyRing(config));
  const database = await openDatabase({ url: config.databaseUrl, dataDir, onProgress: say });
  open.push(() => database.close());
  const { prisma, connection } = database;
  say('database.migrate');
  await migrate(connection);
  const clock = systemClock;
  const fetcher = createFetcher({ userAgent: 'ECC', clock, allow: config.fetchAllow });
  open.push(() => fetcher.close());
  say('jobs.start');
  const queue = await createQueue({ connection, redisUrl: config.redisUrl, log });
  open.push(() => queue.close());
  const keys = keyFolder(config.keysDir ?? join(dataDir, 'keys'), vault);
  const reachedAt = () =>
    config.publicUrl === null
      ? { url: web.url(), local: true }
      : { url: config.publicUrl, local: false };
  const { keepDays } = config;
  const house = compose({
    ...{ prisma, queue, clock, vault, keys, fetcher, zone, log, reachedAt, keepDays },
  });
  const { registry, services } = house;
  const web = createWebAdapter({
    ...{ registry, clock, log, store: createWebStore(prisma, vault, keys) },
    apart: createApartStore(prisma, keys),
    rooms: {
      list: (roomId) => services.community.accountsIn('web', roomId),
      communityOf: (roomId) => services.community.roomOf('web', roomId),
    },
    beside: [
      {
        paths: FEEDS_PATHS,
        app: createFeedsApp({ agenda: services.agenda, veille: services.veille, clock, log }),
      },
      {
        paths: [PASSAGE_PATH],
        app: createPassageApp({ passage: house.passage, reachedAt, log }),
      },
    ],
    config: { host: config.webHost, port: config.webPort, secret: config.webSecret },
  });
  open.push(() => web.stop());
  await web.start();
  // The folder's lock says so; a server's database, or a Redis, may have other processes on it.
  const alone = database.kind === 'embedded' && config.redisUrl === null;
  const networks = await networksOf(config, { house, prisma, vault, keys, clock, log });
  const adapters = networks.flatMap(({ adapter }) => adapter ?? []);
  await house.start([web, ...adapters], { alone });
  open.push(() => Promise.all(adapters.map((adapter) => adapter.stop())));
  const standings = await Promise.all(networks.map(startNetwork));
  console.log(
    startPage(
      {
        ...{ url: web.url(), dataDir: resolve(dataDir), database: database.kind },
        ...{ networks: standings, redis: config.redisUrl !== null },
        keyInFolder: config.secretKeys === null,
        tookMs: performance.now() - began,
      },
      language,
    ),
  );
}

/** Why it cannot start, in a sentence; anything else is a bug and shows itself. */
function explain(error: unknown, locale: Locale): string | null {
  if (error instanceof StartError) return error.say(locale);
  if (error instanceof CannotListen) return cannotListen(error)[locale];
  return null;
}

function cannotListen({ reason, host, port }: CannotListen): Record<Locale, string> {
  if (reason === 'taken') {
    return {
      fr: `Le port ${port} est pris par un autre programme. Choisissez-en un autre : ECC_WEB_PORT=${port + 1} npm start`,
      en: `Port ${port} is taken by another program. Choose another one: ECC_WEB_PORT=${port + 1} npm start`,
    };
  }
  return {
    fr: `Impossible d’écouter sur ${host}, port ${port}. Vérifiez ECC_WEB_HOST et ECC_WEB_PORT.`,
    en: `Cannot listen on ${host}, port ${port}. Check ECC_WEB_HOST and ECC_WEB_PORT.`,
  };
}

const config = await settings();
try {
  await start(config);
} catch (error) {
  const why = explain(error, config.language);
  if (why === null) throw error;
  console.error(`\n  ${why}\n`);
  // What was opened before the refusal holds nothing unsaved.
  process.exit(1);
}
