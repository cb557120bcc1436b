import { cleanLine, fold } from '../../kernel/text.js';
import {
  type Community,
  LIMITS,
  type NetworkRole,
  type Preferences,
  type Role,
  type Sighting,
} from '../types.js';

/** A platform's name for somebody, whatever it holds, as a name that can be shown. */
export function displayName(raw: string, fallback: string): string {
  const name = [...cleanLine(raw)].slice(0, LIMITS.name).join('');
  return name === '' ? fallback : name;
}

/** A community always has somebody who can hold its settings. */
export const leavesNoFacilitator = (
  roles: readonly Role[],
  change: { readonly from: Role; readonly to: Role },
): boolean =>
  change.from === 'facilitator' &&
  change.to !== 'facilitator' &&
  roles.filter((role) => role === 'facilitator').length <= 1;

/** Whether one of these is the role that is meant, as people would write it. */
export const holdsRole = (roles: readonly string[], wanted: string): boolean =>
  wanted !== '' && roles.some((role) => fold(role) === fold(wanted.replace(/^@/, '')));

/** A community's own preferences, or the house's. */
export const preferencesOf = ({ settings }: Pick<Community, 'settings'>): Preferences => ({
  stewards: true,
  mediators: '',
  ...(settings.community as Partial<Preferences> | undefined),
});

/** What a network says somebody is here, and of which roles the community lets it say so. */
export function rolesSaid(
  community: Pick<Community, 'settings'>,
  { steward, roles }: Pick<Sighting, 'steward' | 'roles'>,
): { readonly said: readonly NetworkRole[]; readonly settled: readonly NetworkRole[] } {
  const { stewards, mediators } = preferencesOf(community);
  const says = { facilitator: steward, mediator: holdsRole(roles, mediators) };
  const settled = (['facilitator', 'mediator'] as const).filter((role) =>
    role === 'facilitator' ? stewards : mediators !== '',
  );
  return { said: settled.filter((role) => says[role]), settled };
}
