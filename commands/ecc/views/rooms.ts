import type { Room } from '../../../src/community/types.js';
import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Context } from '../../registry/context.js';
import { optionalWords } from '../../words/command-words.js';
import { say } from '../../words/index.js';

/** The rooms of a community, one a line: which network, and whether ECC can still speak there. */
export function roomLines(rooms: readonly Room[], context: Context): string {
  const { locale, community, now } = context;
  return rooms
    .map(({ name, platform, goneAt }) => {
      const network = optionalWords(locale, `network.${platform}`);
      if (goneAt === null) return say(locale, 'rooms.line', { name, network });
      const since = formatDay(goneAt, { zone: community.zone, locale, now });
      return say(locale, 'rooms.gone', { name, network, since });
    })
    .join('\n');
}
