import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { cleanLine, fold, lengthOf } from '../../src/kernel/text.js';
import { LIMITS } from '../../src/veille/types.js';
import { type Param, param } from '../registry/param.js';

/** `12`, `V-12`, `v12`; `null` for anything else. */
function readRef(typed: string): number | null {
  const [, digits] = /^\s*(?:v\s*-?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
  return digits ? Number(digits) : null;
}

const MOST_OFFERED = 25;

/** A resource by its short number. Offers the latest. */
export const resourceRef = (): Param<number> =>
  param<number>({
    closed: false,
    options: async ({ services, community }) => {
      const page = { before: null, theme: null, limit: MOST_OFFERED };
      const { resources } = await services.veille.resources(community.id, page);
      return resources.map(({ resource: { number, title, address } }) => ({
        value: `V-${number}`,
        label: `V-${number} · ${title || address}`,
      }));
    },
    parse: async (typed) => {
      const number = readRef(typed);
      return number === null ? refuse('not-a-resource', { typed }) : ok(number);
    },
  });

/** Several resources, by their short numbers: `V-3, V-12 5`. */
export const resourceRefs = (): Param<readonly number[]> =>
  param<readonly number[]>({
    takes: 'words',
    maxLength: LIMITS.editionItems * LONGEST_REF,
    parse: async (typed) => {
      const all = typed.split(/[,;\s]+/).filter((one) => one !== '');
      const numbers = [...new Set(all.map(readRef))];
      if (numbers.length > LIMITS.editionItems) {
        return refuse('too-many', { max: LIMITS.editionItems, count: numbers.length });
      }
      const wrong = all.find((one) => readRef(one) === null);
      if (wrong !== undefined) return refuse('not-a-resource', { typed: wrong });
      const read = numbers.filter((one) => one !== null);
      return read.length === 0 ? refuse('missing') : ok(read);
    },
  });

/** `V-1234567, ` */
const LONGEST_REF = 11;

/** An edition by its short number, `N-3`. Offers those that the person may see. */
export const editionRef = (): Param<number> =>
  param<number>({
    options: async ({ services, community, member }) => {
      const { editions } = await services.veille.editionsFor(community.id, member.id);
      return editions.slice(0, MOST_OFFERED).map(({ number, title }) => ({
        value: `N-${number}`,
        label: `N-${number} · ${title}`,
      }));
    },
    parse: async (typed) => {
      const [, digits] = /^\s*(?:n\s*[-°]?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-an-edition', { typed });
    },
  });

/** The address of a page, as people copy it: with or without `https://`. */
export function readAddress(typed: string): Result<string> {
  const said = cleanLine(typed).replace(/^<(.*)>$/, '$1');
  const whole = /^https?:\/\//i.test(said) ? said : `https://${said}`;
  const named = URL.canParse(whole) && /^[^\s@]+\.[^\s@]+$/.test(new URL(whole).host);
  const local = /^https?:\/\//i.test(said) && URL.canParse(whole);
  if (whole.length > LIMITS.address || (!named && !local) || /\s/.test(said)) {
    return refuse('link-not-web', { typed });
  }
  const url = new URL(whole);
  // What is before an @ is often a password.
  if (url.username || url.password) return refuse('link-not-web', { typed: url.host });
  return ok(url.href);
}

export const pageAddress = (): Param<string> =>
  param<string>({ maxLength: LIMITS.address, parse: async (typed) => readAddress(typed) });

/** Several of them, one a line: what a message holds. */
export const pageAddresses = (): Param<readonly string[]> =>
  param<readonly string[]>({
    takes: 'words',
    parse: async (typed) => {
      const read = typed.split('\n').map(readAddress);
      const wrong = read.find((one) => !one.ok);
      return wrong && !wrong.ok ? wrong : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
    },
  });

/** A theme, one of the community's or a new one. Offers those there are. */
export const theme = (): Param<string> =>
  param<string>({
    maxLength: LIMITS.theme,
    options: async ({ services, community }) =>
      (await services.veille.themes(community.id)).map(({ name }) => ({
        value: name,
        label: name,
      })),
    parse: async (typed) => {
      const name = cleanLine(typed);
      const length = lengthOf(name);
      if (length > LIMITS.theme) return refuse('too-long', { length, max: LIMITS.theme });
      return name === '' ? refuse('missing') : ok(name);
    },
  });

/** Words to find it by, separated by commas, with or without `#`. */
export const tags = (): Param<readonly string[]> =>
  param<readonly string[]>({
    takes: 'words',
    maxLength: (LIMITS.tag + 2) * LIMITS.tags,
    parse: async (typed) => {
      const all = typed
        .split(/[,;]/)
        .map((one) => cleanLine(one).replace(/^#+/, '').trim())
        .filter((one) => one !== '');
      const long = all.find((one) => lengthOf(one) > LIMITS.tag);
      if (long) return refuse('too-long', { length: lengthOf(long), max: LIMITS.tag });
      const distinct = all.filter(
        (one, index) => all.findIndex((other) => fold(other) === fold(one)) === index,
      );
      return distinct.length === 0 ? refuse('missing') : ok(distinct);
    },
  });
