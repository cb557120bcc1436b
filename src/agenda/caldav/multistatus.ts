import { Parser } from 'htmlparser2';

/** One resource of a multistatus (RFC 4918 §14.24), with the properties that we ask for. */
export interface Answered {
  readonly href: string;
  /** Of the resource as a whole, when it says one: 404 for what is gone. */
  readonly status: number | null;
  /** Texts by the local names of the properties that were found. */
  readonly props: Readonly<Record<string, string>>;
  /** Addresses inside a property, by its local name. */
  readonly hrefs: Readonly<Record<string, string>>;
  readonly types: readonly string[];
  /** Kinds of components a calendar takes; empty when it does not say. */
  readonly components: readonly string[];
}

export interface Multistatus {
  readonly answers: readonly Answered[];
  /** RFC 6578. */
  readonly syncToken: string;
}

interface Draft {
  href: string;
  status: number | null;
  props: Record<string, string>;
  hrefs: Record<string, string>;
  types: string[];
  components: string[];
}

const MOST_DEPTH = 32;

/**
 * Reads a multistatus as it comes, by local names: what a server calls its prefixes is its own. No
 * entity but those of XML is known, so none expands; what is too deep is not looked at.
 */
export function readMultistatus(xml: string): Multistatus | null {
  const path: string[] = [];
  const answers: Draft[] = [];
  let [text, syncToken, seen] = ['', '', false];
  let draft: Draft | null = null;
  let found: { props: Record<string, string>; hrefs: Record<string, string>; ok: boolean } | null =
    null;

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    path.push(local(name));
    text = '';
    if (path.length > MOST_DEPTH) return;
    const here = path.at(-1);
    if (here === 'multistatus') seen = true;
    if (here === 'response') {
      draft = { href: '', status: null, props: {}, hrefs: {}, types: [], components: [] };
    }
    if (here === 'propstat') found = { props: {}, hrefs: {}, ok: true };
    const parent = path.at(-2);
    if (parent === 'resourcetype') draft?.types.push(here ?? '');
    if (here === 'comp' && path.includes('supported-calendar-component-set')) {
      draft?.components.push((attributes.name ?? '').toUpperCase());
    }
  }

  function close(): void {
    const here = path.pop() ?? '';
    if (path.length >= MOST_DEPTH) return;
    const parent = path.at(-1) ?? '';
    const value = text.trim();
    if (draft && here === 'href' && parent === 'response') draft.href = value;
    else if (found && here === 'href') found.hrefs[parent] ??= value;
    if (here === 'status') {
      const status = Number(/\s(\d{3})\b/.exec(value)?.[1] ?? 0);
      if (parent === 'propstat' && found) found.ok = status >= 200 && status < 300;
      if (parent === 'response' && draft) draft.status = status;
    }
    if (found && parent === 'prop') found.props[here] = here === 'calendar-data' ? text : value;
    if (here === 'propstat' && found && draft) {
      if (found.ok) {
        Object.assign(draft.props, found.props);
        Object.assign(draft.hrefs, found.hrefs);
      }
      found = null;
    }
    if (here === 'response' && draft) {
      answers.push(draft);
      draft = null;
    }
    if (here === 'sync-token' && parent === 'multistatus') syncToken = value;
  }

  const parser = new Parser(
    {
      onopentag: open,
      ontext: (more) => {
        text += more;
      },
      onclosetag: close,
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return seen ? { answers, syncToken } : null;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
