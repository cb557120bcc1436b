import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import { keyRing, UnsealError } from './secrets.js';
import { createVault, type Vault } from './vault.js';

/** What one key of its own keeps: readable for as long as that key lives. */
export interface OwnVault extends Vault {
  /** The same text gives the same digest, and tells nothing of it without the key. */
  digest(text: string): string;
}

/**
 * Keys that can be destroyed, one by one, kept outside of the database: what they sealed becomes
 * unreadable wherever it was copied. Names hold letters, digits and hyphens.
 */
export interface Keys {
  /** The key of that name, made when there is none yet. */
  make(name: string): OwnVault;
  /** `null` when it was destroyed, lost, or is kept where this process does not reach. */
  find(name: string): OwnVault | null;
  /** For good. Destroying what is not there is nothing. */
  destroy(name: string): void;
  /** The names that begin so. */
  names(beginning: string): string[];
}

export const newKey = (): Buffer => randomBytes(32);

export const ownVault = (key: Buffer): OwnVault => ({
  ...createVault(keyRing([key])),
  digest: (text) => createHmac('sha256', key).update(text).digest('base64url'),
});

const DAY = 'day-';
const DAY_MS = 86_400_000;
/** What is sealed for a while opens today and tomorrow. */
const KEPT_MS = 2 * DAY_MS;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * For what lives a day at most, such as a half-filled form: each day has its key, destroyed by
 * {@link forgetDays}, so that a copy of the database made meanwhile tells nothing afterwards.
 */
export const passingVault = (keys: Keys, clock: Clock): Vault => ({
  seal(text, place) {
    const day = dayOf(clock.now());
    return `${day}:${keys.make(DAY + day).seal(text, place)}`;
  },
  unseal(sealed, place) {
    const [day = '', rest = ''] = sealed.split(':');
    const vault = /^\d{4}-\d\d-\d\d$/.test(day) ? keys.find(DAY + day) : null;
    if (!vault) throw new UnsealError('unknown_key');
    return vault.unseal(rest, place);
  },
});

/** What opens, or `null` when its key is gone: expected of what passes, and of what was lost. */
export function unsealed(vault: Vault, sealed: string, place: string): string | null {
  try {
    return vault.unseal(sealed, place);
  } catch (error) {
    if (error instanceof UnsealError && error.reason === 'unknown_key') return null;
    throw error;
  }
}

/** Destroys the keys of days past. */
export function forgetDays(keys: Keys, now: Date): void {
  const oldest = DAY + dayOf(new Date(now.getTime() - KEPT_MS));
  for (const name of keys.names(DAY)) if (name < oldest) keys.destroy(name);
}
