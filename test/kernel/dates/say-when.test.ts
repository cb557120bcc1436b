import { describe, expect, it } from 'vitest';
import { type SaidWhen, sayWhen } from '../../../src/kernel/dates/say-when.js';

const say = (at: string, more: Partial<SaidWhen> = {}) => {
  const said: SaidWhen = {
    at: new Date(at),
    zone: 'Europe/Paris',
    locale: 'fr',
    allDay: false,
    durationMinutes: null,
    repetition: null,
    ...more,
  };
  return { fr: sayWhen(said), en: sayWhen({ ...said, locale: 'en' }) };
};

describe('a meeting shown back', () => {
  it('says the day, the hours and whose they are', () => {
    expect(say('2026-12-01T19:00Z', { durationMinutes: 90 })).toEqual({
      fr: 'mardi 1er décembre 2026 de 20\u00A0h à 21\u00A0h\u00A030, heure de Paris',
      en: 'Tuesday, 1 December 2026, 20:00–21:30, Paris time',
    });
    expect(say('2026-12-01T19:00Z', { zone: 'America/Montreal' })).toEqual({
      fr: 'mardi 1er décembre 2026 à 14\u00A0h, heure de Montréal',
      en: 'Tuesday, 1 December 2026, 14:00, Montreal time',
    });
  });

  it('ends with the repetition it is given', () => {
    const { fr } = say('2026-12-01T19:00Z', { durationMinutes: 90, repetition: 'chaque mardi' });
    expect(fr).toBe(
      'mardi 1er décembre 2026 de 20\u00A0h à 21\u00A0h\u00A030, heure de Paris, chaque mardi',
    );
  });

  it('leaves out a year that goes without saying', () => {
    const { fr } = say('2026-12-01T19:00Z', { now: new Date('2026-11-21T10:00Z') });
    expect(fr).toBe('mardi 1er décembre à 20\u00A0h, heure de Paris');
  });

  it('says whole days without a zone', () => {
    expect(say('2026-11-30T23:00Z', { allDay: true, durationMinutes: 1440 })).toEqual({
      fr: 'mardi 1er décembre 2026, toute la journée',
      en: 'Tuesday, 1 December 2026, all day',
    });
    expect(say('2027-07-02T22:00Z', { allDay: true, durationMinutes: 3 * 1440 })).toEqual({
      fr: 'du samedi 3 juillet 2027 au lundi 5 juillet 2027',
      en: 'from Saturday, 3 July 2027 to Monday, 5 July 2027',
    });
  });

  it('counts whole days by the calendar across a change of clocks', () => {
    const { fr } = say('2026-10-23T22:00Z', { allDay: true, durationMinutes: 3 * 1440 });
    expect(fr).toBe('du samedi 24 octobre 2026 au lundi 26 octobre 2026');
  });

  it('says both days of a long stretch, and not of an evening past midnight', () => {
    expect(say('2027-07-03T16:00Z', { durationMinutes: 42 * 60 })).toEqual({
      fr: 'du samedi 3 juillet 2027 à 18\u00A0h au lundi 5 juillet 2027 à 12\u00A0h, heure de Paris',
      en: 'from Saturday, 3 July 2027, 18:00, to Monday, 5 July 2027, 12:00, Paris time',
    });
    expect(say('2027-07-03T20:00Z', { durationMinutes: 180 }).fr).toBe(
      'samedi 3 juillet 2027 de 22\u00A0h à 1\u00A0h, heure de Paris',
    );
  });

  it('says which turn of an hour that comes twice', () => {
    expect(say('2026-10-25T00:30Z')).toEqual({
      fr: 'dimanche 25 octobre 2026 à 2\u00A0h\u00A030, heure d’été, heure de Paris',
      en: 'Sunday, 25 October 2026, 02:30, summer time, Paris time',
    });
    expect(say('2026-10-25T01:30Z').fr).toBe(
      'dimanche 25 octobre 2026 à 2\u00A0h\u00A030, heure d’hiver, heure de Paris',
    );
    expect(say('2026-10-25T00:30Z', { durationMinutes: 60 })).toEqual({
      fr: 'dimanche 25 octobre 2026 de 2\u00A0h\u00A030, heure d’été, à 2\u00A0h\u00A030, heure d’hiver, heure de Paris',
      en: 'Sunday, 25 October 2026, 02:30, summer time – 02:30, winter time, Paris time',
    });
  });
});
