import type { Setting } from './setting.js';
import { SETTINGS } from './settings.js';

const WIDTH = 98;

/** `.env.example`, made from the table that checks the settings. */
export function envExample(): string {
  const all: Setting<unknown>[] = Object.values(SETTINGS);
  return [
    '# Les réglages d’ECC. Copier en .env, ôter le dièse de ce qui change.',
    '# The settings of ECC. Copy to .env, remove the hash from what changes.',
    ...all.flatMap(({ name, about, fallback }) => [
      '',
      ...comment(about.fr),
      ...comment(about.en),
      `# ${name}=${fallback ?? ''}`,
    ]),
    '',
  ].join('\n');
}

function comment(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/ /)) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${word}`;
    if (longer.length > WIDTH) lines.push(` ${word}`);
    else lines[last] = longer;
  }
  return lines.map((line) => `#${line}`);
}
