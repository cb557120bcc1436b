import type { Decision } from '../../src/decisions/types.js';
import { ok, refuse } from '../../src/kernel/result.js';
import type { Context } from '../registry/context.js';
import { type Param, param } from '../registry/param.js';

/** `12`, `D-12`, `d12`; `null` for anything else. */
export function readNumber(typed: string): number | null {
  const [, digits] = /^\s*(?:d\s*-?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
  return digits ? Number(digits) : null;
}

/** More than this are not looked for: they would not fit in a list. */
const ENOUGH = 25;

/** A decision by its short number: `12`, `D-12`, `d12`. Offers those asked for, the latest first. */
export const decisionNumber = (which: 'open' | 'ended' | 'any' = 'open'): Param<number> =>
  param<number>({
    closed: true,
    options: async (context) => {
      const open = which === 'ended' ? [] : await latest(context, false);
      const ended = which === 'open' ? [] : await latest(context, true);
      return [...open, ...ended].map(({ number, text }) => ({
        value: `D-${number}`,
        label: `D-${number} · ${text.title}`,
      }));
    },
    parse: async (typed) => {
      const number = readNumber(typed);
      return number === null ? refuse('not-a-decision', { typed }) : ok(number);
    },
  });

async function latest({ services, community }: Context, ended: boolean): Promise<Decision[]> {
  const found: Decision[] = [];
  for (;;) {
    const before = found.at(-1)?.number;
    const page = { ended, ...(before !== undefined && { before }) };
    const { decisions, more } = await services.decisions.list(community.id, page);
    found.push(...decisions);
    if (!more || found.length > ENOUGH) return found;
  }
}
