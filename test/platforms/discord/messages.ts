import type { z } from 'zod';
import { REFUSE } from './refusal.js';
import { type Body, changed, message as whole } from './shapes/message.js';
import {
  APPLICATION,
  CHANNEL,
  MAY,
  type Message,
  snowflake,
  userOf,
  type World,
  type Written,
} from './world.js';

export interface Sent {
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export function parse<T>(shape: z.ZodType<T>, body: unknown): T {
  const read = shape.safeParse(body);
  if (!read.success) throw REFUSE.form(read.error.issues);
  return read.data;
}

/** View Channel, Send Messages, Embed Links, Attach Files. */
const NEEDED = [1n << 10n, 1n << 11n, 1n << 14n, 1n << 15n] as const;

/** How Discord keeps messages: the rules of its channels, and one message for one nonce. */
export function createMessages(world: World) {
  const files = (body: Body, sent: Sent): Message['files'] => {
    if ((body.attachments ?? []).length !== sent.files.length) {
      throw REFUSE.form('attachments that are not there');
    }
    for (const { image } of body.embeds ?? []) {
      const name = image?.url.replace('attachment://', '');
      if (name && !sent.files.some((file) => file.name === name))
        throw REFUSE.form('no such image');
    }
    return sent.files;
  };

  function keep(body: Body, sent: Sent, where: Pick<Message, 'channelId' | 'onlyFor'>): Message {
    const id = snowflake();
    const { nonce = null, attachments: _, ...rest } = body;
    const message = {
      ...rest,
      ...where,
      id,
      nonce,
      edits: 0,
      author: APPLICATION,
      files: files(body, sent),
    };
    world.messages.set(id, message);
    return message;
  }

  return {
    keep,
    whole: (sent: Sent) => parse(whole, sent.body),
    /** By an application in a channel. */
    post(channelId: string, sent: Sent): Message {
      const body = parse(whole, sent.body);
      const [owner] = [...world.directs].find(([, channel]) => channel === channelId) ?? [];
      if (world.deleted.has(channelId)) throw REFUSE.channel();
      if (!owner && !world.invited) throw REFUSE.access();
      const thread = world.threads.get(channelId);
      if (channelId !== CHANNEL && !owner && !thread) throw REFUSE.channel();
      if (thread && (BigInt(world.granted) & MAY.sendInThreads) === 0n) throw REFUSE.permissions();
      // Writing there takes it out of the archive.
      if (thread) thread.archived = false;
      if (owner && world.people.get(owner)?.messagesClosed) throw REFUSE.closed();
      if (!owner && NEEDED.some((bit) => (BigInt(world.granted) & bit) === 0n)) {
        throw REFUSE.permissions();
      }
      const same =
        body.enforce_nonce &&
        [...world.messages.values()].find(
          (one) => one.nonce === body.nonce && one.channelId === channelId,
        );
      return same || keep(body, sent, { channelId, onlyFor: owner ?? null });
    },
    /** Where the intent was not given, all that people wrote is empty, but where ECC is named. */
    read(channelId: string, id: string): object {
      const own = world.messages.get(id);
      const post = world.written.get(id);
      if ((own ?? post)?.channelId !== channelId) throw REFUSE.message();
      if ((BigInt(world.granted) & MAY.readHistory) === 0n) throw REFUSE.access();
      if (own) return messagePayload(own);
      const { author = '', text = '', mentioned = false } = post ?? {};
      const shown = mentioned || (world.flags & MESSAGE_CONTENT) !== 0;
      return writtenPayload({ id, channelId, author, text: shown ? text : '', mentioned });
    },
    remove(id: string): void {
      const known = world.messages.get(id);
      if (!known) throw REFUSE.message();
      // Nobody but its person can take away what only they see.
      if ((known.flags ?? 0) & 64) throw REFUSE.message();
      world.messages.delete(id);
    },
    edit(id: string, sent: Sent): Message {
      const known = world.messages.get(id);
      if (known && world.deleted.has(known.channelId)) throw REFUSE.channel();
      if (known?.channelId === CHANNEL && !world.invited) throw REFUSE.access();
      if (!known) throw REFUSE.message();
      const { nonce: _, attachments, ...body } = parse(changed, sent.body);
      const kept = attachments ? { files: files({ ...body, attachments }, sent) } : {};
      const message = { ...known, ...body, ...kept, edits: known.edits + 1 };
      world.messages.set(id, message);
      return message;
    },
  };
}
export type Messages = ReturnType<typeof createMessages>;

/** Of an application: granted, or for few servers (docs.discord.com, “Application Flags”). */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

const writtenPayload = ({ id, channelId, author, text, mentioned }: Written) => ({
  ...{ id, channel_id: channelId, author: userOf({ id: author, name: 'Quelqu’un' }) },
  ...{ content: text, timestamp: new Date().toISOString(), edited_timestamp: null },
  ...{ tts: false, mention_everyone: false, mention_roles: [], attachments: [], embeds: [] },
  mentions: mentioned ? [userOf({ id: APPLICATION, name: 'ECC' })] : [],
  ...{ components: [], pinned: false, type: 0, flags: 0 },
});

export const messagePayload = (message: Message) => ({
  id: message.id,
  channel_id: message.channelId,
  author: userOf({ id: message.author, name: 'ECC' }),
  content: message.content ?? '',
  timestamp: new Date().toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: message.embeds ?? [],
  components: message.components ?? [],
  pinned: false,
  type: 0,
  flags: message.flags ?? 0,
  ...(message.nonce && { nonce: message.nonce }),
});
