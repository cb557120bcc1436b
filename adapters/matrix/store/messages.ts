import { z } from 'zod';
import type { PrismaClient } from '../../../src/database/generated/client.js';
import type { Clock } from '../../../src/kernel/clock.js';
import { type CommunityId, newId } from '../../../src/kernel/ids.js';
import { unsealed } from '../../../src/kernel/keys.js';
import { padded } from '../../../src/kernel/padded.js';
import type { Vault } from '../../../src/kernel/vault.js';

const gesture = z.object({
  emoji: z.string(),
  label: z.string(),
  act: z.string(),
  undo: z.string().nullable(),
  choice: z.object({ param: z.string(), value: z.string(), multiple: z.boolean() }).nullable(),
  menu: z
    .object({
      param: z.string(),
      // Lists kept before several could be taken from one.
      multiple: z.boolean().default(false),
      options: z.array(z.object({ value: z.string(), label: z.string() })).readonly(),
    })
    .nullable(),
  seeded: z.boolean(),
});
const offered = z.object({
  open: z.array(gesture).readonly(),
  secret: z.array(gesture).readonly(),
  /** What the message is about: the title of a ballot asked for in private. */
  title: z.string(),
  /** What it tells is confidential, about these. */
  about: z.array(z.string()).readonly().default([]),
});
export type Offered = z.infer<typeof offered>;
const seeds = z.record(z.string(), z.string());

/** A message of ours, as it stands. */
export interface Posted {
  readonly community: CommunityId | null;
  readonly roomId: string;
  readonly key: string;
  readonly eventIds: readonly string[];
  readonly hashes: readonly string[];
  readonly generation: number;
  readonly revision: number;
  readonly gesturesOn: string | null;
  readonly offered: Offered;
  /** Our own reaction under it, by sign. */
  readonly seeds: Readonly<Record<string, string>>;
}

/** How the keys of answers begin that are confidential. */
export const HELD = 'held:';

const NOTHING: Offered = { open: [], secret: [], title: '', about: [] };
/** Room for the gestures of most messages: how many there are tells what is offered. */
const PAD_TO_BYTES = 2048;

/**
 * What our messages offer is sealed: in a conversation of two, it tells what somebody is asked,
 * and so, of what is confidential, that they are part of it.
 */
export function messageStore(parts: { prisma: PrismaClient; vault: Vault; clock: Clock }) {
  const { prisma, vault, clock } = parts;
  const place = ({ roomId, key }: Pick<Posted, 'roomId' | 'key'>): string =>
    `matrix_messages.gestures:${roomId} ${key}`;
  /** With the key lost, a message of ours offers nothing any more. */
  const opened = (row: Pick<Posted, 'roomId' | 'key'> & { gestures: unknown }): unknown => {
    const clear = unsealed(vault, z.string().parse(row.gestures), place(row));
    return clear === null ? NOTHING : JSON.parse(clear);
  };
  type Row = NonNullable<Awaited<ReturnType<typeof prisma.matrixMessage.findFirst>>>;
  const read = (row: Row | null): Posted | null =>
    row && {
      community: row.communityId as CommunityId | null,
      ...{ roomId: row.roomId, key: row.key, eventIds: row.eventIds, hashes: row.hashes },
      ...{ generation: row.generation, revision: row.revision, gesturesOn: row.gesturesOn },
      offered: offered.parse(opened(row)),
      seeds: seeds.parse(row.seeds),
    };

  /** Every message of ours whose key begins so. */
  async function beginning(key: string): Promise<Posted[]> {
    const rows = await prisma.matrixMessage.findMany({ where: { key: { startsWith: key } } });
    return rows.flatMap((row) => read(row) ?? []);
  }

  return {
    async find(roomId: string, key: string): Promise<Posted | null> {
      const where = { roomId_key: { roomId, key } };
      return read(await prisma.matrixMessage.findUnique({ where }));
    },
    async byGestures(eventId: string): Promise<Posted | null> {
      return read(await prisma.matrixMessage.findUnique({ where: { gesturesOn: eventId } }));
    },
    async byEvent(eventId: string): Promise<Posted | null> {
      return read(await prisma.matrixMessage.findFirst({ where: { eventIds: { has: eventId } } }));
    },
    /** The last message of a room with something to choose. */
    async lastOffered(roomId: string): Promise<Posted | null> {
      return read(
        await prisma.matrixMessage.findFirst({
          where: { roomId, gesturesOn: { not: null } },
          orderBy: { updatedAt: 'desc' },
        }),
      );
    },
    beginning,
    /** Every answer that is confidential about this, which cannot be asked of the database. */
    held: async (about: string): Promise<Posted[]> =>
      (await beginning(HELD)).filter(({ offered: { about: all } }) => all.includes(about)),
    async remove({ roomId, key }: Pick<Posted, 'roomId' | 'key'>): Promise<void> {
      await prisma.matrixMessage.deleteMany({ where: { roomId, key } });
    },
    async save(posted: Posted): Promise<void> {
      const { roomId, key } = posted;
      const content = {
        communityId: posted.community,
        eventIds: [...posted.eventIds],
        hashes: [...posted.hashes],
        generation: posted.generation,
        revision: posted.revision,
        gesturesOn: posted.gesturesOn,
        gestures: vault.seal(padded(JSON.stringify(posted.offered), PAD_TO_BYTES), place(posted)),
        seeds: posted.seeds,
        updatedAt: clock.now(),
      };
      await prisma.matrixMessage.upsert({
        where: { roomId_key: { roomId, key } },
        create: { id: newId(clock.now()), roomId, key, ...content },
        update: content,
      });
    },
  };
}
