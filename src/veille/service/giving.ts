import { randomBytes } from 'node:crypto';
import { mayChangeSettings } from '../../community/policy.js';
import {
  accountsOf,
  getCommunity,
  getMember,
  lockCommunity,
  nextNumber,
  updateCommunity,
} from '../../community/store.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import { type CommunityId, newId, type OutletId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { freshSecret, secretDigest } from '../../kernel/secret-address.js';
import * as policy from '../policy.js';
import { publicKey } from '../rules/giving.js';
import { themeKey } from '../rules/themes.js';
import * as store from '../store/outlets.js';
import type { Giving, Outlet } from '../types/giving.js';
import { curatorsNow } from './known.js';
import type { ByMember, Parts } from './parts.js';
import { spellingsOf } from './themes.js';

/** Every address of the veille begins so: `…/veilles/<key>/`. */
export const OUTLETS_PATH = '/veilles/';

/** Nobody needs more, and each may be read every hour by several programs. */
const MOST_EACH = 50;
/** Only so that two of one name differ: a public address is no secret. */
const TOLD_APART_BYTES = 4;

/** In the address, whatever the language of those who read it. */
const EDITIONS_NAME = 'numeros';

/** An outlet with its address: of a private one, the only sight there will be of it. */
export interface Opened {
  readonly outlet: Outlet;
  readonly key: string;
}

/** Editions are of every theme: they are given by those who facilitate. */
const refusedOf = (editions: boolean, theme: string): Result<never> =>
  editions ? refuse('facilitators-only') : refuse('curators-only', { theme });

/** Where an outlet is read. */
export const outletAddress = (
  { url, local }: ReturnType<Parts['reachedAt']>,
  key: string,
): { readonly href: string; readonly local: boolean } => ({
  ...{ href: `${url.replace(/\/*$/, '')}${OUTLETS_PATH}${key}/`, local },
});

export function createGiving({ prisma, journal, reachedAt }: Parts) {
  const named = ({ theme, editions }: Pick<Outlet, 'theme' | 'editions'>, name: string): string =>
    editions ? `${EDITIONS_NAME} ${name}` : theme || name;
  const keyFor = (name: string): string =>
    publicKey(name, randomBytes(TOLD_APART_BYTES).toString('hex'));

  /** The outlet that is meant, for somebody who may dispose of it. */
  async function theirs(tx: Tx, cause: ByMember, number: number): Promise<Result<Outlet>> {
    const { community } = cause;
    const outlet = await store.findOutlet(tx, community, { number });
    const member = await getMember(tx, community, cause.member);
    if (!outlet || !member) return refuse('unknown-outlet', { number });
    const accounts = await accountsOf(tx, community, member.id);
    const curators = (await curatorsNow(tx, community)).get(outlet.theme) ?? [];
    if (policy.mayCloseOutlet({ ...member, accounts }, outlet, curators)) return ok(outlet);
    // Another's private one is not even known to be.
    if (outlet.key === null) return refuse('unknown-outlet', { number });
    return refusedOf(outlet.editions, outlet.theme);
  }

  return {
    /** An address for a theme, for everything when it is `null`, or for editions: one's own, or anybody's. */
    openOutlet: (
      cause: ByMember,
      of: {
        readonly theme: string | null;
        readonly editions: boolean;
        readonly public: boolean;
        readonly name: string;
      },
    ): Promise<Result<Opened>> =>
      journal.write(cause, async ({ tx, record }) => {
        const { community, now } = cause;
        await lockCommunity(tx, community);
        const member = await getMember(tx, community, cause.member);
        if (!member) return refuse('not-a-member');
        const theme = of.theme === null ? '' : themeKey(of.theme);
        const [spelling] = theme === '' ? [''] : await spellingsOf(tx, community, theme);
        if (spelling === undefined)
          return refuse('unknown-theme', { theme: of.theme ?? '' }, 'theme');
        const curators = (await curatorsNow(tx, community)).get(theme) ?? [];
        if (of.public && !policy.mayPublish(member, curators)) {
          return refusedOf(of.editions, spelling);
        }
        const own = await accountsOf(tx, community, member.id);
        const all = await store.listOutlets(tx, community, own);
        const open = all.find(
          (one) =>
            of.public && one.key !== null && one.theme === theme && one.editions === of.editions,
        );
        if (open?.key) return ok({ outlet: open, key: open.key });
        if (all.filter((one) => own.includes(one.member)).length >= MOST_EACH) {
          return refuse('too-many-outlets', { max: MOST_EACH });
        }
        const key = of.public
          ? keyFor(named({ theme: spelling, editions: of.editions }, of.name))
          : freshSecret();
        const outlet: Outlet = {
          ...{ id: newId<'outlet'>(now) as OutletId, community, member: member.id, theme },
          editions: of.editions,
          number: await nextNumber(tx, community, 'veille_outlets'),
          ...{ key: of.public ? key : null, createdAt: now, readAt: null },
        };
        await store.insertOutlet(tx, outlet, secretDigest(key));
        if (of.public) await record('veille.published', outlet.id, { theme: spelling });
        return ok({ outlet, key });
      }),

    /** Another address for the same; the former leads nowhere any more. */
    renewOutlet: (cause: ByMember, number: number, name: string): Promise<Result<Opened>> =>
      journal.write(cause, async ({ tx, record }) => {
        const found = await theirs(tx, cause, number);
        if (!found.ok) return found;
        const outlet = found.value;
        const key = outlet.key === null ? freshSecret() : keyFor(named(outlet, name));
        const kept = outlet.key === null ? null : key;
        await store.replaceAddress(tx, outlet, { key: kept, digest: secretDigest(key) });
        if (kept !== null) await record('veille.outlet-changed', outlet.id, {});
        return ok({ outlet: { ...outlet, key: kept }, key });
      }),

    closeOutlet: (cause: ByMember, number: number): Promise<Result<Outlet>> =>
      journal.write(cause, async ({ tx, record }) => {
        const found = await theirs(tx, cause, number);
        if (!found.ok) return found;
        await store.deleteOutlet(tx, found.value);
        if (found.value.key !== null) await record('veille.outlet-changed', found.value.id, {});
        return found;
      }),

    /** What the addresses of the veille show from now on; its rooms are told. */
    setGiving: (cause: ByMember, giving: Giving): Promise<Result<Giving>> =>
      journal.write(cause, async ({ tx, record }) => {
        const { community } = cause;
        await lockCommunity(tx, community);
        const member = await getMember(tx, community, cause.member);
        if (!member || !mayChangeSettings(member)) return refuse('facilitators-only');
        const { settings } = await getCommunity(tx, community);
        const own = { ...(settings.veille as Prisma.InputJsonObject | undefined) };
        await updateCommunity(tx, community, {
          settings: {
            ...(settings as Prisma.InputJsonObject),
            veille: { ...own, giving: { ...giving } },
          },
        });
        await record('veille.giving', community, { ...giving });
        return ok(giving);
      }),

    /** Those of a member, and those that are everybody's. */
    async outlets({
      community,
      member,
    }: Pick<ByMember, 'community' | 'member'>): Promise<readonly Outlet[]> {
      return store.listOutlets(prisma, community, await accountsOf(prisma, community, member));
    },

    publicOutlets: (community: CommunityId): Promise<readonly Outlet[]> =>
      store.listOutlets(prisma, community, []),

    outletById: (community: CommunityId, id: OutletId): Promise<Outlet | null> =>
      store.findOutlet(prisma, community, { id }),

    outletAddress: (key: string) => outletAddress(reachedAt(), key),
  };
}
