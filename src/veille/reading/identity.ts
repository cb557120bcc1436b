/** Kept as it is up to this length, in code units. */
const LONGEST = 300;

/**
 * What an entry is known by, the same each time its feed is read: the feed’s own words, else its
 * page, else what it says. Bounded: a long one keeps its beginning and a mark of the whole.
 */
export function entryId(
  own: string | undefined,
  link: string | null,
  said: readonly string[],
): string {
  const id = own?.trim().toWellFormed().replaceAll('\0', '');
  if (id) return bounded(id);
  return link === null ? `said:${mark(said.join('\n'))}` : bounded(link);
}

const bounded = (id: string): string =>
  id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 40).toWellFormed()}#${mark(id)}`;

const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];

/** FNV-1a from four beginnings (128 bits): two entries that differ will not meet by chance. */
const mark = (text: string): string => SEEDS.map((seed) => fnv(text, seed)).join('');

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
