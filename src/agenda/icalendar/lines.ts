/** RFC 5545 §3.1 asks for 75 octets at most; some programs count the line end too. */
const MOST_OCTETS = 74;

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** One content line, folded between characters, with its end. */
export function foldLine(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

/** No control characters but the end of a line: nothing in a value may begin another line. */
const withoutControls = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** A value of type TEXT (§3.3.11). */
export const escapeText = (text: string): string =>
  withoutControls(text)
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** A value of a parameter, in quotes (RFC 6868). */
export const quoted = (text: string): string =>
  `"${withoutControls(text).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`;

/** A value of type URI: what it may not hold is written as percents. */
export const uri = (address: string): string =>
  withoutControls(address)
    .trim()
    .replaceAll(/\s/g, (blank) => encodeURIComponent(blank));
