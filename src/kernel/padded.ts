/**
 * JSON with blanks after it, up to a multiple of so many bytes: encryption hides what a text says,
 * not how long it is.
 */
export function padded(json: string, bytes: number): string {
  const over = Buffer.byteLength(json) % bytes;
  return over === 0 ? json : json + ' '.repeat(bytes - over);
}
