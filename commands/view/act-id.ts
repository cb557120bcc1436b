import { type CommunityId, expandId, shortenId } from '../../src/kernel/ids.js';
import type { Act } from './view.js';

/** The shortest limit of the platforms: Discord's `custom_id`. */
const MAX_ACT_ID_LENGTH = 100;

/**
 * An act as the id of a button, so that buttons survive restarts: version, community, command,
 * arguments. Throws when it would exceed {@link MAX_ACT_ID_LENGTH}: views are tested for it.
 */
export function encodeAct(community: CommunityId | null, act: Act): string {
  const args = new URLSearchParams(Object.entries(act.args)).toString();
  const id = ['1', community ? shortenId(community) : '', act.command, args].join('~');
  if (id.length > MAX_ACT_ID_LENGTH) throw new Error(`act id too long: ${act.command}`);
  return id;
}

/** The reverse of {@link encodeAct}; `null` for anything else, forged ids included. */
export function decodeAct(id: string): { community: CommunityId | null; act: Act } | null {
  const [version, community = '', command = '', args = '', ...rest] = id.split('~');
  if (version !== '1' || rest.length > 0 || !/^[a-z]+(\.[a-z-]+)*$/.test(command)) return null;
  const known = community === '' ? null : expandId<'community'>(community);
  if (community !== '' && known === null) return null;
  return {
    community: known,
    act: { command, args: Object.fromEntries(new URLSearchParams(args)) },
  };
}
