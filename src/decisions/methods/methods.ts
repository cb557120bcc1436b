import { fold } from '../../kernel/text.js';
import { agreement } from './agreement.js';
import { choice } from './choice.js';
import { consent } from './consent.js';
import { type Counter, counter } from './counter.js';

/** Every way to count, by its name in a file. A new one is a file beside this one, and a line here. */
export const methods: Readonly<Record<string, Counter>> = {
  consent: counter(consent),
  agreement: counter(agreement),
  choice: counter(choice),
};

/** By name or alias, in any case, with or without accents. */
export function methodNamed(name: string): Counter | undefined {
  const folded = fold(name);
  if (Object.hasOwn(methods, folded)) return methods[folded];
  return Object.values(methods).find((method) => method.aliases.includes(folded));
}
