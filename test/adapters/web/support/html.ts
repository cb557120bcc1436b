/** HTML of our own pages as a tree: quoted attributes, closed tags, nothing to repair. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const VOID = new Set(['br', 'img', 'input', 'link', 'meta', 'hr', 'wbr']);
const TOKEN =
  /<!--[\s\S]*?-->|<![^>]*>|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

const decoded = (text: string): string =>
  text.replaceAll(/&([a-z]+|#\d+);/g, (whole, name) => ENTITIES[name] ?? whole);

/** Throws when a tag is not closed where it should be: such a page is a bug. */
export function parseHtml(html: string): Element {
  const root = { name: '#root', attributes: {}, children: [] as (Element | string)[] };
  const open: (typeof root)[] = [root];
  for (const [, closing, opening, attributes = '', text] of html.matchAll(TOKEN)) {
    const inside = open.at(-1) ?? root;
    if (text !== undefined) inside.children.push(decoded(text));
    else if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`</${closing}> closes ${inside.name}`);
    } else if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [] };
      inside.children.push(element);
      if (!VOID.has(opening)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  );

/** Every element within, in the order of the page. */
export function all(root: Element, fits: (element: Element) => boolean): Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(fits(child) ? [child] : []), ...all(child, fits)],
  );
}

export const hasClass = ({ attributes }: Element, name: string): boolean =>
  (attributes.class ?? '').split(' ').includes(name);

const LINES = new Set(['p', 'li', 'div', 'h2', 'dt', 'dd', 'tr', 'pre', 'blockquote', 'caption']);

/** What somebody reads of it, a line a block, without what `leaves` leaves out. */
export function textIn(root: Element, leaves: (element: Element) => boolean = () => false): string {
  const read = (node: Element | string): string => {
    if (typeof node === 'string') return node;
    if (leaves(node)) return '';
    if (node.name === 'br') return '\n';
    const text = node.children.map(read).join('');
    return LINES.has(node.name) ? `\n${text}\n` : text;
  };
  return read(root)
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim();
}
