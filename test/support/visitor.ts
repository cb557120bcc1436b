import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Element = Parameters<typeof DomUtils.getAttributeValue>[0];

const { findAll, findOne, textContent, getAttributeValue, getElementsByTagName } = DomUtils;

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
/** What is read: a select is not its options, and a style is not read. */
const named = (name: string, under: Document | Element): Element[] =>
  getElementsByTagName(name, under, true);
const attr = (one: Element | undefined | null, name: string): string | undefined =>
  one ? getAttributeValue(one, name) : undefined;

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly html: string;
}

/** What a person with a browser and no script does: opens, reads, presses, fills. */
export function visitor(headers: Readonly<Record<string, string>> = {}) {
  const cookies = new Map<string, { value: string; path: string; said: string }>();
  let at = new URL('http://nowhere.invalid/');
  let page = parseDocument('');
  let answer: Answer = { status: 0, header: () => null, html: '' };

  const cookieFor = (url: URL): string =>
    [...cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');

  function keep(set: readonly string[]): void {
    for (const said of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(said) ?? [];
      const path = /;\s*Path=([^;]+)/i.exec(said)?.[1] ?? '/';
      if (/Max-Age=0/i.test(said)) cookies.delete(name);
      else cookies.set(name, { value, path, said });
    }
  }

  async function go(url: URL, init: RequestInit = {}): Promise<string> {
    const cookie = cookieFor(url);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': 'fr', ...headers, ...(cookie && { cookie }) },
    });
    keep(response.headers.getSetCookie());
    at = url;
    const to = response.headers.get('location');
    if (to) return go(new URL(to, url));
    const html = await response.text();
    answer = { status: response.status, header: (name) => response.headers.get(name), html };
    page = parseDocument(html);
    return text();
  }

  const text = (): string => plain(named('main', page).map(textContent).join(' '));

  /** What the form holds, as a browser sends it. */
  function held(form: Element): [string, string][] {
    const fields = findAll(({ name }) => ['input', 'textarea', 'select'].includes(name), [form]);
    return fields.flatMap((one): [string, string][] => {
      const name = attr(one, 'name');
      const type = attr(one, 'type') ?? '';
      const ticks = type === 'radio' || type === 'checkbox';
      if (!name || (ticks && attr(one, 'checked') === undefined)) return [];
      if (one.name === 'textarea') return [[name, textContent(one)]];
      if (one.name === 'input') return [[name, attr(one, 'value') ?? '']];
      const chosen = named('option', one).find((each) => attr(each, 'selected') !== undefined);
      return [[name, attr(chosen, 'value') ?? '']];
    });
  }

  function send(
    form: Element | undefined | null,
    values: Readonly<Record<string, string>>,
  ): Promise<string> {
    if (!form) throw new Error(`no such form in:\n${text()}`);
    const body = new URLSearchParams(held(form).filter(([name]) => !(name in values)));
    for (const [name, value] of Object.entries(values)) {
      for (const each of name === '_choice' ? value.split(',') : [value]) body.append(name, each);
    }
    const target = new URL(attr(form, 'action') ?? at.href, at);
    if (attr(form, 'method') === 'post') return go(target, { method: 'POST', body });
    target.search = body.toString();
    return go(target);
  }

  const forms = (): Element[] => named('form', page);
  const holding = (tags: readonly string[], label: string): Element | undefined =>
    forms().find((form) =>
      findOne((one) => tags.includes(one.name) && plain(textContent(one)) === label, [form]),
    );

  return {
    open: (address: string): Promise<string> => go(new URL(address, at)),
    /** The page by which one comes back. */
    again: (): Promise<string> => go(new URL('./', at)),
    /** A button, or a link, by its label. */
    press(label: string): Promise<string> {
      const link = named('a', page).find((one) => plain(textContent(one)) === label);
      const form = holding(['button'], label);
      if (link && !form) return go(new URL(attr(link, 'href') ?? '', at));
      if (!form) throw new Error(`no [${label}] in:\n${text()}`);
      return send(form, {});
    },
    /** The form of the page. */
    fill: (values: Readonly<Record<string, string>>): Promise<string> =>
      send(
        forms().find((one) => attr(one, 'class') === 'form'),
        values,
      ),
    /** Something of a list, by the words of the list; several with commas between. */
    choose: (list: string, value: string): Promise<string> =>
      send(holding(['label', 'legend'], list), { _choice: value }),
    /** Anything, as a program would. */
    post: (body: Readonly<Record<string, string>>, address = at.href): Promise<string> =>
      go(new URL(address, at), { method: 'POST', body: new URLSearchParams(body) }),
    /** What a field of the page holds. */
    value: (name: string): string =>
      attr(
        findOne((one) => attr(one, 'name') === name, page.children),
        'value',
      ) ?? '',
    /** What the buttons of the page would send. */
    acts: (): string[] =>
      findAll((one) => attr(one, 'name') === '_act', page.children).map(
        (one) => attr(one, 'value') ?? '',
      ),
    text,
    /** All that is on the page, the details too. */
    all: (): string => plain(named('body', page).map(textContent).join(' ')),
    cookies,
    get answer(): Answer {
      return answer;
    },
    get address() {
      return at.href;
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;
