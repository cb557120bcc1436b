import { z } from 'zod';
import { parse } from './messages.js';
import { REFUSE } from './refusal.js';
import { APPLICATION, CHANNEL, GUILD, MAY, snowflake, type Thread, type World } from './world.js';

/** docs.discord.com, “Start Thread without Message”: what a private one takes. */
const started = z.strictObject({
  name: z.string().min(1).max(100),
  type: z.literal(12),
  invitable: z.boolean(),
  auto_archive_duration: z.union([
    z.literal(60),
    z.literal(1440),
    z.literal(4320),
    z.literal(10080),
  ]),
});
/** “Modify Channel”, as far as a thread’s own creator may. */
const changed = z.strictObject({ archived: z.boolean() });

/** Private threads, as Discord lets an application make and end them. */
export function createThreads(world: World) {
  const may = (bit: bigint): boolean => (BigInt(world.granted) & bit) !== 0n;
  const need = (bit: bigint): void => {
    if (!may(bit)) throw REFUSE.permissions();
  };
  const find = (id: string): Thread => {
    const thread = world.threads.get(id);
    if (!thread) throw REFUSE.channel();
    return thread;
  };
  const shown = ({ id, name, archived, invitable }: Thread) => ({
    ...{ id, name, type: 12, guild_id: GUILD, parent_id: CHANNEL, owner_id: APPLICATION },
    ...{ message_count: 0, member_count: 1 },
    thread_metadata: {
      ...{ archived, invitable, auto_archive_duration: 10080, locked: false },
      archive_timestamp: '2026-01-01T00:00:00Z',
    },
  });
  return {
    channel(id: string): object {
      if (world.deleted.has(id)) throw REFUSE.channel();
      if (id === CHANNEL) return { id, type: 0, guild_id: GUILD, name: 'atelier' };
      if ([...world.directs.values()].includes(id)) return { id, type: 1 };
      return shown(find(id));
    },
    start(channel: string, body: unknown): object {
      const { name, invitable } = parse(started, body);
      if ([...world.directs.values()].includes(channel)) throw REFUSE.kind();
      if (channel !== CHANNEL || world.deleted.has(channel)) throw REFUSE.channel();
      need(MAY.createPrivateThreads);
      const thread: Thread = {
        ...{ id: snowflake(), name, invitable, archived: false },
        members: new Set([APPLICATION]),
      };
      world.threads.set(thread.id, thread);
      return shown(thread);
    },
    active: (): object => ({
      threads: [...world.threads.values()].filter(({ archived }) => !archived).map(shown),
      members: [],
    }),
    members: (id: string): object =>
      [...find(id).members].map((user) => ({ id, user_id: user, flags: 0 })),
    add(id: string, user: string): void {
      const thread = find(id);
      need(MAY.sendInThreads);
      if (thread.archived) throw REFUSE.archived();
      if (!world.people.has(user)) throw REFUSE.member();
      thread.members.add(user);
    },
    /** Who made a private thread may take people out of it. */
    take(id: string, user: string): void {
      const thread = find(id);
      if (thread.archived) throw REFUSE.archived();
      if (!thread.members.delete(user)) throw REFUSE.member();
    },
    change(id: string, body: unknown): object {
      const thread = find(id);
      thread.archived = parse(changed, body).archived;
      return shown(thread);
    },
    remove(id: string): object {
      const thread = find(id);
      need(MAY.manageThreads);
      world.threads.delete(id);
      for (const [key, { channelId }] of world.messages) {
        if (channelId === id) world.messages.delete(key);
      }
      return shown(thread);
    },
  };
}
