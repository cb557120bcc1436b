import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fecExport } from '../../../commands/wealth/exports/fec.js';
import { beancountJournal, hledgerJournal } from '../../../commands/wealth/exports/journals.js';
import type { ExportLine, Party } from '../../../commands/wealth/exports/lines.js';
import { valueFlowsExport } from '../../../commands/wealth/exports/valueflows.js';
import type { Unit } from '../../../src/kernel/quantities/quantity.js';
import { testFolder } from '../../support/database.js';
import { HOSTILE } from '../../support/hostile.js';

const run = promisify(execFile);

/** The Debian packages `hledger` and `beancount`: on CI they must be there. */
const has = async (program: string): Promise<boolean> =>
  process.env.CI === 'true' ||
  run(program, ['--version']).then(
    () => true,
    () => false,
  );
const hledger = await has('hledger');
const beancount = await has('bean-check');

const PEOPLE: Party[] = [
  { id: '01a1fd8c-6900-7ffb-b757-990ced050349', name: 'Nadia' },
  { id: '01a1fd8c-6900-7ba9-8292-06e4ded2deca', name: 'nadia' },
  { id: '01a1fd8c-6900-7bb2-a1bf-3ecc7a600281', name: 'Chloé d’Œuvres' },
  { id: '01a1fd8c-6900-736f-82f3-14aad4d54b48', name: 'Дао 🌱' },
];
const party = fc.option(fc.constantFrom(...PEOPLE));
const line: fc.Arbitrary<ExportLine> = fc
  .record({
    amount: fc.bigInt({ min: -10_000n, max: 1_000_000n }),
    unit: fc.constantFrom<Unit>('min', 'cent', 'g', 'J', 'm', 'token:Ğ1', 'token:graine'),
    number: fc.integer({ min: 1, max: 999 }),
    day: fc.integer({ min: 1, max: 28 }),
    from: party,
    to: party,
    nature: fc.constantFrom('soin', 'mise en joie', 'œuvre', ''),
    what: fc.constantFrom(...Object.values(HOSTILE), 'affiche', 'une "citation" ; et | plus'),
  })
  .map(({ number, day, ...rest }) => ({
    ...{ ...rest, reference: `R-${number}`, id: PEOPLE[0]?.id ?? '', period: 1 },
    ...{ day: `2026-11-${String(day).padStart(2, '0')}`, expense: null },
  }));
/** An expense: what is owed for it, and perhaps what was paid back. */
const expense: fc.Arbitrary<ExportLine> = fc
  .record({
    who: fc.constantFrom(...PEOPLE),
    cents: fc.bigInt({ min: 1n, max: 100_000n }),
    vat: fc.option(fc.bigInt({ min: 0n, max: 99n })),
    number: fc.integer({ min: 1, max: 999 }),
    paid: fc.boolean(),
    what: fc.constantFrom(...Object.values(HOSTILE), 'peinture'),
  })
  .map(({ who, cents, vat, number, paid, what }) => ({
    ...{ amount: cents, unit: 'cent', reference: `E-${number}`, id: who.id, day: '2026-11-20' },
    ...{ nature: 'frais', what, period: 1, from: paid ? null : who, to: paid ? who : null },
    expense: paid
      ? { step: 'paid-back', vat: null, receipts: '' }
      : { step: 'owed', vat: vat !== null && vat < cents ? vat : null, receipts: '' },
  }));
const any = fc.oneof({ weight: 3, arbitrary: line }, expense);
/** Of two who share a name, the first keeps it. */
const FIRST: ExportLine = {
  ...{ amount: 1n, unit: 'cent', reference: 'R-1', id: PEOPLE[0]?.id ?? '', day: '2026-11-01' },
  ...{ nature: 'argent', what: 'premier', period: 1, expense: null, from: null },
  to: PEOPLE[0] ?? null,
};
const journals = fc
  .sample(fc.array(any, { minLength: 5, maxLength: 40 }), { numRuns: 5, seed: 7 })
  .map((lines) => [FIRST, ...lines]);

const kept = async (text: string, name: string): Promise<string> => {
  const file = join(await testFolder('journal'), name);
  await writeFile(file, text);
  return file;
};

/** Euros of one account, as hledger reckons them. */
async function balance(file: string, account: string): Promise<bigint> {
  const args = ['-f', file, 'balance', account, 'cur:EUR', '-O', 'csv', '--no-total'];
  const { stdout } = await run('hledger', args);
  const euros = /"(-?[\d.]+) EUR"/.exec(stdout)?.[1] ?? '0';
  return BigInt(Math.round(Number(euros) * 100));
}

const NADIA = PEOPLE[0]?.id ?? '';

const sumOf = (lines: readonly ExportLine[], unit: Unit, id: string): bigint =>
  lines
    .filter((one) => one.unit === unit)
    .reduce((sum, one) => {
      const given = one.from?.id === id ? one.amount : 0n;
      const received = one.to?.id === id ? one.amount : 0n;
      return sum + received - given;
    }, 0n);

describe('a journal', () => {
  it.skipIf(!hledger)('is accepted by hledger, strictly, with the same balances', async () => {
    for (const lines of journals) {
      const file = await kept(hledgerJournal(lines, 'Fête d’été'), 'x.journal');
      await run('hledger', ['-f', file, 'check', '--strict']);
      const plain = lines.filter((one) => one.expense === null);
      const owing = lines.filter((one) => one.expense !== null);
      expect(await balance(file, 'Equity:Members:Nadia$')).toBe(sumOf(plain, 'cent', NADIA));
      // What is owed to somebody is what they laid out, less what they were paid back.
      expect(await balance(file, 'Liabilities:Members:Nadia$')).toBe(sumOf(owing, 'cent', NADIA));
      const vat = owing.reduce((sum, one) => sum + (one.expense?.vat ?? 0n), 0n);
      expect(await balance(file, ':VAT$')).toBe(vat);
    }
  });

  it.skipIf(!beancount)('is accepted by beancount', async () => {
    for (const lines of journals) {
      const file = await kept(beancountJournal(lines, 'Fête d’été'), 'x.beancount');
      await run('bean-check', [file]);
    }
  });

  it('is one a program refuses when it is wrong: the check checks', async () => {
    const [lines = []] = journals;
    const broken = (text: string): string =>
      text.replace(/((?:Equity|Liabilities):\S+ {2})-?\d/, '$1 77');
    if (hledger) {
      const file = await kept(broken(hledgerJournal(lines, 'Fête')), 'x.journal');
      await expect(run('hledger', ['-f', file, 'check', '--strict'])).rejects.toThrow();
    }
    if (beancount) {
      const file = await kept(broken(beancountJournal(lines, 'Fête')), 'x.beancount');
      await expect(run('bean-check', [file])).rejects.toThrow();
    }
    expect(broken(hledgerJournal(lines, 'Fête'))).not.toBe(hledgerJournal(lines, 'Fête'));
  });
});

describe('the French accounting file', () => {
  const cents = (text = ''): number => Math.round(Number(text.replace(',', '.')) * 100);

  it('has 18 fields, balances entry by entry, and holds the euros and nothing else', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (lines) => {
        const [head = '', ...rows] = fecExport(lines, 'Fête').split('\r\n').slice(0, -1);
        expect(head.split('\t')).toHaveLength(18);
        const fields = rows.map((row) => row.split('\t'));
        for (const row of fields) expect(row).toHaveLength(18);
        const numbers = new Set(fields.map(([, , number]) => number));
        for (const number of numbers) {
          const entry = fields.filter((row) => row[2] === number);
          const debit = entry.reduce((sum, row) => sum + cents(row[11]), 0);
          const credit = entry.reduce((sum, row) => sum + cents(row[12]), 0);
          expect(debit).toBe(credit);
          expect(debit).toBeGreaterThan(0);
        }
        const euros = lines.filter(({ unit, amount }) => unit === 'cent' && amount !== 0n);
        expect(numbers.size).toBe(euros.length);
      }),
    );
  });
});

describe('ValueFlows', () => {
  it('names an agent at both ends of every event', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (lines) => {
        const { '@graph': graph } = JSON.parse(valueFlowsExport(lines, 'Fête')) as {
          '@graph': Record<string, unknown>[];
        };
        const events = graph.filter((one) => one['@type'] === 'vf:EconomicEvent');
        expect(events).toHaveLength(lines.length);
        const agents = new Set(
          graph.filter((one) => !events.includes(one)).map((one) => one['@id']),
        );
        for (const event of events) {
          expect(agents).toContain(event['vf:provider']);
          expect(agents).toContain(event['vf:receiver']);
        }
      }),
    );
  });
});
