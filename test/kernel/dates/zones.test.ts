import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, suggestZones, zoneName } from '../../../src/kernel/dates/zones.js';

describe('isZone', () => {
  it.each([
    'Europe/Paris',
    'America/Montreal',
    'Indian/Reunion',
    'UTC',
    'Pacific/Apia',
    'Etc/GMT+3',
  ])('%s is one', (name) => {
    expect(isZone(name)).toBe(true);
  });
  it.each([
    '',
    'Paris',
    'europe/paris',
    'Europe/Nowhere',
    '+02:00',
    'UTC+2',
    'Europe/Paris ',
    '../etc',
  ])('%s is not', (name) => {
    expect(isZone(name)).toBe(false);
  });
});

describe('zoneName', () => {
  it.each([
    ['Europe/Paris', 'heure de Paris', 'Paris time'],
    ['America/Montreal', 'heure de Montréal', 'Montreal time'],
    ['Africa/Abidjan', 'heure d’Abidjan', 'Abidjan time'],
    ['Indian/Reunion', 'heure de La Réunion', 'Reunion time'],
    ['Africa/Cairo', 'heure du Caire', 'Cairo time'],
    ['America/New_York', 'heure de New York', 'New York time'],
    ['America/Argentina/La_Rioja', 'heure de La Rioja', 'La Rioja time'],
    ['UTC', 'UTC', 'UTC'],
    ['Etc/UTC', 'UTC', 'UTC'],
    ['Etc/GMT+3', 'UTC−3', 'GMT-3'],
    ['CET', 'CET', 'CET'],
  ])('%s', (zone, french, english) => {
    expect(zoneName(zone, 'fr')).toBe(french);
    expect(zoneName(zone, 'en')).toBe(english);
  });
});

describe('suggestZones', () => {
  it.each([
    ['paris', 'Europe/Paris'],
    ['montreal', 'America/Montreal'],
    ['Montréal', 'America/Montreal'],
    ['la réunion', 'Indian/Reunion'],
    ['reunion', 'Indian/Reunion'],
    ['bruxelles', 'Europe/Brussels'],
    ['Londres', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['new_y', 'America/New_York'],
    ['le caire', 'Africa/Cairo'],
    ['los an', 'America/Los_Angeles'],
    ['utc', 'UTC'],
    ['europe/par', 'Europe/Paris'],
    ['', 'Europe/Paris'],
  ])('%s', (typed, first) => {
    expect(suggestZones(typed)[0]).toBe(first);
  });

  it('gives at most 25 names, each a zone, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 2 })),
        (typed) => {
          const found = suggestZones(typed);
          expect(found.length).toBeLessThanOrEqual(25);
          expect(found.every(isZone)).toBe(true);
        },
      ),
    );
    expect(suggestZones('a').length).toBe(25);
    expect(suggestZones('xyzzy')).toEqual([]);
  });
});
