import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../src/database/open.js';
import { parseSearch, toWebSearch } from '../../../src/veille/rules/search.js';
import { testDatabase } from '../../support/database.js';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function finds(text: string, line: string): Promise<boolean> {
  const asked = { now: new Date('2026-03-05T11:00:00Z'), zone: 'Europe/Paris' };
  const { wanted, unwanted } = toWebSearch(parseSearch(line, asked));
  const rows = await database.prisma.$queryRaw<{ found: boolean }[]>`
    select search_words(${text}) @@ (search_query(${wanted}) && !!search_query(${unwanted})) as found`;
  return rows[0]?.found ?? false;
}

const TEXT =
  'Des semences échangées entre paysans : l’œuvre d’un réseau, et Seed libraries sharing';

it.each([
  ...['semences', 'SEMENCE', 'semences échanger', 'echanger', 'echangees', 'échangée', 'paysan'],
  ...['reseaux', 'réseau', 'oeuvre', 'œuvres', 'seeds', 'library', 'shared', '"seed libraries"'],
  ...['"semences échangées"', '"semences echangees"', 'semences -brevet', 'semences -"seed law"'],
  ...['ÉCHANGÉES', 'Échanger', 'SEED LIBRARIES', 'l’œuvre', "l'oeuvre", 'ŒUVRE'],
])('it is found by %s', async (line) => {
  expect(await finds(TEXT, line)).toBe(true);
});

it.each([
  ...['brevet', 'semences brevet', '"échangées semences"', 'semences -echanger', 'semences -seed'],
  ...['semences -"seed libraries"', 'semences -paysan', 'or'],
])('it is not found by %s', async (line) => {
  expect(await finds(TEXT, line)).toBe(false);
});

it('the embedded database has no extension that takes accents away', async () => {
  if (database.kind === 'server') return;
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    select name from pg_available_extensions where name = 'unaccent'`;
  expect(rows).toEqual([]);
});
