import { createHash } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import type { Tx } from '../database/transaction.js';
import type { Clock } from '../kernel/clock.js';
import { type GivenFile, MOST_BYTES } from '../kernel/files.js';
import { type AccountId, type CommunityId, type FileId, newId } from '../kernel/ids.js';
import { padded } from '../kernel/padded.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { ByteVault, Vault } from '../kernel/vault.js';
import { kindOf, nameOf } from './rules.js';
import {
  deleteFile,
  deleteHeldBefore,
  findHeld,
  insertFile,
  type KeptFile,
  keepFile,
  listKept,
  readContent,
} from './store.js';

/** As long as a half-filled form. */
const HELD_FOR_MS = 24 * 3_600_000;
const PAD_TO_BYTES = 512;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const aboutPlace = (id: FileId): string => `given_files.about:${id}`;
const contentPlace = (id: FileId): string => `given_files.content:${id}`;

/** A file as it comes from a network. */
interface Coming {
  readonly community: CommunityId;
  /** Who gives it: nobody else can use it. */
  readonly account: AccountId;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileService = ReturnType<typeof createFileService>;

/**
 * Files that people give, sealed whole: held for a day for who gave them, then gone unless
 * something keeps them. Who may read what is kept is for what keeps it to say.
 */
export function createFileService(parts: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly vault: Vault & ByteVault;
}) {
  const { prisma, clock, vault } = parts;

  const opened = ({ id, about }: KeptFile): GivenFile => ({
    ...(JSON.parse(vault.unseal(about, aboutPlace(id))) as Omit<GivenFile, 'id'>),
    id,
  });

  return {
    /** Takes what came from a network, if it is what we take. */
    async hold({ community, account, name, bytes }: Coming): Promise<Result<GivenFile>> {
      if (bytes.length > MOST_BYTES) return refuse('file-too-big', { max: MOST_BYTES / 1e6 });
      const kind = kindOf(bytes);
      if (!kind) return refuse('file-not-taken');
      const now = clock.now();
      const id = newId<'file'>(now);
      const digest = createHash('sha256').update(bytes).digest('hex');
      const said = { name: nameOf(name, kind), kind, size: bytes.length, digest };
      await insertFile(prisma, {
        ...{ id, community, account, createdAt: now },
        about: vault.seal(padded(JSON.stringify(said), PAD_TO_BYTES), aboutPlace(id)),
        content: vault.sealBytes(bytes, contentPlace(id)),
      });
      return ok({ ...said, id });
    },

    /** One held for this account; `null` once it is kept, or gone. */
    async held(community: CommunityId, account: AccountId, id: string): Promise<GivenFile | null> {
      const found = UUID.test(id) && (await findHeld(prisma, community, account, id as FileId));
      return found ? opened(found) : null;
    },

    /** Keeps what was held, with what keeps it; `false` when it is there no more. */
    keep: (tx: Tx, community: CommunityId, id: FileId): Promise<boolean> =>
      keepFile(tx, community, id),

    /** Takes it away for good. */
    drop: (tx: Tx, community: CommunityId, id: FileId): Promise<void> =>
      deleteFile(tx, community, id),

    /** What is said of those that are kept. */
    async kept(
      community: CommunityId,
      ids: readonly FileId[],
    ): Promise<ReadonlyMap<FileId, GivenFile>> {
      const all = await listKept(prisma, community, ids);
      return new Map(all.map((one) => [one.id, opened(one)]));
    },

    /** What a kept file holds. */
    async read(community: CommunityId, id: FileId): Promise<Uint8Array | null> {
      const sealed = await readContent(prisma, community, id);
      return sealed && vault.unsealBytes(sealed, contentPlace(id));
    },

    forgetOld: (): Promise<void> =>
      deleteHeldBefore(prisma, new Date(clock.now().getTime() - HELD_FOR_MS)),
  };
}
