import { decimal } from '../../../src/kernel/quantities/quantity.js';
import type { ExportLine, Party } from './lines.js';

/** Code général: livre des procédures fiscales, article A47 A-1, VII 1°: 18 fields, in this order. */
const FIELDS = [
  ...['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib'],
  ...['CompAuxNum', 'CompAuxLib', 'PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit'],
  ...['EcritureLet', 'DateLet', 'ValidDate', 'Montantdevise', 'Idevise'],
];

/** Plan comptable général: what is owed to or by people, and what waits to be put elsewhere. */
const PEOPLE = ['467000', 'Autres comptes débiteurs ou créditeurs'] as const;
const WAITING = ['471000', 'Comptes d’attente'] as const;
const VAT = ['445660', 'TVA sur autres biens et services'] as const;
type Account = readonly [number: string, label: string];

const clean = (text: string): string => text.replaceAll(/[\t\r\n|]+/g, ' ').trim();
const compact = (day: string): string => day.replaceAll('-', '');
const amount = (cents: bigint): string => decimal(cents, 2).replace('.', ',');

/** The euro part, balanced entry by entry; who keeps the books moves 471 where it belongs. */
export function fecExport(lines: readonly ExportLine[], context: string): string {
  const euros = lines.filter(({ unit, amount: cents }) => unit === 'cent' && cents !== 0n);
  const rows = euros.flatMap((line, index) => {
    const back = line.amount < 0n;
    const size = back ? -line.amount : line.amount;
    const side = (party: Party | null, debit: boolean, of: bigint, other: Account): string[] => {
      const [number, label] = party ? PEOPLE : other;
      return [
        ...['RIC', 'Richesses', String(index + 1), compact(line.day), number, label],
        ...[party ? party.id.slice(-12) : '', party ? clean(party.name) : ''],
        ...[line.reference, compact(line.day), clean(`${context} : ${line.what}`)],
        ...[debit ? amount(of) : '0,00', debit ? '0,00' : amount(of)],
        ...['', '', compact(line.day), '', ''],
      ];
    };
    const told = line.expense?.vat ?? 0n;
    const vat = told < 0n ? -told : told;
    return [
      side(line.to, !back, size - vat, WAITING),
      ...(vat > 0n ? [side(null, !back, vat, VAT)] : []),
      side(line.from, back, size, WAITING),
    ];
  });
  return [FIELDS, ...rows].map((row) => `${row.join('\t')}\r\n`).join('');
}
