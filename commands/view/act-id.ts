import { type CommunityId, expandId, shortenId } from '../../src/kernel/ids.js';
import type { Act } from './view.js';

/** The shortest limit of the platforms: Discord's `custom_id`. */
const MAX_ACT_ID_LENGTH = 100;

/**
 * An act as the id of a button, so that buttons survive restarts: version, community, command,
 * arguments. Throws when it would exceed {@link MAX_ACT_ID_LENGTH}: views are tested for it.
 */
export function encodeAct(community: CommunityId | null, act: Act): string {
  const id = idOf(community ? shortenId(community) : '', act);
  if (id.length > MAX_ACT_ID_LENGTH) throw new Error(`act id too long: ${act.command}`);
  return id;
}

const idOf = (community: string, { command, args }: Act): string =>
  ['1', community, command, new URLSearchParams(Object.entries(args)).toString()].join('~');

const SHORT_ID_LENGTH = 22;

/** Whether a button can carry it: what people typed may be too long. */
export const fitsButton = (act: Act): boolean =>
  idOf('x'.repeat(SHORT_ID_LENGTH), act).length <= MAX_ACT_ID_LENGTH;

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
