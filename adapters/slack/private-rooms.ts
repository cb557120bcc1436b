import { RoomImpossible } from '../../src/journal/outbox/types.js';
import type { PrivateRoom, PrivateRooms, WantedRoom } from '../contract.js';
import { patiently } from './client.js';
import { refusalOf } from './errors.js';
import { placeId, readPlaceId } from './ids.js';
import type { Workspaces } from './workspaces.js';

/** Slack’s own words for what trying again would not change. */
const FORBIDDEN = new Set(['missing_scope', 'restricted_action', 'not_permitted']);
const NOT_THEM = new Set([
  ...['user_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'],
  ...['users_not_found', 'not_in_same_team', 'invalid_user_combination'],
]);
const NO_PLACE = new Set(['too_many_users', 'not_enough_users']);

/**
 * Group conversations: `mpim:write` opens them and lets ECC read nothing there, where a private
 * channel would let it read all. Slack has one for the same people, so asking twice is one; it has
 * no name, cannot be archived, and its people keep what was said.
 */
export function createPrivateRooms(workspaces: Workspaces): PrivateRooms {
  async function conversation({ people }: WantedRoom, onlyFind: boolean) {
    const places = people.map(readPlaceId);
    const [team = ''] = new Set(places.map((one) => one.team));
    if (places.some((one) => one.team !== team)) throw new RoomImpossible('slack', 'apart', null);
    const client = await workspaces.client(team);
    const users = places.map(({ id }) => id).join(',');
    const { channel } = await patiently(() =>
      client.conversations.open({ users, prevent_creation: onlyFind }),
    );
    return channel?.id ? roomOf(team, channel.id) : null;
  }

  async function open(wanted: WantedRoom): Promise<PrivateRoom> {
    try {
      const opened = await conversation(wanted, false);
      if (!opened) throw new Error('Slack opened no conversation');
      return opened;
    } catch (error) {
      const why = refusalOf(error) ?? '';
      if (FORBIDDEN.has(why)) throw new RoomImpossible('slack', 'forbidden', error);
      if (NOT_THEM.has(why)) throw new RoomImpossible('slack', 'apart', error);
      if (NO_PLACE.has(why)) throw new RoomImpossible('slack', 'nowhere', error);
      throw error;
    }
  }

  return {
    open,
    find: (wanted) =>
      conversation(wanted, true).catch((error) => {
        if (refusalOf(error) === null && !(error instanceof RoomImpossible)) throw error;
        return null;
      }),
    /** ECC leaves it; the network lets it do no more. */
    async end({ roomId }) {
      const { team, id } = readPlaceId(roomId);
      const client = await workspaces.client(team);
      try {
        await patiently(() => client.conversations.close({ channel: id }));
      } catch (error) {
        // Gone already, or not ours to close.
        if (refusalOf(error) === null) throw error;
      }
    },
  };
}

const roomOf = (team: string, channel: string): PrivateRoom => ({
  roomId: placeId(team, channel),
  url: `https://app.slack.com/client/${team}/${channel}`,
  encrypted: false,
});
