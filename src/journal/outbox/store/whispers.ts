import type { Tx } from '../../../database/transaction.js';
import { type AccountId, type CommunityId, type MemberId, newId } from '../../../kernel/ids.js';
import type { Keys, OwnVault } from '../../../kernel/keys.js';
import { isLocale } from '../../../kernel/locale.js';
import { padded } from '../../../kernel/padded.js';
import type { Reach, Secret, Spoken } from '../types.js';
import { accountsOf } from './accounts.js';

/** Room for any of them: a length must not tell which. */
const PAD_TO_BYTES = 1024;
const DAY_MS = 86_400_000;
/** About eight minutes: what a platform does not give back by then stays with it. */
const MOST_ATTEMPTS = 10;

/** Where it was shown, to be found even when its reader has left, and what the platform calls it. */
interface Shown {
  readonly place: Reach | null;
  readonly ref: string | null;
}

type Content = Secret & Shown;

export interface Whisper extends Spoken, Shown {
  readonly id: string;
  readonly community: CommunityId;
  readonly tag: string;
  readonly wanted: number;
  readonly gone: boolean;
  readonly attempts: number;
  readonly dueAt: Date;
  /** Its key is gone. */
  readonly lost: boolean;
}

const placeOf = (tag: string): string => `whispers.sealed:${tag}`;

const sealed = (own: OwnVault, tag: string, content: Content): string =>
  own.seal(padded(JSON.stringify(content), PAD_TO_BYTES), placeOf(tag));

/** Wants a private word said, or said anew: once per subject, reader and key. */
export async function putWhisper(
  tx: Tx,
  own: OwnVault,
  community: CommunityId,
  { subject, ...secret }: Spoken,
  now: Date,
): Promise<void> {
  const tag = own.digest(`${subject} ${secret.member} ${secret.key}`);
  const content = { ...secret, place: null, ref: null };
  // Its hour would tell whose it is to who watches the rooms.
  const day = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  await tx.whisper.upsert({
    where: { tag },
    create: {
      ...{
        id: newId(day),
        communityId: community,
        subject,
        tag,
        sealed: sealed(own, tag, content),
      },
      ...{ wanted: 1, shown: 0, gone: false, attempts: 0, dueAt: now },
    },
    update: { wanted: { increment: 1 }, dueAt: now },
  });
}

/**
 * What was said about it is taken away; what was not said yet will not be. Gives how much
 * may still be.
 */
export async function hushWhispers(
  tx: Tx,
  community: CommunityId,
  subject: string,
  now: Date,
): Promise<number> {
  const about = { communityId: community, subject };
  await tx.whisper.updateMany({
    where: { ...about, gone: false },
    data: { wanted: { increment: 1 }, attempts: 0, dueAt: now, gone: true },
  });
  return tx.whisper.count({ where: { ...about, attempts: { lt: MOST_ATTEMPTS } } });
}

const waiting = (tx: Tx) => ({ shown: { lt: tx.whisper.fields.wanted } });

export async function nextWhisper(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
  now: Date,
): Promise<Whisper | null> {
  const row = await tx.whisper.findFirst({
    where: { communityId: community, ...waiting(tx), dueAt: { lte: now } },
    orderBy: { position: 'asc' },
  });
  if (!row) return null;
  const own = keys.find(row.subject);
  const content = own && (JSON.parse(own.unseal(row.sealed, placeOf(row.tag))) as Content);
  const { id, subject, tag, wanted, gone, attempts, dueAt } = row;
  return {
    ...{ id, community, subject, tag, wanted, gone, attempts, dueAt, lost: content === null },
    ...(content ?? NOTHING),
  };
}

const NOTHING: Content = {
  ...{ member: '' as MemberId, key: '', card: '', params: {}, place: null, ref: null },
};

/** Takes it for one worker; `null` when another was faster. */
export async function claimWhisper(tx: Tx, word: Whisper, until: Date): Promise<Whisper | null> {
  const { count } = await tx.whisper.updateMany({
    where: { id: word.id, communityId: word.community, dueAt: word.dueAt, wanted: word.wanted },
    data: { dueAt: until },
  });
  return count === 1 ? { ...word, dueAt: until } : null;
}

export async function saveShown(tx: Tx, own: OwnVault, word: Whisper, shown: Shown): Promise<void> {
  const { member, key, card, params, tag } = word;
  await tx.whisper.updateMany({
    where: { id: word.id, communityId: word.community },
    data: {
      sealed: sealed(own, tag, { member, key, card, params, ...shown }),
      ...{ shown: word.wanted, attempts: 0 },
    },
  });
}

export async function failWhisper(tx: Tx, word: Whisper, retryAt: Date): Promise<void> {
  await tx.whisper.updateMany({
    where: { id: word.id, communityId: word.community, dueAt: word.dueAt },
    data: { attempts: { increment: 1 }, dueAt: retryAt },
  });
}

export async function dropWhisper(
  tx: Tx,
  { id, community }: Pick<Whisper, 'id' | 'community'>,
): Promise<void> {
  await tx.whisper.deleteMany({ where: { id, communityId: community } });
}

/** When the next is due, or `null` when all is said. */
export async function duenessOf(tx: Tx, community: CommunityId): Promise<Date | null> {
  const row = await tx.whisper.findFirst({
    where: { communityId: community, ...waiting(tx) },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt ?? null;
}

export async function whispersWaiting(tx: Tx, now: Date): Promise<CommunityId[]> {
  const rows = await tx.whisper.findMany({
    where: { ...waiting(tx), dueAt: { lte: now } },
    distinct: ['communityId'],
    select: { communityId: true },
  });
  return rows.map(({ communityId }) => communityId as CommunityId);
}

/** Where its reader is reached: as before, or by their newest account; `null` when nowhere. */
export async function reachOf(
  tx: Tx,
  { community, member }: Pick<Whisper, 'community' | 'member'>,
  before: Reach | null,
): Promise<Reach | null> {
  const own = await accountsOf(tx, community, member);
  // An account that was parted from this person meanwhile is somebody else's.
  const id = before && own.includes(before.account) ? before.account : own[0];
  if (id === undefined) return null;
  const account = await tx.account.findFirst({ where: { id, communityId: community } });
  if (!account?.lastRoomId) return null;
  const where = { communityId: community };
  const room = await tx.room.findFirst({ where: { ...where, id: account.lastRoomId } });
  const reader = await tx.member.findFirst({ where: { ...where, id: account.memberId } });
  const home = await tx.community.findUnique({ where: { id: community } });
  if (!room || !reader || !home) return null;
  const said = reader.locale ?? room.locale ?? home.locale;
  return {
    ...{ platform: account.platform, account: account.id as AccountId },
    ...{ roomId: room.platformId, userId: account.platformUserId },
    member: (reader.mergedInto ?? reader.id) as MemberId,
    locale: isLocale(said) ? said : 'fr',
  };
}
