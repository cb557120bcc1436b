import { getCommunity } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result } from '../../kernel/result.js';
import { type Imported, isSame } from '../rules/imports.js';
import { occurrencesOf } from '../rules/occurrences.js';
import { copiesOf, deleteCopy, insertConflict, putCopy } from '../store/links.js';
import { findByUid, findSeries, lockSeries } from '../store/series.js';
import type { CalendarLink, Change, Conflict, Copy, Series } from '../types.js';
import { type Dav, type Resource, sameEtag } from './dav.js';
import { objectRead, objectText } from './objects.js';
import type { Parts } from './parts.js';
import { bring, take } from './taking.js';
import { changesNow } from './voices.js';

const FAR_MS = 12 * 366 * 86_400_000;
/** As people have it when they say nothing. */
const USUAL_REMINDER = [1440];

/** How far their side was followed. */
export interface Pulled {
  readonly syncToken: string;
  readonly ctag: string;
}

export function createPulling({ prisma, journal }: Parts) {
  /** What is not there as it was known, and what is gone. */
  async function changesOf(
    dav: Dav,
    link: CalendarLink,
    copies: readonly Copy[],
  ): Promise<Result<{ changed: Resource[]; gone: string[]; pulled: Pulled }>> {
    const state = await dav.state();
    if (!state.ok) return state;
    const { ctag } = state.value;
    const known = new Map(copies.map(({ href, etag }) => [href, etag]));
    const isNew = ({ href, etag }: Resource): boolean => !sameEtag(known.get(href) ?? '', etag);
    if (ctag !== '' && ctag === link.ctag) {
      return ok({ changed: [], gone: [], pulled: { syncToken: link.syncToken, ctag } });
    }
    const since = link.syncToken === '' ? null : await dav.since(link.syncToken);
    if (since?.ok) {
      const { changed, gone, syncToken } = since.value;
      const pulled = { syncToken, ctag };
      return ok({
        changed: changed.filter(isNew),
        gone: gone.filter((one) => known.has(one)),
        pulled,
      });
    }
    // No token, or one that the server has forgotten (RFC 6578 §3.2): everything is compared.
    const all = await dav.list();
    if (!all.ok) return all;
    const there = new Set(all.value.map(({ href }) => href));
    const gone = [...known.keys()].filter((href) => !there.has(href));
    return ok({
      changed: all.value.filter(isNew),
      gone,
      pulled: { syncToken: state.value.syncToken, ctag },
    });
  }

  /** A version that lost is kept, and who answers for the meeting is told. */
  async function keepLost(
    { tx, record }: Work,
    { id, community, author, number }: Series,
    version: Pick<Conflict, 'ours' | 'lost'>,
    now: Date,
  ): Promise<void> {
    const conflict = newId<'conflict'>(now);
    await insertConflict(tx, {
      ...{ ...version, id: conflict, community, series: id, takenAt: null, createdAt: now },
    });
    await record('agenda.conflict', conflict, { member: author, number });
  }

  /** Both changed since they agreed: the later wins, the other is kept and shown. */
  async function settleBoth(
    work: Work,
    mine: {
      readonly series: Series;
      readonly changes: readonly Change[];
      readonly copy: Copy | undefined;
    },
    theirs: { readonly one: Imported; readonly text: string },
    now: Date,
  ): Promise<Series> {
    const { series, changes, copy } = mine;
    const ours = theirs.one.stamp > series.updatedAt;
    const lost = ours ? objectText(series, changes, copy?.kept ?? []) : theirs.text;
    await keepLost(work, series, { ours, lost }, now);
    return ours ? (await bring(work, series, theirs.one, { origin: '', now })).series : series;
  }

  async function takeOne(
    work: Work,
    link: CalendarLink,
    copy: Copy | undefined,
    { href, etag, text }: Resource & { readonly text: string },
    { zone, now }: { readonly zone: string; readonly now: Date },
  ): Promise<void> {
    const { tx } = work;
    const read = objectRead(text, zone);
    const keepAs = (series: Series | null, agreedAt: Date | null, kept: readonly string[] = []) =>
      putCopy(tx, link, { href, etag, series: series?.id ?? null, agreedAt, kept }, now);
    if (!read.ok || read.value === null) {
      // What it was is ours all the same: it is not taken for gone.
      const series = copy?.series
        ? await findSeries(tx, link.community, { id: copy.series })
        : null;
      return keepAs(series, series?.updatedAt ?? null, copy?.kept);
    }
    const { one, kept } = read.value;
    const known = copy?.series
      ? await findSeries(tx, link.community, { id: copy.series })
      : await findByUid(tx, link.community, one.uid);
    if (!known) {
      if (one.said.state === 'cancelled') return keepAs(null, null);
      const taker = {
        ...{
          community: link.community,
          member: link.member,
          room: null,
          followed: null,
          origin: '',
        },
        ...{ remindBefore: USUAL_REMINDER, now },
      };
      const { series } = await take(work, one, taker);
      await work.record('agenda.added', series.id, { number: series.number });
      return keepAs(series, series.updatedAt, kept);
    }
    if (known.followed) return keepAs(null, null);
    await lockSeries(tx, link.community, { id: known.id });
    const series = (await findSeries(tx, link.community, { id: known.id })) ?? known;
    const changes = await changesNow(tx, series);
    if (isSame(series, changes, one)) return keepAs(series, series.updatedAt, kept);
    if (copy?.agreedAt?.getTime() === series.updatedAt.getTime()) {
      const { series: next } = await bring(work, series, one, { origin: '', now });
      return keepAs(next, next.updatedAt, kept);
    }
    const next = await settleBoth(work, { series, changes, copy }, { one, text }, now);
    // Ours goes there next, when it has won.
    const theyWon = next !== series;
    return keepAs(next, theyWon ? next.updatedAt : (copy?.agreedAt ?? null), kept);
  }

  /** Taken away there: cancelled here, unless it changed here meanwhile; then it goes back, and that is said. */
  async function takeAway(work: Work, link: CalendarLink, copy: Copy, now: Date): Promise<void> {
    const { tx } = work;
    await deleteCopy(tx, link, copy.href);
    if (!copy.series) return;
    await lockSeries(tx, link.community, { id: copy.series });
    const series = await findSeries(tx, link.community, { id: copy.series });
    if (!series || series.state === 'cancelled') return;
    const changes = await changesNow(tx, series);
    const window = { from: now, to: new Date(now.getTime() + FAR_MS), limit: 1 };
    if (occurrencesOf(series, changes, window).length === 0) return;
    const said = { ...series, state: 'cancelled' as const };
    if (copy.agreedAt?.getTime() !== series.updatedAt.getTime()) {
      await keepLost(
        work,
        series,
        { ours: false, lost: objectText(said, changes, copy.kept) },
        now,
      );
      return;
    }
    const one = { uid: series.uid, sequence: 0, stamp: now, said, changes };
    await bring(work, series, one, { origin: '', now });
  }

  /** Brings here what changed there. */
  return async (dav: Dav, link: CalendarLink, cause: Cause): Promise<Result<Pulled>> => {
    const copies = await copiesOf(prisma, link);
    const found = await changesOf(dav, link, copies);
    if (!found.ok) return found;
    const { changed, gone, pulled } = found.value;
    const objects = await dav.get(changed.map(({ href }) => href));
    if (!objects.ok) return objects;
    const { zone } = await getCommunity(prisma, link.community);
    const byHref = new Map(copies.map((copy) => [copy.href, copy]));
    for (const object of objects.value) {
      const done = await journal.write(cause, async (work) => {
        await takeOne(work, link, byHref.get(object.href), object, { zone, now: cause.now });
        return ok(undefined);
      });
      if (!done.ok) return done;
    }
    for (const href of gone) {
      const copy = byHref.get(href);
      if (!copy) continue;
      await journal.write(cause, async (work) => {
        await takeAway(work, link, copy, cause.now);
        return ok(undefined);
      });
    }
    return ok(pulled);
  };
}
