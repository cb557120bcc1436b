import type { Threshold } from '../../src/decisions/types.js';
import { MAJORITY } from '../../src/decisions/types.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import { type Param, param } from '../registry/param.js';

const WORDS: Readonly<Record<string, Threshold>> = {
  majorite: MAJORITY,
  majority: MAJORITY,
  moitie: MAJORITY,
  half: MAJORITY,
  unanimite: { numerator: 1, denominator: 1, strict: false },
  unanimity: { numerator: 1, denominator: 1, strict: false },
};

/** A threshold as people say it: majority, 2/3, 75 %, unanimity. */
export const share = (): Param<Threshold> =>
  param({
    takes: 'named',
    parse: async (typed) => {
      const known = WORDS[fold(typed)];
      if (known) return ok(known);
      const [, percent, top, bottom] =
        /^\s*(?:(\d{1,3})\s*%|(\d{1,3})\s*\/\s*(\d{1,3}))\s*$/u.exec(typed) ?? [];
      const numerator = Number(percent ?? top);
      const denominator = percent ? 100 : Number(bottom);
      return numerator > 0 && numerator <= denominator
        ? ok({ numerator, denominator, strict: false })
        : refuse('not-a-share', { typed });
    },
  });
