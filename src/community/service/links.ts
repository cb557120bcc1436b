import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { PrismaClient } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { Journal } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import { type CommunityId, type MemberId, newId, type RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { mayChooseSign, mayLinkRooms } from '../policy.js';
import { settleIn } from '../store/accounts.js';
import {
  adopt,
  countRooms,
  deleteCode,
  deleteCodesBefore,
  insertCode,
  type LinkCode,
  moveRoom,
  tryCode,
  updateRoom,
} from '../store/links.js';
import { accountsOf, createCommunity, getCommunity, getMember, setVoice } from '../store.js';
import type { Account, Community, LinkKind, Room } from '../types.js';

/** What is read aloud or copied by hand: no 0/O, 1/I/L. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const NAME_LENGTH = 4;
const PROOF_LENGTH = 6;
const LIVES_MS = 10 * 60_000;
const MOST_TRIES = 5;

type By = Cause & { readonly member: MemberId };

const draw = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

const digest = (proof: string): string => createHash('sha256').update(proof).digest('hex');

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Something whose name was taken in the community it comes into. */
export interface Renamed {
  readonly was: string;
  readonly now: string;
}

/**
 * What a function must settle before all that one community has becomes another's; gives what it
 * had to call otherwise.
 */
export type Joining = (tx: Tx, from: CommunityId, to: CommunityId) => Promise<readonly Renamed[]>;

/** Several rooms in one community, several accounts in one voice: proved from both sides. */
export function createLinks(parts: {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly joining: readonly Joining[];
}) {
  const { prisma, journal, joining } = parts;

  /** The code's other half was said on this side: whose it is, or why it does not open. */
  async function open(typed: string, kind: LinkKind, now: Date): Promise<Result<LinkCode>> {
    const [, name = '', proof = ''] =
      /^\s*([a-z\d]{4})[\s-]*([a-z\d]{6})\s*$/i.exec(typed.toUpperCase()) ?? [];
    const code = name === '' ? null : await tryCode(prisma, name);
    if (!code || code.kind !== kind || code.expiresAt <= now)
      return refuse('code-unknown', {}, 'code');
    if (code.tries > MOST_TRIES) return refuse('code-spent', {}, 'code');
    return same(digest(proof), code.proof) ? ok(code) : refuse('code-unknown', {}, 'code');
  }

  return {
    /** A code to type on the other side within ten minutes. */
    offerCode: (by: By, kind: LinkKind): Promise<Result<string>> =>
      journal.write(by, async ({ tx }) => {
        const member = await getMember(tx, by.community, by.member);
        if (!member || (kind === 'rooms' && !mayLinkRooms(member))) {
          return refuse('facilitators-only');
        }
        await deleteCodesBefore(tx, by.now);
        const [name, proof] = [draw(NAME_LENGTH), draw(PROOF_LENGTH)];
        const expiresAt = new Date(by.now.getTime() + LIVES_MS);
        const { community } = by;
        await insertCode(tx, {
          ...{ name, community, kind, member: member.id, expiresAt, tries: 0 },
          proof: digest(proof),
        });
        return ok(`${name}-${proof}`);
      }),

    /** This community joins the one the code comes from, with all its rooms and all it has. */
    async joinRooms(
      by: By,
      typed: string,
    ): Promise<Result<{ readonly community: Community; readonly renamed: readonly Renamed[] }>> {
      const code = await open(typed, 'rooms', by.now);
      if (!code.ok) return code;
      const { community: to, name } = code.value;
      if (to === by.community) return refuse('rooms-already-linked', {}, 'code');
      const member = await getMember(prisma, by.community, by.member);
      if (!member || !mayLinkRooms(member)) return refuse('facilitators-only');
      const cause = { ...by, community: to };
      return journal.write(cause, async ({ tx, record }) => {
        if (!(await deleteCode(tx, name))) return refuse('code-unknown', {}, 'code');
        const renamed: Renamed[] = [];
        for (const prepare of joining) renamed.push(...(await prepare(tx, by.community, to)));
        await adopt(tx, by.community, to);
        await record('community.joined', to, {});
        return ok({ community: await getCommunity(tx, to), renamed });
      });
    },

    /** This room leaves for a community of its own, which this person facilitates. */
    leaveRoom: (by: By, room: Room, account: Account): Promise<Result<Community>> =>
      journal.write(by, async ({ tx, record }) => {
        const member = await getMember(tx, by.community, by.member);
        if (!member || !mayLinkRooms(member)) return refuse('facilitators-only');
        if ((await countRooms(tx, by.community)) < 2) return refuse('only-room');
        const before = await getCommunity(tx, by.community);
        const community = { ...before, id: newId<'community'>(by.now), name: room.name };
        await createCommunity(tx, community, by.now);
        await moveRoom(tx, by.community, community.id, room.id);
        await settleIn(tx, { to: community.id, account, member, now: by.now });
        await record('community.room-left', by.community, { room: room.name });
        return ok(community);
      }),

    /** The account that speaks and the one the code comes from are one person's: one voice. */
    async joinAccounts(by: By, typed: string): Promise<Result<MemberId>> {
      const code = await open(typed, 'accounts', by.now);
      if (!code.ok) return code;
      const { community, member: voice, name } = code.value;
      if (community !== by.community) return refuse('link-rooms-first', {}, 'code');
      return journal.write(by, async ({ tx, record }) => {
        const own = await getMember(tx, community, voice);
        if (!own || !(await deleteCode(tx, name))) return refuse('code-unknown', {}, 'code');
        if (own.id === by.member) return refuse('accounts-already-linked', {}, 'code');
        for (const one of await accountsOf(tx, community, by.member)) {
          await setVoice(tx, community, one, own.id);
        }
        await record('member.linked', own.id, {});
        return ok(own.id);
      });
    },

    /** Every account of this person speaks for itself again. Nothing is lost. */
    partAccounts: (by: By): Promise<Result<void>> =>
      journal.write(by, async ({ tx, record }) => {
        const [, ...others] = await accountsOf(tx, by.community, by.member);
        if (others.length === 0) return refuse('accounts-not-linked');
        for (const one of others) await setVoice(tx, by.community, one, null);
        await record('member.parted', by.member, { others });
        return ok(undefined);
      }),

    /** A room's own language, and what it wants to hear of. */
    setRoom: (
      by: By,
      room: RoomId,
      change: { readonly locale: string | null; readonly listens: readonly string[] },
    ): Promise<Result<void>> =>
      journal.write(by, async ({ tx, record }) => {
        const member = await getMember(tx, by.community, by.member);
        if (!member || !mayLinkRooms(member)) return refuse('facilitators-only');
        await updateRoom(tx, by.community, room, { ...change, listens: [...change.listens] });
        await record('community.room-set', by.community, {});
        return ok(undefined);
      }),

    /** Which reaction is listened to in a room, as `rules/signs` reads it; `null` for none. */
    setSign: (by: By, room: RoomId, sign: string | null): Promise<Result<void>> =>
      journal.write(by, async ({ tx, record }) => {
        const member = await getMember(tx, by.community, by.member);
        if (!member || !mayChooseSign(member)) return refuse('facilitators-only');
        await updateRoom(tx, by.community, room, { shareSign: sign });
        await record('community.sign-set', room, { sign });
        return ok(undefined);
      }),
  };
}
