import { createHash } from 'node:crypto';
import {
  type APIChannel,
  type APIMessage,
  type REST,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { RoomGone } from '../../src/journal/outbox/types.js';
import type { Adapter, Destination, MessageRef } from '../contract.js';
import { LIMITS } from './limits.js';
import { CODES, hasCode, quiet } from './quiet.js';
import { type Message, renderMessage } from './render/message.js';
import type { Waiting } from './waiting.js';

/** A private message that waits for its person: `waiting/<user id>`. */
const WAITING = 'waiting';

/** Discord shows one message for one nonce, for some minutes: long enough for a crash. */
const nonceOf = (...parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, LIMITS.nonce);

/** A message as Discord's API takes it, its files apart. */
export const bodyOf = ({ files, ...message }: Message) => ({
  ...message,
  components: [...message.components],
  embeds: [...message.embeds],
  allowed_mentions: { parse: [] },
  attachments: files.map(({ name, description }, id) => ({
    id,
    filename: name,
    ...(description === '' ? {} : { description: description.slice(0, LIMITS.altText) }),
  })),
});

const filesOf = ({ files }: Message) =>
  files.map(({ name, data, contentType }) => ({ name, data, contentType }));

/** Posts and edits, on Discord's REST: rate limits and retries are the SDK's. */
export function createSpeaker(
  rest: REST,
  waiting: Waiting,
): Pick<Adapter, 'post' | 'edit' | 'remove'> {
  const direct = async (userId: string): Promise<string> => {
    const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
    return (channel as APIChannel).id;
  };

  async function send(channel: string, message: Message, nonce: string): Promise<MessageRef> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...bodyOf(message),
      nonce,
      enforce_nonce: true,
    };
    const sent = await rest.post(Routes.channelMessages(channel), {
      body,
      files: filesOf(message),
    });
    return `${channel}/${(sent as APIMessage).id}`;
  }

  /** `again` names what it replaces: the nonce of a message that is gone must not find it. */
  async function post(
    { to, key, view }: Parameters<Adapter['post']>[0],
    again: string | null,
  ): Promise<MessageRef> {
    const { roomId, userId, locale } = to;
    const message = renderMessage(view[locale], locale);
    const nonce = nonceOf(roomId, userId, key, again);
    if (userId === null) return send(roomId, message, nonce);
    try {
      const sent = await send(await direct(userId), message, nonce);
      waiting.drop(userId, key);
      return sent;
    } catch (error) {
      if (!hasCode(error, CODES.messagesClosed)) throw error;
      waiting.put(userId, key, message);
      return `${WAITING}/${userId}`;
    }
  }

  async function edit(said: Parameters<Adapter['edit']>[0]): Promise<MessageRef> {
    const { ref, to, view } = said;
    const [channel = '', id = ''] = ref.split('/');
    if (channel === WAITING) return post(said, null);
    const message = renderMessage(view[to.locale], to.locale);
    const body: RESTPatchAPIChannelMessageJSONBody = bodyOf(message);
    try {
      await rest.patch(Routes.channelMessage(channel, id), { body, files: filesOf(message) });
      return ref;
    } catch (error) {
      if (!hasCode(error, CODES.unknownMessage)) throw error;
      return post(said, ref);
    }
  }

  async function remove({ to, key, ref }: Parameters<Adapter['remove']>[0]): Promise<void> {
    const [channel = '', id = ''] = ref.split('/');
    if (channel === WAITING) {
      waiting.drop(to.userId ?? id, key);
      return;
    }
    try {
      await rest.delete(Routes.channelMessage(channel, id));
    } catch (error) {
      if (!hasCode(error, CODES.unknownMessage, CODES.unknownChannel)) throw error;
    }
  }

  return {
    remove: (said) => remove(said).catch((error) => throwQuietly(error, said.to)),
    post: (said) => post(said, null).catch((error) => throwQuietly(error, said.to)),
    edit: (said) => edit(said).catch((error) => throwQuietly(error, said.to)),
  };
}

function throwQuietly(error: unknown, { userId }: Destination): never {
  const failure = quiet(error);
  // No access is what is left of a server that ECC was removed from, and of a channel hidden to it.
  const away = failure.code === CODES.unknownChannel || failure.code === CODES.missingAccess;
  const gone = userId === null && away;
  throw gone ? new RoomGone('discord', failure) : failure;
}
