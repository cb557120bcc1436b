import { describe, expect, test } from 'vitest';
import { catalogues, type Key, rich, say } from '../../../commands/words/index.js';
import { LOCALES } from '../../../src/kernel/locale.js';
import { messageFaults, pairFaults } from './faults.js';
import { readMessage } from './message.js';

const keys = Object.keys(catalogues.fr) as Key[];

describe('the catalogues', () => {
  test('say the same things, with the same placeholders and tags', () => {
    expect(keys.length).toBeGreaterThan(300);
    expect(pairFaults(catalogues.fr, catalogues.en)).toEqual([]);
  });

  test.each(LOCALES)('are well written: %s', (locale) => {
    const faults = Object.entries(catalogues[locale]).flatMap(([key, source]) =>
      messageFaults(source, locale).map((fault) => `${key}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(LOCALES)('can be said and drawn, whatever the numbers: %s', (locale) => {
    for (const key of keys) {
      const { placeholders } = readMessage(catalogues[locale][key], locale);
      for (const count of [0, 1, 2, 1234]) {
        const fill = Object.fromEntries(
          [...placeholders].map(([name, { number, options }]) => [
            name,
            number ? count : (options[count % options.length] ?? 'Zoé'),
          ]),
        );
        expect(say(locale, key, fill), key).not.toMatch(/[{}]|<\/?[a-z]+>|undefined|\[object/);
        expect(rich(locale, key, fill).length, key).toBeGreaterThan(0);
        if (locale === 'fr') expect(say(locale, key, fill), key).not.toMatch(/ [:;?!»]|« /);
      }
    }
  });
});

describe('the comparison of two catalogues sees', () => {
  const compare = (fr: string, en: string) => pairFaults({ key: fr }, { key: en });

  test('nothing where the languages only build their sentences differently', () => {
    expect(
      compare(
        '<b>{name}</b> : {count, plural, one {# voix} other {# voix}}',
        '{count, plural, =0 {No vote} one {# vote} other {# votes}}, <b>{name}</b>',
      ),
    ).toEqual([]);
  });

  test.each([
    ['a placeholder that one lacks', 'À {at}', 'Now', '{at} only in fr'],
    [
      'one renamed inside a branch',
      '{n, plural, other {{who}}}',
      '{n, plural, other {{name}}}',
      '{who} only in fr',
    ],
    [
      'a number that is text elsewhere',
      '{n, number} jours',
      '{n} days',
      '{n} is a number only in fr',
    ],
    [
      'another choice of words',
      '{k, select, yes {a} other {b}}',
      '{k, select, no {a} other {b}}',
      '{k} selects differently',
    ],
    ['a tag that one lacks', '<b>Retirée</b>', 'Withdrawn', 'tags differ'],
    ['another tag', '<b>Retirée</b>', '<i>Withdrawn</i>', 'tags differ'],
    ['a tag said twice', '<c>/a</c> <c>/b</c>', '<c>/a</c>', 'tags differ'],
    [
      'a message that does not parse',
      '{n, plural, one {#}}',
      '{n, plural, one {#} other {#}}',
      'does not parse',
    ],
    ['an unclosed tag', '<b>Oui', '<b>Yes</b>', 'does not parse'],
  ])('%s', (_, fr, en, fault) => {
    expect(compare(fr, en)[0]).toContain(fault);
  });

  test('a key that one lacks', () => {
    expect(pairFaults({ a: 'Un', b: 'Deux' }, { a: 'One', c: 'Three' })).toEqual([
      'b: missing in en',
      'c: missing in fr',
    ]);
  });
});

describe('the reading of one message sees', () => {
  test.each([
    ['fr', ' ', 'empty'],
    ['fr', "l'atelier", 'straight apostrophe'],
    ['fr', 'Règle: {rule}', 'no space before'],
    ['fr', 'Règle\u00A0: {rule}', 'non-breaking space by hand'],
    ['fr', '«{title} »', 'no space after «'],
    ['fr', '« {title}»', 'no space before'],
    ['fr', '“{title}”', 'quotes'],
    ['fr', 'Une  fois', 'double space'],
    ['fr', 'Attendez...', 'three dots'],
    ['fr', 'Une fois ', 'space at an end'],
    ['fr', '<u>Oui</u>', 'unknown tag <u>'],
    ['fr', '{n, plural, zero {rien} one {#} other {#}}', 'zero is never taken'],
    ['fr', '{n, plural, other {#}}', 'plural without one'],
    ['fr', '{n, plural, one {# voix} other {# voix: tous}}', 'no space before'],
    ['en', 'The rule : {rule}', 'space before'],
    ['en', '« {title} »', 'quotes'],
  ] as const)('%s: %s', (locale, source, fault) => {
    expect(messageFaults(source, locale).join()).toContain(fault);
  });

  test('no fault in code, which has its own spelling', () => {
    expect(messageFaults('Par exemple : <c>/proposer date:demain</c>', 'fr')).toEqual([]);
  });
});
