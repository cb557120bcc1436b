import { expect, it } from 'vitest';
import { pageAddress } from '../../../src/veille/rules/page-address.js';

it.each([
  ['https://a.example/p?ref=lettre', 'https://a.example/p', 'https://a.example/p'],
  ['https://m.a.example/p', 'https://www.a.example/eau/p', 'https://www.a.example/eau/p'],
  ['https://mobile.a.example/p', 'https://www.a.example/p', 'https://www.a.example/p'],
  ['http://a.example/p', 'https://a.example/p?utm_source=x', 'https://a.example/p'],
  ['https://a.example/?utm_source=x', 'https://a.example/', 'https://a.example/'],
  ['https://a.example/lire.php?id=4', 'https://a.example/article/4', 'https://a.example/article/4'],
  [
    'https://a.example/lire.php?id=4&x=1',
    'https://a.example/lire.php?id=4',
    'https://a.example/lire.php?id=4',
  ],
])('%s that says %s is %s', (answered, said, kept) => {
  expect(pageAddress(answered, said)).toBe(kept);
});

it.each([
  ['somebody else’s', 'https://a.example/p', 'https://b.example/p'],
  ['a neighbour’s', 'https://nadia.host.example/p', 'https://tom.host.example/p'],
  ['one that only ends alike', 'https://evila.example/p', 'https://a.example/p'],
  ['the home page', 'https://a.example/p', 'https://www.a.example/'],
  [
    'a program without its question',
    'https://a.example/lire.php?id=4',
    'https://a.example/lire.php',
  ],
  ['nothing', 'https://a.example/p', null],
  ['no address', 'https://a.example/p', 'javascript:alert(1)'],
])('a page that says %s keeps its own address', (_, answered, said) => {
  expect(pageAddress(answered, said)).toBe(answered);
});

it('what is no address is none', () => {
  expect(pageAddress('eau', 'https://a.example/')).toBeNull();
});
