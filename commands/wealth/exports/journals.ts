import { decimal, tokenName, type Unit } from '../../../src/kernel/quantities/quantity.js';
import type { ExportLine, Party } from './lines.js';

/**
 * The same double entry for both programs: what a context holds, what each person gave to it or had
 * from it, and, of expenses, what it spent and owes. What goes into accounts comes out of others, so
 * that it sums to nothing.
 */
interface Posting {
  readonly account: string;
  readonly amount: string;
  readonly commodity: string;
}

interface Entry {
  readonly line: ExportLine;
  readonly postings: readonly Posting[];
}

/** beancount: two to 24 capitals and digits, beginning and ending so. */
const COMMODITIES: Readonly<Record<string, readonly [name: string, digits: number]>> = {
  ...{ min: ['MINUTE', 0], cent: ['EUR', 2], g: ['KG', 3], J: ['JOULE', 0], m: ['KM', 3] },
};

/** A community has ten tokens at most. */
const LETTERS = 'ABCDEFGHIJ';

/** Letters that both programs take in names; `other` for a name in another alphabet. */
function plain(name: string, other: string): string {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return letters === '' ? other : letters.charAt(0).toUpperCase() + letters.slice(1);
}

function journalOf(lines: readonly ExportLine[], context: string) {
  const parties = new Map<string, string>();
  const taken = new Set<string>();
  const unique = (name: string): string => {
    let free = name;
    for (let more = 2; taken.has(free); more++) free = `${name}-${more}`;
    taken.add(free);
    return free;
  };
  const person = ({ id, name }: Party): string => {
    const known = parties.get(id) ?? unique(plain(name, 'Member'));
    parties.set(id, known);
    return known;
  };
  const tokens = new Map<Unit, string>();
  const commodity = (unit: Unit): readonly [string, number] => {
    const common = COMMODITIES[unit];
    if (common) return common;
    // hledger takes no digit in a bare name; beancount two to 24 capitals.
    const named = plain(tokenName(unit) ?? '', '')
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .slice(0, 15);
    const known = tokens.get(unit) ?? unique(`TOKEN${named}${LETTERS[tokens.size] ?? ''}`);
    tokens.set(unit, known);
    return [known, 2];
  };
  const name = plain(context, 'Context');
  const held = (nature: string): string =>
    `Assets:${name}:${nature === '' ? 'Sharing' : plain(nature, 'Other')}`;
  const member = (party: Party): string => `Equity:Members:${person(party)}`;
  /** What goes where; a negative amount comes out of there. */
  const moves = ({ from, to, nature, amount, expense }: ExportLine): [string, bigint][] => {
    const who = from ?? to;
    if (!expense || !who) {
      return [
        [to ? member(to) : held(nature), amount],
        [from ? member(from) : held(nature), -amount],
      ];
    }
    const owed = `Liabilities:Members:${person(who)}`;
    if (expense.step === 'paid-back') {
      return [
        [owed, amount],
        [`Assets:${name}:Cash`, -amount],
      ];
    }
    const { vat } = expense;
    return [
      [`Expenses:${name}:${plain(nature, 'Expenses')}`, amount - (vat ?? 0n)],
      ...(vat === null ? [] : [[`Assets:${name}:VAT`, vat] as [string, bigint]]),
      [owed, -amount],
    ];
  };
  const entries = lines.map((line): Entry => {
    const [named, digits] = commodity(line.unit);
    const postings = moves(line).map(([account, amount]) => ({
      ...{ account, amount: decimal(amount, digits), commodity: named },
    }));
    return { line, postings };
  });
  const postings = entries.flatMap((entry) => entry.postings);
  return {
    entries,
    accounts: [...new Set(postings.map(({ account }) => account))].sort(),
    commodities: [...new Map(postings.map((one) => [one.commodity, one.amount]))],
    tag: plain(context, 'context').toLowerCase(),
  };
}

/** One line of text that cannot end what it is in. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\t]+/g, ' ');

const posted = ({ account, amount, commodity }: Posting): string =>
  `    ${account}  ${amount} ${commodity}`;

/** A journal that `hledger check --strict` accepts: accounts and commodities are declared. */
export function hledgerJournal(lines: readonly ExportLine[], context: string): string {
  const { entries, accounts, commodities } = journalOf(lines, context);
  const value = (text: string): string => oneLine(text).replaceAll(/[,;:|]/g, ' ');
  return [
    ...commodities.map(([name, amount]) => `commodity ${sample(amount)} ${name}`),
    ...accounts.map((account) => `account ${account}`),
    ...entries.map(({ line, postings }) =>
      [
        '',
        `${line.day} * (${line.reference}) ${value(line.what)}  ; context: ${value(context)}, nature: ${value(line.nature)}`,
        ...postings.map(posted),
      ].join('\n'),
    ),
    '',
  ].join('\n');
}

/** How many decimals a commodity is written with. */
const sample = (amount: string): string => {
  const digits = amount.split('.')[1]?.length ?? 0;
  return digits === 0 ? '1000.' : `1000.${'0'.repeat(digits)}`;
};

/** A journal that `bean-check` accepts: accounts are open from the first day. */
export function beancountJournal(lines: readonly ExportLine[], context: string): string {
  const { entries, accounts, tag } = journalOf(lines, context);
  const value = (text: string): string => oneLine(text).replaceAll(/["\\]/g, "'");
  const first = lines.map(({ day }) => day).sort()[0] ?? '1970-01-01';
  return [
    `option "title" "${value(context)}"`,
    'option "operating_currency" "EUR"',
    ...accounts.map((account) => `${first} open ${account}`),
    ...entries.map(({ line, postings }) =>
      [
        '',
        `${line.day} * "${value(line.what)}" #${tag} ^${line.reference}`,
        `    nature: "${value(line.nature)}"`,
        ...postings.map(posted),
      ].join('\n'),
    ),
    '',
  ].join('\n');
}
