/** A digest as people read it. */
export interface Read {
  readonly title: string;
  /** A theme, then the titles of its pages, in order. */
  readonly pages: readonly (readonly string[])[];
  /** How many novelties had no place. */
  readonly left: number;
}

const TITLE = /^\P{L}*(La veille (?:du jour|de la semaine).*)$/u;
const THEME = /^(?:Eau|Semences|Presse|Sans thème)$/;
const PAGE = /^[-•] V-\d+ (.*)$/;
const LEFT = /^Et (\d+) autres? nouveauté/;

/** The digest that a message is, if it is one. */
export function readDigest(message: string): Read[] {
  const [first = '', ...lines] = message.replaceAll(/[\u00A0\u202F]/g, ' ').split('\n');
  const [, title] = TITLE.exec(first) ?? [];
  if (title === undefined) return [];
  const pages: string[][] = [];
  let left = 0;
  for (const line of lines) {
    const [, page] = PAGE.exec(line) ?? [];
    if (THEME.test(line)) pages.push([line]);
    if (page !== undefined) pages.at(-1)?.push(titleIn(page));
    left = Number(LEFT.exec(line)?.[1] ?? left);
  }
  return [{ title, pages, left }];
}

/** Without the address, however a network shows it. */
const titleIn = (page: string): string =>
  page.replace(/^\[(.*)\]\(\S+\)$/, '$1').replace(/ \(\S+\)$/, '');
