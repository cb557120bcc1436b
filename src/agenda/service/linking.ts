import { getMember, nextNumber } from '../../community/store.js';
import { isPublic, parseAddress } from '../../fetching/addresses.js';
import type { Cause } from '../../journal/types.js';
import { type CommunityId, type LinkId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import * as store from '../store/links.js';
import type { CalendarLink } from '../types.js';
import { LOOK } from './clockwork.js';
import { type Account, createDav, type Found } from './dav.js';
import { hostOf, webAddress } from './importing.js';
import type { ByMember, Parts } from './parts.js';
import { createPulling, type Pulled } from './pulling.js';
import { createPushing, type Pushed, pushLeft } from './pushing.js';

const SECOND_MS = 1_000;
/** A minute, and a second more than alarms are armed ahead: a look that comes sooner leaves no job behind. */
const LOOK_EVERY_MS = 61 * SECOND_MS;
const LONGEST_WAIT_MS = 3_600 * SECOND_MS;
/** Longer than any look takes: after that, whoever had it is dead. */
const LEASE_MS = 600 * SECOND_MS;
/** A server may start again: told when it lasts; at once when it does not know us any more. */
const TOLD_AFTER = 3;
/** Somebody writes there while we do: they cannot always be first. */
const MOST_ROUNDS = 3;

const placeOf = (id: string): string => `agenda.link:${id}`;

/** A password goes over a wire that others may read only where there are no others. */
const INSIDE = /^[^.]*$|(^|\.)(localhost|local|internal|intranet|lan|home|home\.arpa)$/;
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:') return true;
  return parseAddress(hostname) ? !isPublic(hostname) : INSIDE.test(hostname);
}

/** How far both sides were brought together. */
type Synced = Pulled & Pushed;

export function createLinking(parts: Parts) {
  const { prisma, journal, vault, fetcher, clock } = parts;
  const pull = createPulling(parts);
  const push = createPushing(parts);

  const accountOf = ({ id, sealed }: CalendarLink): Account =>
    JSON.parse(vault.unseal(sealed, placeOf(id))) as Account;

  /** Both ways, again when somebody was quicker. */
  async function sync(link: CalendarLink, cause: Cause): Promise<Result<Synced>> {
    const dav = createDav(fetcher, accountOf(link));
    let seen: CalendarLink = link;
    for (let round = 1; ; round++) {
      const pulled = await pull(dav, seen, cause);
      if (!pulled.ok) return pulled;
      // Ours that were refused as stale are looked at anew, whatever the server says of itself.
      seen = { ...seen, ...pulled.value };
      const pushed = await push(dav, link, cause);
      if (!pushed.ok) return pushed;
      const { stale } = pushed.value;
      if (!stale || round === MOST_ROUNDS) return ok({ ...pulled.value, stale });
      seen = { ...seen, ctag: '' };
    }
  }

  async function settle(
    link: CalendarLink,
    cause: Cause,
    { stale, ...change }: Synced,
  ): Promise<void> {
    await journal.write(cause, async ({ tx, alarm, record }) => {
      const found = { ...change, failures: 0, problem: '', told: false, readAt: cause.now };
      if (!(await store.settleLink(tx, link, found))) return ok(undefined);
      const after = (ms: number): Date => new Date(cause.now.getTime() + ms);
      await alarm(LOOK, link.id, after(LOOK_EVERY_MS));
      // Changed since they were sent, by somebody whose own alarm this has just moved.
      if (!stale && (await pushLeft(tx, link, cause.now)))
        await alarm(LOOK, link.id, after(SECOND_MS));
      if (link.told) await record('agenda.link-back', link.id, { member: link.member });
      return ok(undefined);
    });
  }

  async function stumble(link: CalendarLink, cause: Cause, result: Result<unknown>): Promise<void> {
    if (result.ok) return;
    const [{ code, params }] = result.refusals;
    const failures = link.failures + 1;
    const closed = params.kind === 'closed';
    const asked = typeof params.retryAfterMs === 'number' ? params.retryAfterMs : 0;
    const backOff = LOOK_EVERY_MS * 2 ** Math.min(failures - 1, 6);
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(asked, backOff));
    const telling = !link.told && (closed || failures >= TOLD_AFTER);
    await journal.write(cause, async ({ tx, alarm, record }) => {
      const problem = closed ? 'closed' : code;
      const found = { failures, problem, told: link.told || telling };
      if (!(await store.settleLink(tx, link, found))) return ok(undefined);
      await alarm(LOOK, link.id, new Date(cause.now.getTime() + wait));
      if (telling) await record('agenda.link-failing', link.id, { member: link.member });
      return ok(undefined);
    });
  }

  async function chosen(account: Account): Promise<Result<Found>> {
    const found = await createDav(fetcher, account).discover();
    if (!found.ok) return found;
    const [only, ...others] = found.value;
    const { host } = new URL(account.url);
    if (!only) return refuse('caldav-not-one', { host });
    if (others.length === 0) return ok(only);
    const list = found.value.map(({ name, url }) => `${name || '—'} : ${url}`).join('\n');
    return refuse('caldav-several', { list }, 'address');
  }

  return {
    /** Makes the agenda and a calendar the same, from now on. */
    async linkCalendar(cause: ByMember, typed: Account): Promise<Result<CalendarLink>> {
      const { community, now } = cause;
      const member = await getMember(prisma, community, cause.member);
      if (!member) return refuse('not-a-member');
      if (!policy.mayFollow(member)) return refuse('facilitators-only');
      if ((await store.listLinks(prisma, community)).length > 0) return refuse('calendar-linked');
      const url = webAddress(typed.url);
      if (!URL.canParse(url)) return refuse('fetch-bad-address', { typed: typed.url }, 'address');
      if (!isSafe(url)) return refuse('caldav-plain', { host: hostOf(url) }, 'address');
      const found = await chosen({ ...typed, url });
      if (!found.ok) return found;
      const id = newId<'link'>(now) as LinkId;
      const account: Account = { ...typed, url: `${found.value.url.replace(/\/*$/, '')}/` };
      const host = hostOf(account.url);
      return journal.write(cause, async ({ tx, alarm }) => {
        const link: CalendarLink = {
          ...{ id, community, member: member.id, host, name: found.value.name || host },
          number: await nextNumber(tx, community, 'calendar_links'),
          sealed: vault.seal(JSON.stringify(account), placeOf(id)),
          ...{ syncToken: '', ctag: '', failures: 0, problem: '', told: false },
          ...{ readAt: null, createdAt: now },
        };
        await store.insertLink(tx, link);
        await alarm(LOOK, id, now);
        return ok(link);
      });
    },

    /** Each side keeps what it has. */
    unlinkCalendar: (cause: ByMember): Promise<Result<CalendarLink>> =>
      journal.write(cause, async ({ tx, alarm }) => {
        const member = await getMember(tx, cause.community, cause.member);
        if (!member || !policy.mayFollow(member)) return refuse('facilitators-only');
        const [link] = await store.listLinks(tx, cause.community);
        if (!link) return refuse('no-calendar-linked');
        await store.deleteLink(tx, link);
        await alarm(LOOK, link.id, null);
        return ok(link);
      }),

    async linkedCalendar(community: CommunityId): Promise<CalendarLink | null> {
      return (await store.listLinks(prisma, community))[0] ?? null;
    },

    /** The alarm: a look both ways, by one worker at a time. */
    async lookAtCalendar(subject: string, community: CommunityId): Promise<void> {
      const now = clock.now();
      const link = await store.findLink(prisma, community, subject as LinkId);
      if (!link) return;
      const cause: Cause = { community, member: null, event: null, now };
      const after = (ms: number): Date => new Date(now.getTime() + ms);
      if (!(await store.leaseLink(prisma, link, now, after(LEASE_MS)))) {
        await journal.write(cause, async ({ alarm }) => {
          await alarm(LOOK, link.id, after(5 * SECOND_MS));
          return ok(undefined);
        });
        return;
      }
      try {
        const done = await sync(link, cause);
        await (done.ok ? settle(link, cause, done.value) : stumble(link, cause, done));
      } catch (error) {
        await store.settleLink(prisma, link, {});
        throw error;
      }
    },
  };
}
