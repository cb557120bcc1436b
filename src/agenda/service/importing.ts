import { TextDecoder } from 'node:util';
import { getCommunity, getMember } from '../../community/store.js';
import type { Fetched } from '../../fetching/types.js';
import type { Cause } from '../../journal/types.js';
import type { RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { type ReadCalendar, readCalendar } from '../icalendar/read.js';
import { shownFrom } from '../rules/calendar.js';
import { type Imported, imported } from '../rules/imports.js';
import { endOf } from '../rules/times.js';
import { type Brought, LIMITS } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { type Taker, take } from './taking.js';

/** So many meetings to a transaction. */
const BATCH = 50;
/** More is no agenda of a community. */
const MOST = 2_000;
const MOST_BYTES = 10_000_000;
const YEAR_MS = 366 * 86_400_000;

/** A calendar, read and judged: what can be taken of it. */
export interface Judged {
  readonly name: string;
  readonly all: readonly Imported[];
  readonly skipped: Brought['skipped'];
}

/** `webcal:` is how links to calendars begin, to be opened by programs of calendars. */
export const webAddress = (typed: string): string => typed.trim().replace(/^webcals?:/i, 'https:');

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Text of a calendar (RFC 5545 §3.1.4: UTF-8). */
export const textOf = ({ body }: Pick<Fetched, 'body'>): string => new TextDecoder().decode(body);

export function createImporting(parts: Parts) {
  const { prisma, journal, fetcher } = parts;

  /** What of a calendar is for now: neither long over nor beyond where the agenda goes. */
  function judge(read: ReadCalendar, now: Date): Result<Judged> {
    const skipped = [...read.skipped];
    const all: Imported[] = [];
    for (const object of read.objects) {
      const one = imported(object, '—');
      if (!one.ok) {
        skipped.push({ title: object.master.title, reason: one.refusals[0].code });
        continue;
      }
      if (!isOver(one.value, now)) all.push(one.value);
    }
    if (all.length > MOST) return refuse('calendar-large', { max: MOST });
    return ok({ name: read.name, all, skipped });
  }

  const importing = {
    async judgeText(text: string, cause: Cause): Promise<Result<Judged>> {
      const { zone } = await getCommunity(prisma, cause.community);
      const read = readCalendar(text, { zone });
      return read.ok ? judge(read.value, cause.now) : read;
    },

    /** The calendar at an address, unless it is the one already known. */
    read(url: string, conditional?: { etag: string | null; lastModified: string | null }) {
      return fetcher.fetch({
        url,
        headers: { accept: 'text/calendar, */*;q=0.1' },
        ...(conditional && { conditional }),
        limits: { bytes: MOST_BYTES },
      });
    },

    /** Takes all of it, some at a time: what is interrupted is taken up again without doubles. */
    async takeAll({ name, all, skipped }: Judged, taker: Taker, cause: Cause): Promise<Brought> {
      const counts = { added: 0, changed: 0, cancelled: 0, same: 0, elsewhere: 0 };
      for (let from = 0; from < all.length; from += BATCH) {
        await journal.write({ ...cause, event: null }, async (work) => {
          for (const one of all.slice(from, from + BATCH)) {
            counts[(await take(work, one, taker)).what] += 1;
          }
          return ok(undefined);
        });
      }
      const { added, changed, cancelled, same, elsewhere } = counts;
      return { name, added, changed, cancelled, same: same + elsewhere, skipped };
    },

    /** A calendar that somebody brings once: its meetings become theirs, and stay in step with nothing. */
    async importOnce(
      cause: ByMember,
      source: string,
      room: RoomId | null,
    ): Promise<Result<Brought>> {
      const member = await getMember(prisma, cause.community, cause.member);
      if (!member) return refuse('not-a-member');
      let text = source;
      if (/^(https?|webcals?):\S+$/i.test(source.trim())) {
        const fetched = await importing.read(webAddress(source));
        if (!fetched.ok) return fetched;
        text = textOf(fetched.value);
      }
      const judged = await importing.judgeText(text, cause);
      if (!judged.ok) return judged;
      const taker: Taker = {
        ...{ community: cause.community, member: member.id, room, followed: null },
        ...{ origin: '', remindBefore: [], now: cause.now },
      };
      const brought = await importing.takeAll(judged.value, taker, cause);
      await journal.write(cause, async ({ record }) => {
        if (brought.added > 0) {
          await record('agenda.imported', cause.community, {
            added: brought.added,
            name: brought.name,
          });
        }
        return ok(undefined);
      });
      return ok(brought);
    },
  };
  return importing;
}

function isOver({ said }: Imported, now: Date): boolean {
  if (said.rule !== null || said.extra.length > 0) return false;
  const end = endOf(said.start, said.zone, said.minutes);
  return end < shownFrom(now) || end.getTime() > now.getTime() + LIMITS.yearsAhead * YEAR_MS;
}
