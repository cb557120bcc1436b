import type { Env, Setting } from '../../config/setting.js';
import type { Locale, Localised } from '../../kernel/locale.js';
import type { NetworkReport } from '../check/network.js';
import { canBeWritten } from './env-text.js';
import type { Prompts } from './prompts.js';
import { setupWords } from './words.js';

/** Where the wizard is: what is known, and what it will write. */
export interface Desk {
  readonly prompts: Prompts;
  readonly locale: Locale;
  /** What ECC is told now: by the file and the environment. */
  readonly known: Env;
  readonly changes: Map<string, string>;
}

/** One way to connect a network. */
export interface Way {
  readonly name: string;
  /** How to get what is asked for. */
  readonly steps: Localised<readonly string[]>;
  readonly asks: readonly Setting<string>[];
  /** Tries the values, by setting. */
  readonly check: (typed: (setting: Setting<string>) => string) => Promise<NetworkReport>;
  /** Settings of another way, that cannot stay beside this one's. */
  readonly instead: readonly Setting<string>[];
}

/** Asks, tries, and asks again until it is right or left out. */
export async function fill(way: Way, desk: Desk): Promise<void> {
  const { prompts, locale, known, changes } = desk;
  const words = setupWords[locale];
  prompts.note(words.steps(way.name), way.steps[locale]);
  const values = new Map<string, string>();
  for (;;) {
    for (const setting of way.asks) {
      const before = values.get(setting.name) ?? (known[setting.name]?.trim() || null);
      values.set(setting.name, await askFor(setting, before, desk));
    }
    prompts.step(words.trying(way.name));
    const { findings } = await way.check(({ name }) => values.get(name) ?? '');
    for (const finding of findings) prompts.found(finding);
    if (!findings.some(({ state }) => state === 'wrong')) break;
    const again = [
      { value: true, label: words.correct },
      { value: false, label: words.skip },
    ];
    if (!(await prompts.one(words.whatNow, again, true))) return;
  }
  for (const [name, value] of values) {
    if (known[name]?.trim() !== value) changes.set(name, value);
  }
  for (const { name } of way.instead) {
    if (known[name]?.trim()) changes.set(name, '');
  }
}

function askFor(setting: Setting<string>, before: string | null, desk: Desk): Promise<string> {
  const { prompts, locale } = desk;
  const words = setupWords[locale];
  const { name, secret, expected, parse } = setting;
  const fault = (typed: string): string | null => {
    if (typed === '' || parse(typed) === undefined) return words.needs(expected[locale]);
    return canBeWritten(typed) ? null : words.unwritable;
  };
  const label = `${words.labels[name] ?? name} (${name})`;
  const message = secret && before !== null ? words.keep(label) : label;
  return prompts[secret ? 'secret' : 'text']({ message, known: before, fault });
}
