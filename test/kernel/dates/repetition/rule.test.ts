import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printRule, sameRule } from '../../../../src/kernel/dates/repetition/print.js';
import { parseRule } from '../../../../src/kernel/dates/repetition/read.js';
import { everyOne } from '../../../../src/kernel/dates/repetition/rule.js';

const printed = (text: string): string => {
  const read = parseRule(text);
  return read.ok ? printRule(read.value) : read.refusals.map(({ code }) => code).join();
};

describe('a rule', () => {
  it.each([
    ['freq=weekly;byday=th,tu', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ['RRULE:FREQ=DAILY;INTERVAL=1;', 'FREQ=DAILY'],
    ['BYDAY=-1FR,1TU;FREQ=MONTHLY', 'FREQ=MONTHLY;BYDAY=-1FR,1TU'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,1,15,-1', 'FREQ=MONTHLY;BYMONTHDAY=-1,1,15'],
    ['FREQ=MONTHLY;BYDAY=+2MO', 'FREQ=MONTHLY;BYDAY=2MO'],
    ['FREQ=DAILY;UNTIL=20270630', 'FREQ=DAILY;UNTIL=20270630'],
    ['FREQ=DAILY;UNTIL=20270630T200000', 'FREQ=DAILY;UNTIL=20270630T200000'],
    ['FREQ=DAILY;UNTIL=20270630T180000Z', 'FREQ=DAILY;UNTIL=20270630T180000Z'],
    ['FREQ=WEEKLY;WKST=SU', 'FREQ=WEEKLY'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    ['FREQ=YEARLY;BYWEEKNO=20;WKST=SU', 'FREQ=YEARLY;BYWEEKNO=20;WKST=SU'],
  ])('%s is written %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });

  it.each([
    ...[
      '',
      'FREQ',
      'FREQ=',
      'FREQ=NEVER',
      'FREQ=DAILY;FREQ=DAILY',
      'INTERVAL=2',
      'tous les mardis',
    ],
    ...['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'FREQ=DAILY;COUNT=0', 'FREQ=DAILY;COUNT=1e3'],
    ...['FREQ=DAILY;UNTIL=20270230', 'FREQ=DAILY;UNTIL=soon', 'FREQ=DAILY;BYHOUR=24'],
    ...['FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=MONTHLY;BYDAY=0TU'],
    ...[
      'FREQ=WEEKLY;BYDAY=LU',
      'FREQ=WEEKLY;BYDAY=',
      'FREQ=WEEKLY;WKST=XX',
      'FREQ=DAILY;INTERVAL=-1',
    ],
    `FREQ=DAILY;BYHOUR=${'1,'.repeat(9999)}1`,
  ])('%s cannot be read', (text) => {
    expect(printed(text)).toBe('rule-unreadable');
  });

  it.each([
    ...['FREQ=DAILY;BYEASTER=0', 'RSCALE=CHINESE;FREQ=YEARLY', 'FREQ=WEEKLY;BYMONTHDAY=3'],
    ...['FREQ=WEEKLY;BYDAY=1TU', 'FREQ=MONTHLY;BYWEEKNO=3', 'FREQ=DAILY;BYYEARDAY=3'],
    ...['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1TU', 'FREQ=HOURLY;BYSETPOS=1'],
  ])('%s is not supported', (text) => {
    expect(printed(text)).toBe('rule-unsupported');
  });

  it('is the same whatever its order, and not another', () => {
    const weekly = {
      ...everyOne('WEEKLY'),
      weekdays: [
        { weekday: 4, nth: null },
        { weekday: 2, nth: null },
      ],
    };
    const turned = { ...weekly, weekdays: weekly.weekdays.toReversed() };
    expect(sameRule(weekly, turned)).toBe(true);
    expect(sameRule(weekly, { ...weekly, interval: 2 })).toBe(false);
  });

  it('answers any text at once, and reads what it writes', () => {
    const words = fc.constantFrom(
      'FREQ=',
      'DAILY',
      ';',
      'BYDAY=',
      '-1',
      'TU',
      ',',
      'COUNT=',
      '9',
      'UNTIL=',
      'Z',
    );
    const some = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(some, (text) => {
        const once = printed(text);
        expect(once.startsWith('rule-') ? once : printed(once)).toBe(once);
      }),
    );
  });
});
