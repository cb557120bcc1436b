import { expect } from 'vitest';
import type { TestHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { SECRETS } from './support.js';

/** Tables that tell neither whose nor what. */
const SEALED = ['mediations', 'mediation_pages', 'mediation_agreements', 'whispers'];

type Row = Readonly<Record<string, unknown>>;

/** Everything that can be read without a key: tables, jobs and all, log, messages of the room. */
export async function readable(t: TestHouse): Promise<string> {
  await t.settle();
  const said = t.web.messages.map(({ to, key, view }) => [to, key, textOf(view.fr)]);
  return [await tables(t.database), t.log.lines, said].map((one) => JSON.stringify(one)).join('\n');
}

/**
 * No word of a request where it should not be, and nothing that says whose it is: no row that
 * names a request, or was written for one, names a person too.
 */
export async function staysSecret(t: TestHouse, words: readonly string[] = SECRETS): Promise<void> {
  const all = await readable(t);
  for (const word of words) expect(all).not.toContain(word);
  const held = await tables(t.database);
  const ids = (table: string): string[] => (held[table] ?? []).map(({ id }) => String(id));
  const people = [...ids('members'), ...ids('accounts')];
  const requests = new Set([
    ...[...ids('mediations'), ...ids('mediation_agreements')],
    ...(held.whispers ?? []).map(subjectOf),
  ]);
  for (const [table, rows] of Object.entries(held)) {
    const confidential = SEALED.includes(table);
    for (const row of rows) {
      const text = JSON.stringify(row);
      const about = confidential || [...requests].some((id) => text.includes(id));
      if (!about) continue;
      for (const person of people) expect(text, table).not.toContain(person);
    }
  }
  expect((held.journal_entries ?? []).map(({ kind }) => kind)).not.toContain('mediation.asked');
  expect(JSON.stringify(held.journal_entries)).not.toMatch(/mediation\.(?!named|unnamed)/);
  for (const table of SEALED) {
    const lengths = new Set((held[table] ?? []).map(({ sealed }) => String(sealed).length));
    expect(lengths.size, table).toBeLessThan(2);
  }
}

const subjectOf = ({ subject }: Row): string => String(subject);

/** Nothing at all is left: no row, no alarm, no key, no message but `others` about other things. */
export async function isErased(
  t: TestHouse,
  room: TestRoom,
  id: string,
  others = 0,
): Promise<void> {
  const all = await readable(t);
  expect(all).not.toContain(id);
  for (const word of SECRETS) expect(all).not.toContain(word);
  expect([...t.keys.held.keys()]).not.toContain(id);
  const { mediation_pages: pages = [], whispers = [] } = await tables(t.database);
  expect(pages.filter((row) => row.mediation_id === id)).toEqual([]);
  expect(whispers.filter((row) => row.subject === id)).toEqual([]);
  const left = t.web.messages.filter(({ to }) => to.roomId === room.roomId && to.userId);
  const told = left.filter(({ view }) => textOf(view.fr).startsWith('Un mot pour vous'));
  expect(told).toHaveLength(others);
  expect(t.web.forgotten).toContain(id);
}

/** The one request of this community. */
export async function onlyRequest(t: TestHouse, room: TestRoom): Promise<string> {
  const community = await room.community();
  const { mediations = [] } = await tables(t.database);
  const own = mediations.filter((row) => row.community_id === community);
  expect(own).toHaveLength(1);
  return String(own[0]?.id);
}
