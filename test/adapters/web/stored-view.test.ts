import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromStored, toStored } from '../../../adapters/web/stored-view.js';
import { localised } from '../../../src/kernel/locale.js';
import { text, view } from './support/views.js';

test('a view comes back as it was, bytes included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (words, data) => {
      const kept = words.replaceAll('\0', '');
      const card = localised((locale) =>
        view({
          title: [`${locale} ${kept}`],
          blocks: [text(kept), { type: 'image', alt: kept, mediaType: 'image/png', data }],
        }),
      );
      expect(fromStored(JSON.parse(JSON.stringify(toStored(card))))).toEqual(card);
    }),
  );
});

test('what PostgreSQL refuses in jsonb is not stored', () => {
  const card = localised(() => view({ title: ['a\0b\uD800c'] }));
  expect(fromStored(toStored(card)).fr.title).toEqual(['ab\uFFFDc']);
});
