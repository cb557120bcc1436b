import type { Picked } from '../../src/agenda/rules/polls.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { type Param, param } from '../registry/param.js';
import { when } from './when.js';

/** What one date is: where it begins, and for how long if that was said. */
interface Proposed {
  readonly start: string;
  readonly minutes: number | null;
}

/** Several dates in words, one a line or separated by semicolons or commas. */
export const dates = (): Param<readonly Proposed[]> =>
  param<readonly Proposed[]>({
    input: 'text',
    takes: 'words',
    maxLength: 2000,
    parse: async (typed, context) => {
      const separator = /[\n;|]/.test(typed) ? /[\n;|]/ : /,/;
      const found: Proposed[] = [];
      for (const part of typed.split(separator).filter((one) => one.trim() !== '')) {
        const read = await when().parse(part.trim(), context);
        if (!read.ok) return read;
        if (read.value.rule !== null) return refuse('slot-repeats', { typed: part.trim() });
        found.push(read.value);
      }
      return ok(found);
    },
  });

/**
 * Which dates suit: `1, 3` are those and no others, as a select with several gives them; `+2` is
 * one more, `-2` one less.
 */
export const picks = (): Param<Picked> =>
  param<Picked>({
    ...places(),
    parse: async (typed, context) => {
      const [, sign = '', rest = ''] = /^\s*([+-]?)(.*)$/s.exec(typed) ?? [];
      const read = await places().parse(rest, context);
      const how = sign === '+' ? 'also' : sign === '-' ? 'not' : 'only';
      return read.ok ? ok({ how, places: read.value }) : read;
    },
  });

/** Numbers of dates, as a select gives them or as they are typed: `1, 3`; « aucune » is none. */
const places = (): Param<readonly number[]> =>
  param<readonly number[]>({
    takes: 'words',
    parse: async (typed) => {
      if (/^\s*(aucune?|none|0)\s*$/i.test(typed)) return ok([]);
      const all = typed.split(/[\s,;]+/).filter((one) => one !== '');
      const wrong = all.find((one) => !/^\d{1,2}$/.test(one));
      return wrong === undefined ? ok(all.map(Number)) : refuse('not-a-slot', { typed: wrong });
    },
  });
