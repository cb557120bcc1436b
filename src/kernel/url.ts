/**
 * An address, or `null` for what is none. Not by `URL.canParse`, which on Node 20, once it has
 * been called some thousand times, refuses addresses with accents in Latin-1.
 */
export function urlOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
