import { createHash, randomBytes } from 'node:crypto';

/** RFC 4648 §5, of 256 bits: nobody finds one by trying. */
const SECRET_BYTES = 32;

/** What is in an address that only those who hold it can read. */
export const freshSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of it: a copy of the database gives no address. */
export const secretDigest = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());
