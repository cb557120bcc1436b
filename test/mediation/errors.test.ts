import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import { testDatabase } from '../support/database.js';

const SECRET = 'xylophone mauve';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Everything of an error that a log could print, causes included. */
function printed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name));
  return [
    String(error),
    ...own.map((one) => (one instanceof Error ? printed(one) : JSON.stringify(one))),
  ].join();
}

it('an error of the database does not quote what it was given', async () => {
  const { prisma } = database;
  const wrong = {
    id: SECRET,
    communityId: SECRET,
    createdOn: SECRET,
    sealed: SECRET,
    more: SECRET,
  };
  const repeated = {
    ...{ id: crypto.randomUUID(), communityId: crypto.randomUUID() },
    ...{ createdOn: new Date(), sealed: SECRET },
  };
  await prisma.mediation.create({ data: repeated });
  for (const data of [wrong, { ...repeated, createdOn: SECRET }, repeated]) {
    const error = await prisma.mediation.create({ data: data as never }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(printed(error)).not.toContain(SECRET);
  }
});
