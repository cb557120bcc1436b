/**
 * The signs people react with, as each network writes them: the sign itself (`🔖`), its name
 * (`:veille:`, as on Slack and for the pictures that people make), or its name and number (the
 * pictures of a Discord server, `<:veille:1234>`).
 */
interface Sign {
  readonly character: string | null;
  readonly name: string | null;
  /** What stays when the picture is renamed. */
  readonly number: string | null;
}

const NUMBERED = /^<a?:(\w{2,32}):(\d{1,25})>$/;
const NAMED = /^:([\p{L}\p{M}\p{N}_+'-]{1,100}):(?::skin-tone-[2-6]:)?$/u;
/** A picture, half a flag, or a digit in its box: never a letter. */
const DRAWN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
/** Clients differ in the selector that asks for colours; the tone of a skin is one's own. */
const VARIANTS = /[\u{FE0E}\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function parsed(written: string): Sign | null {
  const [, own, number] = NUMBERED.exec(written) ?? [];
  if (own && number) return { character: null, name: own.toLowerCase(), number };
  const [, name] = NAMED.exec(written) ?? [];
  if (name) return { character: null, name: name.toLowerCase(), number: null };
  const character = written.replaceAll(VARIANTS, '');
  const one = [...graphemes.segment(character)].length === 1 && DRAWN.test(character);
  return one ? { character, name: null, number: null } : null;
}

/** As it is kept; `null` for what is not one sign. */
export function readSign(written: string): string | null {
  const sign = parsed(written.trim());
  if (!sign) return null;
  if (sign.number !== null) return `<:${sign.name}:${sign.number}>`;
  return sign.character ?? `:${sign.name}:`;
}

/** Whether it has a name rather than a drawing of its own. */
export const isNamed = (sign: string): boolean => parsed(sign)?.character === null;

/** As it can be shown anywhere: a number means nothing to people. */
export function shownSign(sign: string): string {
  const known = parsed(sign);
  return known?.character ?? (known?.name ? `:${known.name}:` : sign);
}

/** Whether somebody reacted with the sign that was chosen. */
export function isSign(chosen: string, heard: string): boolean {
  const [one, other] = [parsed(chosen), parsed(heard)];
  if (!one || !other) return false;
  if (one.number !== null && other.number !== null) return one.number === other.number;
  if (one.name !== null) return one.name === other.name;
  return one.character === other.character;
}
