import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, type Search, toWebSearch } from '../../../src/veille/rules/search.js';

/** A Thursday. */
const asked = { now: new Date('2026-03-05T11:00:00Z'), zone: 'Europe/Paris' };
const nothing: Search = {
  ...{ words: [], phrases: [], without: [], tags: [], notUnderstood: [] },
  ...{ theme: null, site: null, by: null, since: null, until: null, page: null },
};
const read = (line: string) => parseSearch(line, asked);

describe('a line that is looked for', () => {
  it.each<[string, Partial<Search>]>([
    ['', {}],
    ['semences paysannes', { words: ['semences', 'paysannes'] }],
    ['semences   thème:eau', { words: ['semences'], theme: 'eau' }],
    ['Thème : eau semences', { words: ['semences'], theme: 'eau' }],
    ['theme:"eau vive" prix', { words: ['prix'], theme: 'eau vive' }],
    [
      '"eau vive" « sols vivants » “seed law”',
      { phrases: ['eau vive', 'sols vivants', 'seed law'] },
    ],
    ['"eau"', { words: ['eau'] }],
    [
      'eau -pesticide -"brevet européen"',
      { words: ['eau'], without: ['pesticide', 'brevet européen'] },
    ],
    ['bien-être l’eau', { words: ['bien-être', 'l’eau'] }],
    ['site:reporterre.net par:Nadia eau', { words: ['eau'], site: 'reporterre.net', by: 'Nadia' }],
    ['or ou and', { words: ['or', 'ou', 'and'] }],
    [
      'eau depuis:toujours couleur:bleu',
      { words: ['eau'], notUnderstood: ['depuis:toujours', 'couleur:bleu'] },
    ],
    ['- " : eau', { words: ['eau'] }],
    [
      '#graines étiquette:jardin tag:"eau vive" eau',
      { words: ['eau'], tags: ['graines', 'jardin', 'eau vive'] },
    ],
    ['eau page:2', { words: ['eau'], page: 2 }],
    ['eau page:deux page:0', { words: ['eau'], notUnderstood: ['page:deux', 'page:0'] }],
    ['auteur:Nadia -#graines', { by: 'Nadia', without: ['graines'] }],
    ['https://a.example/p', { phrases: ['https a.example/p'] }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    ['depuis:mars', '2026-02-28T23:00Z', null],
    ['depuis : mars', '2026-02-28T23:00Z', null],
    ['depuis:avril', '2025-03-31T22:00Z', null],
    ['depuis:janv.', '2025-12-31T23:00Z', null],
    ['since:"march 2025"', '2025-02-28T23:00Z', null],
    ['depuis:août-2025', '2025-07-31T22:00Z', null],
    ['depuis:2025', '2024-12-31T23:00Z', null],
    ['depuis:2025-07', '2025-06-30T22:00Z', null],
    ['depuis:14/7/2025', '2025-07-13T22:00Z', null],
    ['depuis:lundi', '2026-03-01T23:00Z', null],
    ['since:thursday', '2026-03-04T23:00Z', null],
    ['depuis:vendredi', '2026-02-26T23:00Z', null],
    ['depuis:hier', '2026-03-03T23:00Z', null],
    ['depuis:semaine', '2026-03-01T23:00Z', null],
    ['depuis:15j', '2026-02-17T23:00Z', null],
    ['depuis:"3 mois"', '2025-12-04T23:00Z', null],
    ['depuis:avant-hier', '2026-03-02T23:00Z', null],
    ['depuis:le 12 octobre', '2025-10-11T22:00Z', null],
    ['depuis:3 mois', '2025-12-04T23:00Z', null],
    ['since:12 march 2025', '2025-03-11T23:00Z', null],
    ['avant:1er janvier depuis:12 octobre', '2025-10-11T22:00Z', '2025-12-31T23:00Z'],
    ['avant:mars', null, '2026-02-28T23:00Z'],
    ['jusqu’à:mars', null, '2026-03-31T22:00Z'],
    ['depuis:2025-10 jusqu’à:2025-10', '2025-09-30T22:00Z', '2025-10-31T23:00Z'],
  ])('%s', (line, since, until) => {
    const date = (text: string | null) => text && new Date(text);
    expect(read(line)).toEqual({ ...nothing, since: date(since), until: date(until) });
  });

  it.each([
    ['depuis:12 octobre semences', ['semences']],
    ['depuis:mars eau 2026', ['eau', '2026']],
    ['depuis:"mars" 2026', ['2026']],
    ['depuis:hier 3 fermes', ['3', 'fermes']],
  ])('the words after the date stay words: %s', (line, words) => {
    expect(read(line).words).toEqual(words);
    expect(read(line).since).not.toBeNull();
  });

  it.each(['2026-13', '2026-02-30', '31/4/2026', '0', 'j', 'jamais', '99999', '"'])(
    'depuis:%s names no day',
    (said) => {
      const { since, notUnderstood } = read(`depuis:${said}`);
      expect(since).toBeNull();
      expect(notUnderstood).toEqual([`depuis:${said}`]);
    },
  );
});

it('what goes to the database holds only words between quotes', () => {
  expect(toWebSearch(read('or "eau vive" -bleu -"brevet privé"'))).toEqual({
    wanted: '"or" "eau vive"',
    unwanted: '"bleu" or "brevet privé"',
  });
  const piece = fc.constantFrom(
    '"',
    '«',
    '»',
    '-',
    ':',
    'or',
    'theme:',
    "'",
    '\\',
    '!',
    '&',
    ' ',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join('')),
      ),
      (line) => {
        const search = read(line);
        const { wanted, unwanted } = toWebSearch(search);
        expect(`${wanted} or ${unwanted}`).toMatch(
          /^(?:(?:"[\p{L}\p{N}\p{M}'’@._/ -]+"| or )\s?)*$/u,
        );
        const all = [...search.words, ...search.phrases, ...search.without];
        expect(all.length).toBeLessThanOrEqual(20);
        for (const word of all) expect(word).toMatch(/[\p{L}\p{N}\p{M}]/u);
      },
    ),
  );
});
