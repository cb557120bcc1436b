import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId, ResourceId } from '../../../src/kernel/ids.js';
import { givingOf, holdsKey, pieceOf, publicKey } from '../../../src/veille/rules/giving.js';
import type { Resource, Share } from '../../../src/veille/types.js';

describe('an address that holds a key', () => {
  it.each([
    'https://exemple.org/flux?token=abc',
    'https://exemple.org/?a=1&access_token=abc',
    'https://exemple.org/?apiKey=abc',
    'https://exemple.org/?API_KEY=abc',
    'https://exemple.org/?api-key=abc',
    'https://exemple.org/?X-Amz-Signature=abc',
    'https://exemple.org/?sig=abc',
    'https://exemple.org/#access_token=abc',
    'https://ana:secret@exemple.org/',
    'https://ana@exemple.org/',
    'pas une adresse',
  ])('%s does', (address) => expect(holdsKey(address)).toBe(true));

  it.each([
    'https://exemple.org/',
    'https://exemple.org/?q=clé&page=2',
    'https://exemple.org/?monkey=1',
    'https://exemple.org/?design=1',
    'https://exemple.org/token/semences',
    'https://exemple.org/#key-findings',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UC123',
  ])('%s does not', (address) => expect(holdsKey(address)).toBe(false));
});

describe('what a community lets be read', () => {
  const careful = { public: 'pages', private: 'words' };
  it.each([
    [{}, careful],
    [{ veille: null }, careful],
    [{ veille: { giving: null } }, careful],
    [{ veille: { giving: { public: 'everything', private: 3 } } }, careful],
    [{ veille: { giving: { public: 'names' } } }, { public: 'names', private: 'words' }],
    [{ veille: { giving: { private: 'pages' } } }, { public: 'pages', private: 'pages' }],
  ])('%j', (settings, expected) => expect(givingOf(settings)).toEqual(expected));
});

it('a public address is always one that can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(publicKey(name, '0a1b2c3d')).toMatch(/^([a-z0-9]+(-+[a-z0-9]+)*-)?0a1b2c3d$/);
      expect(publicKey(name, '0a1b2c3d').length).toBeLessThanOrEqual(100);
    }),
  );
  expect(publicKey('L’eau & les forêts', '0a1b2c3d')).toBe('l-eau-les-forets-0a1b2c3d');
});

const resource: Resource = {
  ...{ id: 'r' as ResourceId, community: 'c' as Resource['community'], number: 1 },
  ...{ state: 'standing', address: 'https://exemple.org/a', theme: 'Eau', page: 'read' },
  ...{ fault: null, reason: '', mergedInto: null, promotedBy: null, image: null, author: '' },
  ...{ title: '', summary: '', publishedAt: null, language: null, text: 'Tout le texte' },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
};
const share = (member: string | null, why: string): Share => ({
  ...{ id: '', resource: resource.id, member: member as MemberId | null, why },
  ...{ follow: null, room: null, link: 'https://salon.exemple/42', at: new Date(0) },
});
const names = new Map([['m1', 'Nadia']]);
const known = { resource, tags: ['graines'], shares: [share('m1', 'Pour nous'), share('m2', '')] };

describe('a page as it is given', () => {
  it.each([
    ['pages', []],
    ['words', [{ who: null, why: 'Pour nous' }]],
    ['names', [{ who: 'Nadia', why: 'Pour nous' }]],
  ] as const)('%s', (shown, said) => {
    expect(pieceOf(known, shown, names).said).toEqual(said);
  });

  it('never says where it was talked about, nor what was read of the page for search', () => {
    for (const shown of ['pages', 'words', 'names'] as const) {
      const text = JSON.stringify(pieceOf(known, shown, names));
      expect(text).not.toMatch(/salon\.exemple|Tout le texte/);
    }
  });

  it('is called by its address when the page has no title', () => {
    expect(pieceOf(known, 'pages', names).title).toBe('exemple.org/a');
  });

  it('what only a feed brought was said by nobody', () => {
    expect(pieceOf({ ...known, shares: [share(null, '')] }, 'names', names).said).toEqual([]);
  });
});
