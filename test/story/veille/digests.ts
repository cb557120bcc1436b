/** A digest as people read it. */
export interface Read {
  readonly title: string;
  /** Themes and titles of pages, in order. */
  readonly lines: readonly string[];
  /** How many novelties had no place. */
  readonly left: number;
}

const TITLE = /^\P{L}*(La veille (?:du jour|de la semaine).*)$/u;
const LEFT = /^Et (\d+) autres? nouveauté/;

/** The digest that a message is, if it is one. */
export function readDigest(message: string): Read[] {
  const [first = '', ...lines] = message.replaceAll(/[\u00A0\u202F]/g, ' ').split('\n');
  const [, title] = TITLE.exec(first) ?? [];
  if (title === undefined) return [];
  return [
    {
      title,
      lines: lines.filter((line) => line !== '' && !LEFT.test(line)),
      left: Number(lines.map((line) => LEFT.exec(line)?.[1]).find(Boolean) ?? 0),
    },
  ];
}
