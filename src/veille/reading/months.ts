/** By their names and short names, folded, in both languages; from 1. */
export const MONTHS = new Map(
  [
    ['jan', 'janv', 'janvier', 'january'],
    ['feb', 'fev', 'fevr', 'fevrier', 'february'],
    ['mar', 'mars', 'march'],
    ['apr', 'avr', 'avril', 'april'],
    ['may', 'mai'],
    ['jun', 'juin', 'june'],
    ['jul', 'juil', 'juillet', 'july'],
    ['aug', 'aou', 'aout', 'august'],
    ['sep', 'sept', 'septembre', 'september'],
    ['oct', 'octobre', 'october'],
    ['nov', 'novembre', 'november'],
    ['dec', 'decembre', 'december'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
