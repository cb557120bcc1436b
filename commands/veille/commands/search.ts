import { ok } from '../../../src/kernel/result.js';
import { cleanLine } from '../../../src/kernel/text.js';
import { LONGEST_SEARCH } from '../../../src/veille/rules/search.js';
import { command } from '../../registry/command.js';
import { integer, line, neededWhen, optional, unasked, unseen } from '../../registry/param.js';
import { theme } from '../params.js';
import { searchView } from '../views/search.js';

/** One screen of a phone. */
const MOST_LISTED = 8;
const MOST_PAGES = 999;

/** A condition given apart, where a network has a place for it; typed, they are in the line. */
const condition = () => unasked(optional({ ...line(80), takes: 'named' as const }));

export const search = command({
  id: 'veille.search',
  params: {
    line: neededWhen('theme', [''], { ...line(LONGEST_SEARCH), takes: 'line' }),
    theme: unasked(optional({ ...theme(), takes: 'named' as const })),
    ...{ since: condition(), before: condition(), by: condition(), tag: condition() },
    page: unseen(integer({ min: 1, max: MOST_PAGES })),
  },
  async run({ services, community, member, locale, now }, { line: words, page, ...apart }) {
    const zone = member.zone ?? community.zone;
    const asked = [
      ...Object.entries(apart).flatMap(([key, said]) =>
        said === null ? [] : [`${key}:"${cleanLine(said.replaceAll(/["«»“”]/g, ' '))}"`],
      ),
      words ?? '',
    ].join(' ');
    const at = { now, zone, page, limit: MOST_LISTED };
    const found = await services.veille.search(community.id, asked, at);
    return ok(searchView(found, { ...at, locale }));
  },
});
