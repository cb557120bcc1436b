import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('adapters/web/style/base.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const colours = (source: string) =>
  Object.fromEntries(
    [...source.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['ground', 'surface', 'sunken', 'tint'].map((back) => ['ink', back, 4.5] as const),
  ...['ground', 'surface', 'sunken', 'tint'].map((back) => ['soft', back, 4.5] as const),
  ...['ground', 'surface'].map((back) => ['accent', back, 4.5] as const),
  ...['surface', 'danger-tint', 'ground'].map((back) => ['danger', back, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-deep', 4.5],
  // Edges of what one can press or fill in (WCAG 1.4.11).
  ['edge', 'surface', 3],
  ['edge', 'ground', 3],
];

test.each([
  ['light', colours(light)],
  ['dark', { ...colours(light), ...colours(dark) }],
])('the %s theme is readable', (_theme, theme) => {
  const weak = PAIRS.filter(([one, other, least]) => {
    const [a, b] = [theme[one], theme[other]];
    return a === undefined || b === undefined || ratio(a, b) < least;
  });
  expect(weak).toEqual([]);
});

test('initials are readable on every colour', () => {
  const hues = [...css.matchAll(/\.hue-\d+ \{\s*background: (#[0-9a-f]{6});/g)].map(
    ([, hex = '']) => hex,
  );
  expect(hues).toHaveLength(12);
  expect(hues.filter((hex) => ratio(hex, '#ffffff') < 4.5)).toEqual([]);
});
