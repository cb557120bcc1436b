import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { wizard } from '../../../src/cli/setup/wizard.js';
import type { Locale } from '../../../src/kernel/locale.js';

export const KEYS = { enter: '\r', space: ' ', down: '\u001B[B', leave: '\u0003', clear: '\u0015' };

/** What is waited for on the screen, then what is typed. */
export type Typed = readonly [seen: string, keys: string];

const LOOK_EVERY_MS = 10;
const WITHIN_MS = 60_000;

/** Goes through the wizard as a person at a terminal would; gives what it printed. */
export async function atTerminal(
  parts: { path: string; env?: Readonly<Record<string, string>>; locale?: Locale },
  typed: readonly Typed[],
): Promise<{ code: number; screen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = '';
  output.on('data', (text: Buffer) => {
    printed += text.toString('utf8');
  });
  const screen = (): string => stripVTControlCharacters(printed).replaceAll(/[\u00A0\u202F]/g, ' ');
  let code: number | null = null;
  const over = wizard({ input, output, env: {}, locale: 'fr', ...parts }).then((given) => {
    code = given;
  });
  const going = (async () => {
    let from = 0;
    for (const [seen, keys] of typed) {
      for (const began = Date.now(); !screen().slice(from).includes(seen); ) {
        if (code !== null) throw new Error(`it ended before “${seen}”:\n${screen()}`);
        if (Date.now() - began > WITHIN_MS) throw new Error(`no “${seen}” in:\n${screen()}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      from = screen().indexOf(seen, from) + seen.length;
      for (const [index, part] of keys.split(KEYS.down).entries()) {
        if (index > 0) input.write(KEYS.down);
        if (part !== '') input.write(part);
      }
    }
  })();
  await Promise.all([going, over]);
  return { code: code ?? -1, screen: screen() };
}
