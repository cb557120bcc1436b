import { cleanLine, fold } from '../../kernel/text.js';
import { type Community, LIMITS, type Preferences, type Role } from '../types.js';

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
