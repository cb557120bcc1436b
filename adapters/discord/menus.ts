import {
  ApplicationCommandType,
  type MessageContextMenuCommandInteraction,
  type RESTPutAPIApplicationCommandsJSONBody,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { Request } from '../../commands/registry/invocation.js';
import type { CommandSurface } from '../../commands/registry/surface.js';
import type { Localised } from '../../src/kernel/locale.js';
import { LIMITS } from './limits.js';
import { AVAILABLE, BASE, named } from './names.js';

type Command = RESTPutAPIApplicationCommandsJSONBody[number];

/** What is offered in the menu of a message or of a person. */
export interface Menus {
  readonly commands: readonly Command[];
  /** Ids of commands by the name Discord sends back. */
  readonly onMessage: ReadonlyMap<string, string>;
  readonly onPerson: ReadonlyMap<string, string>;
  /** Names for which Discord has no place: they stay as slash commands. */
  readonly leftOut: readonly string[];
}

export function declareMenus(surface: readonly CommandSurface[]): Menus {
  const messages = entries(surface, ({ onMessage }) => onMessage);
  const people = entries(surface, ({ onPerson }) => onPerson);
  const shown = (all: readonly Entry[]) => all.slice(0, LIMITS.menuCommands);
  return {
    commands: [
      ...shown(messages).map(({ names }) => declared(ApplicationCommandType.Message, names)),
      ...shown(people).map(({ names }) => declared(ApplicationCommandType.User, names)),
    ],
    onMessage: byName(shown(messages)),
    onPerson: byName(shown(people)),
    leftOut: [messages, people].flatMap((all) =>
      all.slice(LIMITS.menuCommands).map(({ names }) => names[BASE]),
    ),
  };
}

interface Entry {
  readonly id: string;
  readonly names: Localised<string>;
}

const entries = (
  surface: readonly CommandSurface[],
  namesOf: (one: CommandSurface) => Localised<string> | null,
): Entry[] =>
  surface.flatMap((one) => {
    const names = namesOf(one);
    return names ? [{ id: one.id, names }] : [];
  });

const byName = (all: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(all.map(({ id, names }) => [names[BASE], id]));

const declared = (
  type: ApplicationCommandType.Message | ApplicationCommandType.User,
  names: Localised<string>,
): Command => ({ type, ...named(names), ...AVAILABLE });

/** What somebody chose in a menu; `null` for what is offered no more. */
export function pointed(
  interaction: MessageContextMenuCommandInteraction | UserContextMenuCommandInteraction,
  menus: Menus,
): Request | null {
  const { commandName } = interaction;
  if (interaction.isMessageContextMenuCommand()) {
    const command = menus.onMessage.get(commandName);
    if (command === undefined) return null;
    const { targetMessage: message } = interaction;
    const { author, member } = message;
    const nick = member && ('displayName' in member ? member.displayName : null);
    return {
      type: 'on-message',
      command,
      message: {
        // Mentions by name: their codes mean nothing elsewhere.
        text: message.cleanContent,
        author: { userId: author.id, name: nick || author.displayName },
        link: message.url,
        at: message.createdAt,
      },
    };
  }
  const command = menus.onPerson.get(commandName);
  const { targetUser, targetMember } = interaction;
  const nick =
    targetMember && ('displayName' in targetMember ? targetMember.displayName : targetMember.nick);
  const person = { userId: targetUser.id, name: nick || targetUser.displayName };
  return command === undefined ? null : { type: 'on-person', command, person };
}
