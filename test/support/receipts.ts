import type { Attached } from '../../commands/registry/file.js';

/** A small picture and a small page, as their first bytes say; with words to look for in them. */
export const png = (words: string): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(words)]);

export const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);

/** A file that comes with what somebody asks. */
export const given = (name: string, bytes: Uint8Array, param: string | null = null): Attached => ({
  ...{ param, name },
  read: async (most) => (bytes.length > most ? 'too-big' : bytes),
});
