import { describe, expect, it, test } from 'vitest';
import { GESTURES, may } from '../../src/mediation/policy.js';
import { candidates, loadsOf, namedIn } from '../../src/mediation/rules/choosing.js';
import { accept, ask, close, dueOf, pause } from '../../src/mediation/rules/course.js';
import { countryOf, numbersOf, speaksOfDanger } from '../../src/mediation/rules/emergency.js';
import { figuresOf } from '../../src/mediation/rules/figures.js';
import { countrySaid, pledgeOf } from '../../src/mediation/rules/pledge.js';
import { COUNTRIES, DEFAULT_PLEDGE, STATES } from '../../src/mediation/types.js';
import { mediator, member, NOW, person, request, STORY } from './people.js';

describe('whoever a request names', () => {
  const people = ['Nadia', 'Jean Dupont', 'Élodie', 'Li', 'Anne-Marie'].map(person);
  test.each([
    ['Jean Dupont me crie dessus', ['Jean Dupont']],
    ['C’est avec jean, surtout', ['Jean Dupont']],
    ['ELODIE ne répond plus', ['Élodie']],
    ['On a lu un livre', []],
    ['Li et Anne-Marie', ['Li', 'Anne-Marie']],
    ['La jeannette du jardin', []],
  ])('%s', (what, named) => {
    expect(namedIn({ ...STORY, what }, people)).toEqual(named);
    expect(namedIn({ ...STORY, aside: what }, people)).toEqual(named);
  });
});

describe('who may be asked', () => {
  const people = ['Nadia', 'Karim', 'Lou', 'Maya'].map(person);
  const pool = ['Karim', 'Lou', 'Maya'].map((name) => mediator(name));
  const able = (one = request(), more = {}) =>
    candidates(one, { pool, people, loads: new Map(), ...more }).map((each) => each.member);

  it('is neither the author, nor away, nor full, nor gone, nor asked before', () => {
    expect(able()).toEqual(['Karim', 'Lou', 'Maya']);
    expect(able(request({ requester: member('Lou') }))).toEqual(['Karim', 'Maya']);
    expect(able(ask(request(), member('Karim'), NOW))).toEqual(['Lou', 'Maya']);
    const away = [mediator('Karim', { available: false }), mediator('Lou', { capacity: 1 })];
    expect(able(request(), { pool: away, loads: new Map([['Lou', 1]]) })).toEqual([]);
    expect(able(request(), { people: people.slice(0, 2) })).toEqual(['Karim']);
  });

  it('comes in the order of language, then of how much they have in hand', () => {
    const loads = new Map([
      ['Karim', 2],
      ['Lou', 1],
    ]);
    expect(able(request(), { loads })).toEqual(['Maya', 'Lou', 'Karim']);
    const foreign = [mediator('Karim', { languages: ['en'] }), mediator('Lou')];
    expect(able(request(), { pool: foreign, loads })).toEqual(['Lou', 'Karim']);
    expect(able(request({ locale: 'en' }), { pool: foreign })).toEqual(['Karim', 'Lou']);
  });

  it('has in hand what they were asked, and what they accepted, and nothing that is over', () => {
    const asked = ask(request(), member('Karim'), NOW);
    const met = accept(asked, NOW);
    const over = [close(met, NOW), pause(met, 'recused', NOW)];
    expect(loadsOf([asked, met, ...over])).toEqual(new Map([['Karim', 2]]));
  });
});

it('what the time brings comes on a full hour, after what was promised', () => {
  const asked = ask(request(), member('Karim'), NOW);
  expect(dueOf(asked)).toEqual({ at: new Date('2026-11-23T11:00:00Z'), what: 'lapse' });
  const met = accept(asked, NOW);
  expect(dueOf(met)?.what).toBe('close');
  expect(dueOf(close(met, NOW))).toEqual({ at: new Date('2026-12-21T11:00:00Z'), what: 'erase' });
});

it('nothing is for strangers, and everything is for somebody', () => {
  for (const gesture of GESTURES) {
    for (const state of STATES) expect(may(gesture, 'stranger', state)).toBe(false);
    expect(
      STATES.some((state) =>
        (['requester', 'asked', 'mediator', 'invited', 'held', 'joined'] as const).some((part) =>
          may(gesture, part, state),
        ),
      ),
    ).toBe(true);
  }
});

describe('danger', () => {
  test.each([
    'J’ai peur, il m’a frappée',
    'Elle menace de me tuer',
    'des pensées suicidaires',
    'J’ai été violée',
    'il a un couteau',
    'He hit me yesterday',
    'I want to die',
    'she keeps threatening us',
    'JE SUIS EN DANGER',
  ])('is heard in: %s', (text) => expect(speaksOfDanger(text)).toBe(true));

  test.each([
    'Il ne range jamais le violon violet',
    'Un coup de main ne serait pas de trop',
    'We disagree about the budget',
    'Le charme de la réunion',
  ])('is not heard in: %s', (text) => expect(speaksOfDanger(text)).toBe(false));

  it('has numbers for each country, the one for everything first', () => {
    for (const country of COUNTRIES) {
      const numbers = numbersOf(country);
      expect(numbers[0]?.help, country).toBe('all');
      expect(numbers.length).toBeGreaterThan(2);
      for (const { number } of numbers) expect(number).toMatch(/^\d[\d -]*\d$/);
    }
    expect(numbersOf(null).map(({ number }) => number)).toEqual(['112']);
  });

  test.each([
    ['Europe/Paris', 'FR'],
    ['Indian/Reunion', 'FR'],
    ['America/Martinique', 'FR'],
    ['Europe/Brussels', 'BE'],
    ['Europe/Zurich', 'CH'],
    ['Europe/Luxembourg', 'LU'],
    ['America/Toronto', 'CA'],
    ['Europe/London', 'GB'],
    ['Europe/Dublin', 'IE'],
    ['America/New_York', 'US'],
    ['America/Indiana/Knox', 'US'],
    ['Africa/Dakar', null],
    ['UTC', null],
  ])('in %s is helped from %s', (zone, country) => expect(countryOf(zone)).toBe(country));
});

describe('numbers', () => {
  const counted = (asked: number, met: number) =>
    figuresOf(
      [
        { quarter: '2026-3', kind: 'asked', value: asked },
        { quarter: '2026-3', kind: 'met', value: met },
        { quarter: '2026-4', kind: 'asked', value: 50 },
      ],
      NOW,
    );
  test.each([
    [4, 4, null, null],
    [5, 5, 5, 5],
    [9, 5, 9, null],
    [10, 5, 10, 5],
    [12, 4, 12, null],
    [0, 0, null, null],
  ])('of %i asked and %i met show %s and %s', (asked, met, shown, both) => {
    expect(counted(asked, met)).toEqual([{ quarter: '2026-3', asked: shown, met: both }]);
  });
});

test.each([
  [undefined, DEFAULT_PLEDGE],
  [null, DEFAULT_PLEDGE],
  ['x', DEFAULT_PLEDGE],
  [{ answerHours: -1, keepDays: 1.5, contact: 3 }, DEFAULT_PLEDGE],
  [
    { answerHours: 5, keepDays: 7, contact: 'a' },
    { answerHours: 5, keepDays: 7, contact: 'a' },
  ],
])('a pledge is read whatever is kept: %j', (kept, pledge) => {
  expect(pledgeOf(kept)).toEqual(pledge);
  expect(countrySaid(kept)).toBeNull();
});
