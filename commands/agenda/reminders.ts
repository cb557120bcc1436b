import { LIMITS } from '../../src/agenda/types.js';
import { understandLength } from '../../src/kernel/dates/understand-length.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import { type Param, param } from '../registry/param.js';

const NEVER = new Set(['aucun', 'jamais', 'non', '0', 'none', 'never', 'no']);
const DAY_BEFORE = new Set(['la veille', 'veille', 'the day before', 'day before']);
const MOST = 3;

/** How long before to remind: « la veille, 1 heure », or « aucun ». In minutes, the longest first. */
export const reminders = (): Param<readonly number[]> =>
  param<readonly number[]>({
    takes: 'words',
    parse: async (typed) => {
      if (NEVER.has(fold(typed))) return ok([]);
      const found: number[] = [];
      for (const part of typed.split(/,|;| et | and /)) {
        const said = fold(part).replace(/\s+(avant|before)$/, '');
        const minutes = DAY_BEFORE.has(said) ? 1440 : lengthOf(said);
        if (minutes === null || minutes > LIMITS.remindBefore) {
          return refuse('not-a-reminder', { typed: part.trim() });
        }
        found.push(minutes);
      }
      if (found.length > MOST) return refuse('too-many', { max: MOST, count: found.length });
      return ok([...new Set(found)].sort((a, b) => b - a));
    },
  });

function lengthOf(text: string): number | null {
  const read = understandLength({ text });
  return read.type === 'understood' ? read.minutes : null;
}
