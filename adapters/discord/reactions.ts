import {
  type APIMessage,
  ChannelType,
  type Message,
  type MessageReaction,
  type PartialMessage,
  type PartialMessageReaction,
  type PartialUser,
  PermissionFlagsBits,
  type REST,
  Routes,
  type User,
} from 'discord.js';
import type { Invocation } from '../../commands/registry/invocation.js';
import type { SaidMessage } from '../../commands/registry/said-message.js';
import { localeFrom, localised } from '../../src/kernel/locale.js';
import type { Adapter } from '../contract.js';
import { placeOf } from './hear.js';
import { CODES, hasCode, quiet } from './quiet.js';
import type { Desk } from './types.js';

/** What Discord answers where ECC may not read, or there is nothing to read any more. */
const UNREADABLE = [
  CODES.missingAccess,
  CODES.missingPermissions,
  CODES.unknownMessage,
  CODES.unknownChannel,
];
/** Reactions have no id of their own: the same one within this is one. */
const SAME_WITHIN_MS = 10_000;
/** How to do otherwise is not said at each message. */
const TOLD_EVERY_MS = 3_600_000;
const MOST_TOLD = 1000;

type On = Message | PartialMessage;

/**
 * The signs that people put under messages: of most, nothing is read and nothing is kept. There is
 * no “only you” answer to one: what is answered goes by direct message.
 */
export function createReactions(parts: {
  readonly desk: Desk;
  readonly rest: REST;
  readonly speaker: Pick<Adapter, 'post'>;
}) {
  const { desk, rest, speaker } = parts;
  const told = new Map<string, number>();

  /** Whether somebody must be told again what to do instead. */
  function isToTell(userId: string): boolean {
    const now = Date.now();
    if (now - (told.get(userId) ?? 0) < TOLD_EVERY_MS) return false;
    told.delete(userId);
    told.set(userId, now);
    const [oldest] = told.keys();
    if (told.size > MOST_TOLD && oldest !== undefined) told.delete(oldest);
    return true;
  }

  async function read({ channelId, id }: On): Promise<APIMessage | null> {
    try {
      return (await rest.get(Routes.channelMessage(channelId, id))) as APIMessage;
    } catch (error) {
      if (hasCode(error, ...UNREADABLE)) return null;
      throw error;
    }
  }

  async function heard(
    { emoji, message }: MessageReaction | PartialMessageReaction,
    user: User | PartialUser,
  ): Promise<void> {
    const place = placeOf(message);
    // What is said in a private thread is for its people.
    if (user.bot || place === null || message.channel.type === ChannelType.PrivateThread) return;
    const sign = emoji.id === null ? (emoji.name ?? '') : `<:${emoji.name}:${emoji.id}>`;
    const platform = 'discord' as const;
    const command = await desk.registry.heeds({ platform, roomId: place.roomId, sign });
    if (command === null) return;
    const found = await read(message);
    // What ECC itself says is in the veille already, or is not for it.
    if (found?.author.id === message.client.user.id) return;
    const said = found && saidMessage(found, message);
    if (!said && !isToTell(user.id)) return;
    const moment = Math.floor(Date.now() / SAME_WITHIN_MS);
    const eventId = `reaction:${message.id}:${user.id}:${sign}:${moment}`;
    const invocation: Omit<Invocation, 'request'> = {
      ...{ platform, eventId, place, speaker: speakerOf(message, user) },
      locale: localeFrom(message.guild?.preferredLocale),
    };
    const view = await desk.registry.dispatch({
      ...invocation,
      request: { type: 'on-reaction', command, message: said },
    });
    const to = { roomId: place.roomId, userId: user.id, locale: view.locale ?? invocation.locale };
    await speaker.post({ to, key: eventId, view: localised(() => view) });
  }

  return async (...[reaction, user]: Parameters<typeof heard>): Promise<void> => {
    try {
      await heard(reaction, user);
    } catch (error) {
      desk.log.error({ error: quiet(error) }, 'a reaction could not be answered on Discord');
    }
  };
}

function speakerOf({ guild }: On, { id, displayName }: User | PartialUser): Invocation['speaker'] {
  const member = guild?.members.cache.get(id);
  return {
    userId: id,
    name: member?.displayName ?? displayName ?? id,
    roles: member?.roles.cache.map((role) => role.name) ?? [],
    steward: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/**
 * `null` for a message that Discord does not let read. To an application without its privileged
 * “Message Content”, which ECC does not ask for, all that was written is shown empty, but where it
 * is mentioned: https://docs.discord.com/developers/events/gateway#message-content-intent
 */
function saidMessage(found: APIMessage, { url }: On): SaidMessage | null {
  const { content, embeds, attachments, components = [], author } = found;
  const written = content || embeds.flatMap((one) => [one.url, one.description]).join('\n');
  if (written === '' && attachments.length + embeds.length + components.length === 0) return null;
  return {
    text: written,
    author: { userId: author.id, name: author.global_name ?? author.username },
    link: url,
    at: new Date(found.timestamp),
  };
}
