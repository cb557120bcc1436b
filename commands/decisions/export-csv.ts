import type { Decision, Outcome } from '../../src/decisions/types.js';
import type { Locale } from '../../src/kernel/locale.js';
import { optionalWords } from '../words/command-words.js';
import { say } from '../words/index.js';
import type { Drawing } from './views/card.js';
import { thresholdText } from './views/rule.js';

type Entry = Outcome['counted']['ballots'][number];

/** The decision and its rule, then one ballot: every line has all it takes to count again. */
const COLUMNS = [
  ...(['decision', 'title', 'method', 'threshold', 'quorum', 'options', 'max'] as const),
  ...(['voter', 'vote', 'state', 'current', 'reason'] as const),
];
type Cells = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** One line a ballot, in the reader's words; a single line of rule when nobody has voted. */
export function csvText({ dossier, locale }: Drawing, ballots: readonly Entry[]): string {
  const { decision } = dossier;
  const rule = ruleCells(decision, locale);
  const lines = ballots.map((entry) => ({ ...rule, ...ballotCells(decision, entry, locale) }));
  const headings = COLUMNS.map((column) => say(locale, `export.column.${column}`));
  const rows = (lines.length > 0 ? lines : [rule]).map((cells: Cells) =>
    COLUMNS.map((column) => cells[column] ?? ''),
  );
  // Excel takes a file for UTF-8 by this mark, and separates as its country does.
  const separator = locale === 'fr' ? ';' : ',';
  const line = (row: readonly (string | number)[]) => `${row.map(csvCell).join(separator)}\r\n`;
  return `\uFEFF${[headings, ...rows].map(line).join('')}`;
}

function ruleCells({ number, text, kind, rule, options }: Decision, locale: Locale): Cells {
  return {
    ...{ decision: `D-${number}`, title: text.title, method: say(locale, `kind.${kind}`) },
    ...(kind === 'agreement' && { threshold: thresholdText(rule.threshold, locale) }),
    quorum: rule.quorum ?? 0,
    ...(kind === 'choice' && {
      options: options.map(({ label }) => label).join(' | '),
      max: rule.max,
    }),
  };
}

function ballotCells({ options }: Decision, entry: Entry, locale: Locale): Cells {
  const { voter, vote, choices, reason, state = 'standing' } = entry;
  const chosen = Array.isArray(choices)
    ? options.filter(({ key }) => choices.includes(key)).map(({ label }) => label)
    : null;
  return {
    ...(typeof voter === 'string' && { voter }),
    vote: chosen
      ? chosen.join(' | ') || say(locale, 'voted.blank')
      : optionalWords(locale, `voted.${vote}`),
    ...(vote === 'objection' && { state: optionalWords(locale, `objection.${state}`) }),
    current: say(locale, entry.current === false ? 'export.current.no' : 'export.current.yes'),
    ...(typeof reason === 'string' && { reason }),
  };
}

/** RFC 4180. A text that a spreadsheet would run as a formula is kept as text by a quote. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
