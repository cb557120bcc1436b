import { expect, test } from 'vitest';
import { type Running, startPage } from '../../src/start-page.js';

const page = (parts: Partial<Running>, locale: 'fr' | 'en' = 'fr') =>
  startPage(
    {
      ...{ url: 'http://127.0.0.1:4110/', dataDir: '/srv/data', database: 'embedded' },
      ...{ redis: false, networks: [], keyInFolder: true, tookMs: 1200, ...parts },
    },
    locale,
  ).replaceAll('\u00A0', ' ');

test.each<[string, Partial<Running>, string, string]>([
  [
    'the folder, which holds everything',
    {},
    'À sauvegarder en entier, ECC arrêté\n',
    'Back up the whole folder while ECC is stopped\n',
  ],
  [
    'the folder and the key',
    { keyInFolder: false },
    'À sauvegarder en entier, ECC arrêté, avec votre ECC_SECRET_KEY',
    'while ECC is stopped, with your ECC_SECRET_KEY',
  ],
  [
    'the server, and the folder for its key',
    { database: 'server', redis: true },
    'la base du serveur, et ce dossier, qui contient la clé des votes secrets',
    'the server’s database, and this folder, which holds the key of secret votes',
  ],
  [
    'the server and the key',
    { database: 'server', keyInFolder: false },
    'À sauvegarder : la base du serveur, et votre ECC_SECRET_KEY',
    'Back up the server’s database, and your ECC_SECRET_KEY',
  ],
])('it says what to back up: %s', (_, parts, french, english) => {
  expect(page(parts)).toContain(french);
  expect(page(parts, 'en')).toContain(english);
});

test('it says where things are kept, and how to choose', () => {
  expect(page({ database: 'server', redis: true })).toContain(
    'base : serveur PostgreSQL, tâches : Redis',
  );
  expect(page({})).toContain('DATABASE_URL : votre PostgreSQL, REDIS_URL : votre Redis');
});
