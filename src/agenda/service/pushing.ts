import type { Tx } from '../../database/transaction.js';
import type { Cause } from '../../journal/types.js';
import type { SeriesId } from '../../kernel/ids.js';
import { ok, type Result } from '../../kernel/result.js';
import { copiesOf, putCopy, seriesToPush } from '../store/links.js';
import { findSeries } from '../store/series.js';
import type { CalendarLink, Copy } from '../types.js';
import type { Dav } from './dav.js';
import { objectText } from './objects.js';
import type { Parts } from './parts.js';
import { changesNow } from './voices.js';

const AT_ONCE = 100;
const MONTH_MS = 31 * 86_400_000;

/** What was sent, and whether something there had changed meanwhile: then it is looked at first. */
export interface Pushed {
  readonly stale: boolean;
}

/** What has been over for a month is not sent any more. */
const sentFrom = (now: Date): Date => new Date(now.getTime() - MONTH_MS);

/** Whether something of ours waits to be sent. */
export const pushLeft = async (tx: Tx, link: CalendarLink, now: Date): Promise<boolean> =>
  (await seriesToPush(tx, link, { from: sentFrom(now), limit: 1 })).length > 0;

export function createPushing({ prisma, journal }: Parts) {
  async function pushOne(
    dav: Dav,
    link: CalendarLink,
    id: SeriesId,
    copy: Copy | undefined,
    cause: Cause,
  ): Promise<Result<Pushed>> {
    const series = await findSeries(prisma, link.community, { id });
    if (!series) return ok({ stale: false });
    const changes = await changesNow(prisma, series);
    const href = copy?.href ?? dav.pathFor(series.id);
    const text = objectText(series, changes, copy?.kept ?? []);
    const done = await dav.put(href, text, copy?.etag ?? null);
    if (!done.ok) return done;
    if (done.value === 'changed') return ok({ stale: true });
    const { etag } = done.value;
    // As it was sent: what changed here since then goes next time.
    const agreed = {
      href,
      etag,
      series: series.id,
      agreedAt: series.updatedAt,
      kept: copy?.kept ?? [],
    };
    await journal.write(cause, async ({ tx }) => {
      await putCopy(tx, link, agreed, cause.now);
      return ok(undefined);
    });
    return ok({ stale: false });
  }

  /** Sends there what changed here. One that the server refuses does not keep the others back. */
  return async (dav: Dav, link: CalendarLink, cause: Cause): Promise<Result<Pushed>> => {
    const tried = new Set<SeriesId>();
    let stale = false;
    let refused: Result<never> | null = null;
    for (;;) {
      const limit = tried.size + AT_ONCE;
      const ids = await seriesToPush(prisma, link, { from: sentFrom(cause.now), limit });
      const left = ids.filter((id) => !tried.has(id));
      if (left.length === 0) break;
      const copies = new Map((await copiesOf(prisma, link)).map((copy) => [copy.series, copy]));
      for (const id of left) {
        tried.add(id);
        const done = await pushOne(dav, link, id, copies.get(id), cause);
        if (!done.ok && done.refusals[0].code !== 'fetch-bad-status') return done;
        if (!done.ok) refused ??= done;
        else stale ||= done.value.stale;
      }
    }
    return refused ?? ok({ stale });
  };
}
