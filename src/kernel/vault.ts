import { type KeyRing, seal, sealBytes, unseal, unsealBytes } from './secrets.js';

/**
 * Keeps what is confidential unreadable at rest. `place` says what the text is and whose: sealed
 * for one place, it does not open in another. `unseal` throws when the text is not genuine.
 */
export interface Vault {
  seal(text: string, place: string): string;
  unseal(sealed: string, place: string): string;
}

/** The same for what is not text. */
export interface ByteVault {
  sealBytes(bytes: Uint8Array, place: string): Uint8Array;
  unsealBytes(sealed: Uint8Array, place: string): Uint8Array;
}

export const createVault = (ring: KeyRing): Vault & ByteVault => ({
  seal: (text, place) => seal(ring, text, place),
  unseal: (sealed, place) => unseal(ring, sealed, place),
  sealBytes: (bytes, place) => sealBytes(ring, bytes, place),
  unsealBytes: (sealed, place) => unsealBytes(ring, sealed, place),
});
