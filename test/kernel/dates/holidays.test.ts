import { expect, test } from 'vitest';
import { FEASTS, publicHolidays } from '../../../src/kernel/dates/holidays.js';

/** Of the Observatoire de Paris: Easter Mondays, the earliest and the latest there can be among them. */
test.each([
  [1913, '1913-03-24'],
  [1943, '1943-04-26'],
  [2008, '2008-03-24'],
  [2011, '2011-04-25'],
  [2024, '2024-04-01'],
  [2025, '2025-04-21'],
  [2026, '2026-04-06'],
  [2027, '2027-03-29'],
  [2028, '2028-04-17'],
  [2029, '2029-04-02'],
  [2030, '2030-04-22'],
  [2038, '2038-04-26'],
  [2049, '2049-04-19'],
  [2076, '2076-04-20'],
])('Easter Monday of %i is %s', (year, date) => {
  expect(FEASTS.easterMonday(year).toString()).toBe(date);
});

const days = (zone: string, year: number) =>
  publicHolidays(zone, year)
    ?.map(String)
    .map((day) => day.slice(5))
    .sort();

test('the eleven of France, and one more overseas', () => {
  expect(days('Europe/Paris', 2027)).toEqual([
    ...['01-01', '03-29', '05-01', '05-06', '05-08', '05-17'],
    ...['07-14', '08-15', '11-01', '11-11', '12-25'],
  ]);
  expect(days('Indian/Reunion', 2027)).toHaveLength(12);
  expect(days('Indian/Reunion', 2027)).toContain('12-20');
  expect(days('America/Martinique', 2027)).toContain('05-22');
});

test('those of elsewhere are not guessed', () => {
  expect(publicHolidays('America/Toronto', 2027)).toBeNull();
  expect(publicHolidays('UTC', 2027)).toBeNull();
});
