import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../src/veille/rules/search.js';
import {
  asksNothing,
  lineOf,
  looser,
  meantFor,
  mended,
  usedWords,
} from '../../../src/veille/rules/search-again.js';

const EN = { zone: 'Europe/Paris', locale: 'en' } as const;
const asked = { now: new Date('2026-03-05T11:00:00Z'), zone: EN.zone };
const read = (line: string) => parseSearch(line, asked);

describe('the line that asks for the same', () => {
  it.each([
    ['semences  «eau vive» -brevet', 'semences "eau vive" -"brevet"'],
    ['Thème : "eau vive" depuis:mars', 'theme:"eau vive" since:2026-03-01'],
    ['#graines par:Nadia jusqu’à:2025', 'tag:graines by:Nadia before:2026-01-01'],
  ])('%s', (line, same) => {
    expect(lineOf(read(line), EN)).toBe(same);
  });

  it('in French too', () => {
    const search = read('#graines theme:eau by:Zoé since:march before:2027');
    const line = 'étiquette:graines thème:eau par:Zoé depuis:2026-03-01 avant:2027-01-01';
    expect(lineOf(search, { ...EN, locale: 'fr' })).toBe(line);
    expect(read(line)).toEqual(search);
  });

  const piece = fc.constantFrom(
    ...[
      'eau',
      'l’eau',
      '"eau vive"',
      '«a "b" c»',
      '-sel',
      '-"a b"',
      '#graines',
      'tag:"a b"',
      ' : ',
    ],
    ...['theme:eau', 'thème:"eau vive"', 'site:a.example', 'par:Zoé', 'depuis:mars', '2026', '3'],
    ...['avant:12 octobre', 'depuis:"3 mois"', 'jusqu’à:2025', 'https://a.example/p?q=1', '"', '-'],
  );
  it('is read as what it was written from', () => {
    const lines = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join(' ')),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const { notUnderstood: _, ...search } = read(line);
        expect(read(lineOf(read(line), EN))).toEqual({
          ...search,
          page: null,
          notUnderstood: [],
        });
      }),
    );
  });
});

describe('when nothing is found', () => {
  it('less is asked for, the closest first', () => {
    const tries = looser(read('semences "eau vive" theme:eau par:Zoé depuis:mars'));
    expect(tries.map((one) => lineOf(one, EN))).toEqual([
      'semences "eau vive" theme:eau by:Zoé',
      'semences "eau vive" theme:eau since:2026-03-01',
      'semences "eau vive" by:Zoé since:2026-03-01',
      'semences eau vive theme:eau by:Zoé since:2026-03-01',
    ]);
    expect(looser(read('eau feu')).map((one) => lineOf(one, EN))).toEqual(['eau', 'feu']);
    expect(looser(read('eau'))).toEqual([]);
    expect(looser(read('depuis:mars'))).toEqual([]);
  });

  it('what is tried asks for something, and for something else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (line) => {
        for (const one of looser(read(line))) {
          expect(asksNothing(one)).toBe(false);
          expect(lineOf(one, EN)).not.toBe(lineOf(read(line), EN));
        }
      }),
    );
  });
});

describe('a misspelt word', () => {
  const used = usedWords([
    'Des semences paysannes',
    'Semences libres',
    'Le réseau des eaux',
    'Sels',
  ]);
  it.each([
    ['semenses', ['semences']],
    ['semances', ['semences']],
    ['paysanne', []],
    ['payzannes', ['paysannes']],
    ['resaeu', ['réseau']],
    ['resau', ['réseau']],
    ['eau', []],
    ['sele', ['sels']],
    ['xyz', []],
  ])('%s', (word, meant) => {
    expect(meantFor(word, used)).toEqual(meant);
  });

  it('is put right among the others', () => {
    expect(mended(read('semenses libres theme:eau'), used)).toEqual(
      read('semences libres theme:eau'),
    );
    expect(mended(read('semences libres'), used)).toBeNull();
  });

  it('is never put right by a word nobody used, nor by itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(fc.lorem()), (word, texts) => {
        const known = usedWords(texts);
        const written = [...known.values()].map((one) => one.written);
        for (const one of meantFor(word, known)) {
          expect(written).toContain(one);
          expect(one).not.toBe(word);
        }
      }),
    );
  });
});
