import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, suggestTheme } from '../../../src/veille/rules/theme-suggestion.js';

const choices = (theme: string, host: string, titles: readonly string[]): Choice[] =>
  titles.map((title) => ({ theme, host, title }));

const PAST: readonly Choice[] = [
  ...choices('eau', 'reporterre.net', [
    'La rivière retrouve son lit',
    'Mégabassines : le tribunal annule deux arrêtés',
    'Une commune rachète ses captages',
    'Sécheresse et partage des nappes',
  ]),
  ...choices('semences', 'jardin.example', ['Échanger ses semences paysannes']),
  ...choices('semences', 'graines.example', ['Maison des semences : mode d’emploi']),
  ...choices('semences', 'commons.example', ['Seed law in Europe', 'Semences libres, le retour']),
  ...choices('logiciels', 'blog.example', [
    'Un tableau libre',
    'Sortir des nuages',
    'Matrix pas à pas',
  ]),
  ...choices('eau', 'presse.example', ['Le prix de l’eau']),
  ...choices('semences', 'presse.example', ['Blé ancien, pain nouveau']),
  ...choices('logiciels', 'presse.example', ['Le libre à l’école']),
];

describe('a theme is suggested', () => {
  it('from where its links come from', () => {
    expect(suggestTheme(PAST, { host: 'reporterre.net', title: 'Un été sans pluie' })).toEqual({
      theme: 'eau',
      because: { type: 'host', host: 'reporterre.net', count: 4 },
    });
  });

  it('from its words, in any form', () => {
    expect(
      suggestTheme(PAST, { host: 'neuf.example', title: 'La SEMENCE, un bien commun' }),
    ).toEqual({
      theme: 'semences',
      because: { type: 'words', words: ['semence'], count: 3 },
    });
  });

  it.each([
    ['nothing is known', [], 'reporterre.net', 'Mégabassines'],
    ['nothing is alike', PAST, 'neuf.example', 'Un chat sur un toit'],
    ['only empty words are alike', PAST, 'neuf.example', 'Le pour et le contre des uns'],
    ['a site is about everything', PAST, 'presse.example', 'Vu hier'],
    ['one link is no habit', PAST, 'jardin.example', 'Une brouette'],
    ['a title is empty', PAST, 'neuf.example', ''],
  ])('never when %s', (_, past, host, title) => {
    expect(suggestTheme(past, { host, title })).toBeNull();
  });
});

it('what it says is true, whatever was chosen', () => {
  const word = fc.constantFrom('eau', 'rivière', 'semence', 'sol', 'pain', 'libre', 'code');
  const choice = fc.record({
    theme: fc.constantFrom('eau', 'semences', 'logiciels'),
    host: fc.constantFrom('a.example', 'b.example', 'c.example'),
    title: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
  });
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 30 }), choice, (past, link) => {
      const found = suggestTheme(past, link);
      if (found === null) return;
      const { theme, because } = found;
      const own = past.filter((one) => one.theme === theme);
      const alike = own.filter(({ host, title }) =>
        because.type === 'host'
          ? host === link.host
          : because.words.some((one) => title.split(' ').includes(one)),
      );
      expect(because.count).toBe(alike.length);
      expect(because.count).toBeGreaterThanOrEqual(3);
      expect(suggestTheme(past.toReversed(), link)).toEqual(found);
    }),
  );
});
