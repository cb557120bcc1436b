import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** What ECC needs in a channel: to see it, and to show a card with its files there. */
export const PERMISSIONS = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What a private room takes beside: without it, ECC works, and people write by relay. Not to
 * manage threads: that lets see every private thread of a server.
 */
const FOR_PRIVATE_ROOMS = ['CreatePrivateThreads', 'SendMessagesInThreads'] as const;

/** 343597435904: the permissions above as Discord counts them. */
export const permissionNumber = (): bigint =>
  [...PERMISSIONS, ...FOR_PRIVATE_ROOMS].reduce((all, name) => all | PermissionFlagsBits[name], 0n);

/** The address where somebody who manages a server invites ECC, with its exact permissions. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissionNumber()),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** To create events, and to change those one created: asked only where people want it. */
const EVENTS = PermissionFlagsBits.CreateEvents;

/** The same for one server that has ECC already, with what it takes to make events there. */
export function eventsLink(applicationId: string, guild: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissionNumber() | EVENTS),
    guild_id: guild,
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** What is missing of {@link PERMISSIONS}. */
export const missingFrom = (held: Readonly<PermissionsBitField>): Permission[] =>
  PERMISSIONS.filter((name) => !held.has(name));
