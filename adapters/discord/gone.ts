import type { GatewayDispatchPayload } from 'discord.js';
import { type Channel, type Collection, GatewayDispatchEvents } from 'discord.js';

/** The channels that are no more for ECC once this was heard. */
export function goneIn(
  { t: type, d: facts }: GatewayDispatchPayload,
  known: Collection<string, Channel>,
): string[] {
  if (type === GatewayDispatchEvents.ChannelDelete) return [facts.id];
  if (type !== GatewayDispatchEvents.GuildDelete) return [];
  // An outage, not a removal: Discord says that the server is there again when it is.
  if (facts.unavailable) return [];
  return [...known.filter((one) => 'guildId' in one && one.guildId === facts.id).keys()];
}
