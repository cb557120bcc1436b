import {
  ApplicationCommandOptionType,
  type Attachment,
  type AutocompleteInteraction,
  type BaseInteraction,
  type Channel,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  GuildMember,
  type Interaction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Attached } from '../../commands/registry/file.js';
import type { Invocation, Place, Speaker } from '../../commands/registry/invocation.js';
import { bytesOf, GIVEN_WITHIN_MS } from '../../src/kernel/files.js';
import { localeFrom } from '../../src/kernel/locale.js';
import type { Meaning } from './commands.js';

/** Who, where, in which language: everything of an invocation but what is asked. */
export const hear = (interaction: Interaction): Omit<Invocation, 'request'> => ({
  platform: 'discord',
  eventId: interaction.id,
  speaker: speakerOf(interaction),
  place: placeOf(interaction),
  locale: localeFrom(interaction.locale),
});

function speakerOf({ user, member, memberPermissions }: BaseInteraction): Speaker {
  const nick = member && ('displayName' in member ? member.displayName : member.nick);
  return {
    userId: user.id,
    name: nick || user.displayName,
    // Without its names, for a server we do not know, a role says nothing.
    roles: member instanceof GuildMember ? member.roles.cache.map((role) => role.name) : [],
    ...(member instanceof GuildMember && { authority: member.guild.id }),
    steward: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** A thread speaks for its channel. `null` in direct messages. */
export function placeOf({
  guildId,
  guild,
  channelId,
  channel,
}: Pick<Interaction, 'guildId' | 'guild' | 'channelId'> & {
  readonly channel: Channel | null;
}): Place | null {
  if (!guildId || !channelId) return null;
  const thread = channel?.isThread() ? channel : null;
  const room = thread ? thread.parent : channel;
  const name = room && 'name' in room ? room.name : null;
  return {
    // Of a channel that is not known, by its number: a thread is never a room of its own.
    roomId: room?.id ?? thread?.parentId ?? channelId,
    name: [guild?.name, name && `#${name}`].filter(Boolean).join(' · ') || 'Discord',
  };
}

/** The words of a slash command: `décision proposer`. */
export function spokenName({
  commandName,
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const sub = options.getSubcommand(false);
  return sub === null ? commandName : `${commandName} ${sub}`;
}

/** The arguments of a slash command, as a person would have typed them. */
export function argsOf(
  interaction: ChatInputCommandInteraction,
  { params }: Meaning,
): Record<string, string> {
  const given = flat(interaction.options.data);
  return Object.fromEntries(
    given.flatMap(({ name, value, attachment }) => {
      const param = params.get(name);
      if (!param || attachment || value === undefined || value === null) return [];
      const typed = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
      return [[param.name, typed]];
    }),
  );
}

/** The files given with a slash command. */
export const filesOf = (
  interaction: ChatInputCommandInteraction,
  { params }: Meaning,
): readonly Attached[] =>
  flat(interaction.options.data).flatMap(({ name, attachment }) => {
    const param = params.get(name);
    return param && attachment ? [attached(param.name, attachment)] : [];
  });

/** The files given in a window, by field. */
export const filesIn = ({ fields }: ModalSubmitInteraction): readonly Attached[] =>
  [...fields.fields.values()].flatMap((field) => {
    const file = 'attachments' in field ? field.attachments?.first() : undefined;
    return file ? [attached(field.customId, file)] : [];
  });

/** Its address is signed, and dies within a day: it is read at once, or never. */
const attached = (param: string, { name, size, url }: Attachment): Attached => ({
  ...{ param, name },
  async read(most) {
    if (size > most) return 'too-big';
    return bytesOf(fetch(url, { signal: AbortSignal.timeout(GIVEN_WITHIN_MS) }), most);
  },
});

const flat = (options: readonly CommandInteractionOption[]): readonly CommandInteractionOption[] =>
  options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option],
  );
