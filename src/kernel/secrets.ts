import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** The keys that open what was sealed; the first one seals. Adding one before rotates. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const VERSION = 'v1';
const KEY_BYTES = 32;
/** NIST SP 800-38D §8.2.2: random 96-bit nonces, for up to 2³² texts a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param keys 32 bytes each, the one that seals first. */
export function keyRing(keys: readonly Buffer[]): KeyRing {
  const named = keys.map((key) => {
    if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes`);
    return [keyId(key), key] as const;
  });
  const current = named[0]?.[0];
  if (!current) throw new Error('a key ring has at least one key');
  return { current, keys: new Map(named) };
}

/** Names a key without telling anything of it. */
const keyId = (key: Buffer): string =>
  createHash('sha256').update('ecc key id').update(key).digest('base64url').slice(0, 8);

/**
 * Encrypts (AES-256-GCM) to `v1.<key id>.<nonce, tag and text in base64url>`.
 *
 * @param context where the text is kept (table, field and row): it opens nowhere else, so that
 *   nobody who can write in the database can pass one person's words off as another's.
 */
export function seal(ring: KeyRing, text: string, context: string): string {
  const blob = encrypted(ring, Buffer.from(text, 'utf8'), context);
  return `${VERSION}.${ring.current}.${blob.toString('base64url')}`;
}

/** The same for bytes, without the third that writing them as text adds: `v1.<key id>.<bytes>`. */
export const sealBytes = (ring: KeyRing, bytes: Uint8Array, context: string): Buffer =>
  Buffer.concat([head(ring.current), encrypted(ring, bytes, context)]);

const head = (id: string): Buffer => Buffer.from(`${VERSION}.${id}.`, 'latin1');

function encrypted(ring: KeyRing, bytes: Uint8Array, context: string): Buffer {
  const id = ring.current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, id), nonce);
  cipher.setAAD(associated(id, context));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Why a text could not be opened; never what it, or the key, holds. */
export class UnsealError extends Error {
  readonly reason: 'malformed' | 'unknown_key' | 'altered';

  constructor(reason: UnsealError['reason']) {
    super(`a sealed text cannot be opened: ${reason}`);
    this.name = 'UnsealError';
    this.reason = reason;
  }
}

/** @throws UnsealError when it was sealed with another key, for another context, or changed. */
export function unseal(ring: KeyRing, sealed: string, context: string): string {
  const [, id, encoded] = /^v1\.([\w-]{8})\.([\w-]+)$/.exec(sealed) ?? [];
  if (!id || !encoded) throw new UnsealError('malformed');
  return decrypted(ring, id, Buffer.from(encoded, 'base64url'), context).toString('utf8');
}

/** The reverse of {@link sealBytes}. */
export function unsealBytes(ring: KeyRing, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const [beginning, id] = /^v1\.([\w-]{8})\./.exec(bytes.toString('latin1', 0, 12)) ?? [];
  if (!beginning || !id) throw new UnsealError('malformed');
  return decrypted(ring, id, bytes.subarray(beginning.length), context);
}

function decrypted(ring: KeyRing, id: string, blob: Buffer, context: string): Buffer {
  const key = keyOf(ring, id);
  if (blob.length < NONCE_BYTES + TAG_BYTES) throw new UnsealError('malformed');
  const nonce = blob.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(id, context));
  decipher.setAuthTag(blob.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const bytes = decipher.update(blob.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    throw new UnsealError('altered');
  }
}

function keyOf(ring: KeyRing, id: string): Buffer {
  const key = ring.keys.get(id);
  if (!key) throw new UnsealError('unknown_key');
  return key;
}

const associated = (id: string, context: string): Buffer =>
  Buffer.from(`${VERSION}.${id}.${context}`, 'utf8');
