import type { Clock } from '../../src/kernel/clock.js';
import { patiently, type SlackClient } from './client.js';
import { refusalOf } from './errors.js';
import { isDirect, isGroup } from './ids.js';
import { asText } from './logger.js';
import type { Channel, Scene } from './scene.js';
import type { Log } from './types.js';

const KEPT_FOR_MS = 10 * 60_000;

type Room = Pick<Scene, 'channel' | 'invited'>;

/**
 * Where somebody speaks: what it is called (commands call every private channel `privategroup`,
 * mentions say nothing), and whether ECC is in, without which it can answer but not speak.
 */
export function createRooms({ clock, log }: { clock: Clock; log: Log }) {
  const known = new Map<string, { room: Room; until: number }>();
  return {
    async find(client: SlackClient, channel: Channel | null): Promise<Room> {
      if (channel === null || isDirect(channel.id) || isGroup(channel)) {
        return { channel, invited: true };
      }
      const now = clock.now().getTime();
      const kept = known.get(channel.id);
      if (kept && kept.until > now) return kept.room;
      try {
        const asked = { channel: channel.id };
        const { channel: found } = await patiently(() => client.conversations.info(asked));
        const name = found?.name ?? channel.name;
        const room = { channel: { ...channel, name }, invited: found?.is_member === true };
        // Where it is not, it may be invited at any moment.
        if (room.invited) known.set(channel.id, { room, until: now + KEPT_FOR_MS });
        return room;
      } catch (error) {
        // A private channel where it is not does not exist for it.
        if (refusalOf(error) === 'channel_not_found')
          return { channel: { ...channel, name: '' }, invited: false };
        log.warn({ error: asText(error) }, 'Slack did not say what a channel is');
        return { channel, invited: true };
      }
    },
  };
}
