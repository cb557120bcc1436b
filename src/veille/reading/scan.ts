import { Tokenizer } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface Visitor {
  /** Attributes only of the tags in `detailed`. */
  open?(tag: string, attributes: Attributes): void;
  close?(tag: string): void;
  /** Entities are characters already; scripts and styles come as text too. */
  text?(text: string): void;
}

/** What is read of a document, in code units: pages that people share are far smaller. */
const MOST_READ = 4_000_000;
/** What is kept of one tag: a tag may hold a million attributes. */
const MOST_ATTRIBUTES = 64;
const LONGEST_VALUE = 8_000;
const LONGEST_NAME = 64;

/**
 * Goes once through HTML, well formed or not, and builds no tree: the time grows with the length
 * alone and the memory not at all, however deep tags are nested or whatever they forget to close.
 */
export function scan(html: string, detailed: ReadonlySet<string>, visitor: Visitor): void {
  const source = html.slice(0, MOST_READ);
  const part = (start: number, end: number): string => source.slice(start, end);
  const nameAt = (start: number, end: number): string =>
    part(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
  let tag = '';
  let attributes: Record<string, string> = {};
  let count = 0;
  let name: string | null = null;
  const give = (more: string): void => {
    if (name === null) return;
    const value = attributes[name] ?? '';
    if (value.length < LONGEST_VALUE) attributes[name] = value + more.slice(0, LONGEST_VALUE);
  };
  const opened = (): void => visitor.open?.(tag, attributes);
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = nameAt(start, end);
        attributes = Object.create(null);
        count = 0;
      },
      onattribname(start, end) {
        const wanted = detailed.has(tag) && count++ < MOST_ATTRIBUTES;
        name = wanted ? nameAt(start, end) : null;
        // Said twice, the first counts (HTML, “attribute name state”).
        if (name !== null && name in attributes) name = null;
        else if (name !== null) attributes[name] = '';
      },
      onattribdata(start, end) {
        give(part(start, Math.min(end, start + LONGEST_VALUE)));
      },
      onattribentity: (point) => give(String.fromCodePoint(point)),
      onattribend: nothing,
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => visitor.close?.(nameAt(start, end)),
      ontext: (start, end) => visitor.text?.(part(start, end)),
      ontextentity: (point) => visitor.text?.(String.fromCodePoint(point)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
