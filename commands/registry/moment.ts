import { formatMoment } from '../../src/kernel/dates/format.js';
import { understandMoment } from '../../src/kernel/dates/understand.js';
import { isZone, suggestZones } from '../../src/kernel/dates/zones.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { type Param, param } from './param.js';

/**
 * A moment in ordinary French or English, in the community's zone. A phrase without an hour means
 * `defaultHour`. Anything not wholly understood is asked again, never guessed.
 */
export const moment = (defaultHour: number): Param<Date> =>
  param({
    takes: 'words',
    parse: async (typed, context) => {
      const { now, locale } = context;
      const { zone } = context.community;
      const said = (at: Date): string => formatMoment(at, { zone, locale, now });
      const read = understandMoment({ text: typed, now, zone, locale, defaultHour });
      switch (read.type) {
        case 'understood':
          return ok(read.at);
        case 'ambiguous':
          return refuse('moment-ambiguous', { typed, list: read.candidates.map(said).join(' / ') });
        case 'impossible':
          return impossible(read, typed, said);
        case 'unknown':
          return refuse('moment-unknown', { typed });
      }
    },
  });

type Impossible = Extract<ReturnType<typeof understandMoment>, { type: 'impossible' }>;

function impossible(read: Impossible, typed: string, said: (at: Date) => string) {
  switch (read.reason) {
    case 'past':
      return refuse('moment-past', { typed });
    case 'no-such-day':
      return refuse('moment-no-day', { typed });
    case 'no-such-hour':
      return refuse('moment-no-hour', { typed, after: said(read.after) });
  }
}

/** A time zone, by its IANA name or a city in it. */
export const zone = (): Param<string> =>
  param<string>({
    options: async () => suggestZones('').map((name) => ({ value: name, label: name })),
    parse: async (typed) => {
      const name = isZone(typed.trim()) ? typed.trim() : suggestZones(typed)[0];
      return name ? ok(name) : refuse('unknown-zone', { typed });
    },
  });
