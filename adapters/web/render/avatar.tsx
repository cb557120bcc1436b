import type { FC } from 'hono/jsx';

/** How many `.hue-N` the style has. */
const HUES = 12;

/** Initials in a colour of their own; the name stands beside, so it says nothing more. */
export const Avatar: FC<{ name: string }> = ({ name }) => (
  <span class={`avatar hue-${hueOf(name)}`} aria-hidden="true">
    {initials(name)}
  </span>
);

export const EccAvatar: FC = () => (
  <span class="avatar ecc" aria-hidden="true">
    ecc
  </span>
);

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .flatMap((word) => word.match(/\p{L}|\p{N}|\p{Extended_Pictographic}/u) ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase() || '?';

function hueOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % HUES;
}
