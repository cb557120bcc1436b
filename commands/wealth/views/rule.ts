import type { Locale } from '../../../src/kernel/locale.js';
import type { ContextRule } from '../../../src/wealth/types.js';
import { say } from '../../words/index.js';

/** The rule of the game of a context, in whole sentences. */
export function ruleText(rule: ContextRule, locale: Locale): string {
  const { validations, silence, silenceDays: days, sees } = rule;
  return [
    say(locale, 'wealth.rule.validations', { count: validations }),
    ...(validations > 0 ? [say(locale, `wealth.rule.silence.${silence}`, { days })] : []),
    say(locale, `wealth.rule.sees.${sees}`),
  ].join(' ');
}
