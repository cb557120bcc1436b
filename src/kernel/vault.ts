import { type KeyRing, seal, unseal } from './secrets.js';

/**
 * Keeps what is confidential unreadable at rest. `place` says what the text is and whose: sealed
 * for one place, it does not open in another. `unseal` throws when the text is not genuine.
 */
export interface Vault {
  seal(text: string, place: string): string;
  unseal(sealed: string, place: string): string;
}

export const createVault = (ring: KeyRing): Vault => ({
  seal: (text, place) => seal(ring, text, place),
  unseal: (sealed, place) => unseal(ring, sealed, place),
});
