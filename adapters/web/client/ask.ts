import { byId } from './dom.js';

const sent = new WeakMap<Element, { content: string; id: string }>();
const busy = new WeakSet<Element>();

/** The address of a route, as this person in this language. */
export function address(path: string, more: Readonly<Record<string, string>> = {}): string {
  const { je = '', locale = '', salon } = document.body.dataset;
  const where = salon === undefined ? {} : { salon };
  return `${path}?${new URLSearchParams({ je, langue: locale, ...where, ...more })}`;
}

export const post = (path: string, content: object, signal?: AbortSignal): Promise<Response> =>
  fetch(address(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    signal: signal ?? null,
  });

/** Files chosen in a form, by field. */
type Files = ReadonlyMap<string, File>;

/** The same with files: a part for what is said, and one a file. */
function postWith(path: string, content: object, files: Files): Promise<Response> {
  if (files.size === 0) return post(path, content);
  const body = new FormData();
  body.set('said', JSON.stringify(content));
  for (const [field, file] of files) body.set(`file ${field}`, file);
  return fetch(address(path), { method: 'POST', body });
}

/**
 * Sends what `source` (a button, a form) asks. The same content from the same source keeps its
 * id until it has been answered, so that trying again does its work once. Gives the answer's
 * text, or `null` when there is none: `onFault` has then been told why.
 */
export async function ask(
  source: HTMLElement,
  path: string,
  content: object,
  onFault: (sentence: string, canRetry: boolean) => void,
  files: Files = new Map(),
): Promise<string | null> {
  if (busy.has(source)) return null;
  const chosen = [...files].map(([field, { name, size }]) => [field, name, size]);
  const text = JSON.stringify([content, chosen]);
  const before = sent.get(source);
  const id = before?.content === text ? before.id : uuid();
  sent.set(source, { content: text, id });
  busy.add(source);
  source.setAttribute('aria-busy', 'true');
  try {
    const response = await postWith(path, { ...content, id }, files);
    const answer = await response.text();
    if (response.ok) {
      sent.delete(source);
      return answer;
    }
    onFault(answer, response.status === 429 || response.status >= 500);
  } catch {
    onFault(document.body.dataset.offline ?? '', true);
  } finally {
    busy.delete(source);
    source.removeAttribute('aria-busy');
  }
  return null;
}

/** `crypto.randomUUID` is missing on plain HTTP away from loopback. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[(bytes[8] ?? 0) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Says above the composer that something was not sent; `retry` sends it again. */
export function tell(sentence: string, retry: (() => void) | null): void {
  const told = byId('told');
  const [line, button] = [told.querySelector('span'), told.querySelector('button')];
  if (line) line.textContent = sentence;
  if (button) {
    button.hidden = retry === null;
    button.onclick = () => {
      quiet();
      retry?.();
    };
  }
  told.hidden = false;
}

export const quiet = (): void => {
  byId('told').hidden = true;
};
