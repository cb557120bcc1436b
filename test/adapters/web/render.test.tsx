import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeHref } from '../../../adapters/web/render/inline.js';
import { type Reader, renderMessage, renderReply } from '../../../adapters/web/render/message.js';
import type { WebMessage } from '../../../adapters/web/types.js';
import type { View } from '../../../commands/view/view.js';
import { localised } from '../../../src/kernel/locale.js';
import { proposal } from './support/registry.js';
import { button, choiceCard, field, listView, text, view } from './support/views.js';

const faults: unknown[] = [];
const reader = (locale: 'fr' | 'en' = 'fr'): Reader => ({
  locale,
  person: { userId: 'nadia', name: 'Nadia' },
  people: [
    { userId: 'nadia', name: 'Nadia' },
    { userId: 'elie', name: 'Élie' },
  ],
  offers: [{ command: 'decision.propose', label: 'Proposer une décision' }],
  spot: { roomId: 'playground', name: 'Atelier', apart: false, closed: false },
  apart: [],
  onFault: (fault) => faults.push(fault),
});

const message = (parts: Partial<WebMessage>): WebMessage => ({
  ...{ id: 'm1', position: 1n, onlyFor: null, author: null, text: null, view: null },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  ...parts,
});
const card = (shown: View) => renderReply(shown, 'r1', new Date(0), reader());
/** Every tag with the names of its attributes: all that is markup. */
const tags = (html: string) => html.replaceAll(/"[^"]*"/g, '').match(/<[^>]*>/g);

/** A view with the same words everywhere that words go. */
const everywhere = (words: string): View =>
  view({
    title: [words, { type: 'strong', children: [words] }],
    landmark: words,
    reference: words,
    blocks: [
      text(words, { type: 'link', href: 'https://example.org/', children: [words] }),
      { type: 'rich', content: [{ type: 'code', text: words }] },
      { type: 'note', content: [words] },
      { type: 'fields', fields: [{ label: words, value: [words] }] },
      {
        type: 'table',
        caption: words,
        columns: [{ label: words, align: 'end' }],
        rows: [[[words]]],
      },
      { type: 'progress', label: words, value: 1, max: 2, text: words },
      { type: 'image', alt: words, mediaType: 'image/png', data: new Uint8Array([1]) },
      { type: 'file', name: words, mediaType: words, text: words },
    ],
    actions: [button(words, { command: 'vote', args: {} })],
    form: {
      dialogue: words,
      submit: words,
      fields: [
        field({ name: 'a', label: words, help: words, value: words, fault: words }),
        field({ name: 'b', label: words, input: 'text', value: words, fault: words }),
        field({
          ...{ name: 'c', label: words, input: 'choice', required: true, fault: words },
          options: [{ value: words, label: words }],
          when: { name: 'a', values: [words] },
        }),
      ],
    },
  });

test('words never become markup, wherever they stand', () => {
  const plain = tags(card(everywhere('mot')));
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('<script>alert(1)</script>', '" onclick="x', "'><img src=x>", '</textarea><b>'),
  );
  fc.assert(
    fc.property(hostile, (words) => {
      expect(tags(card(everywhere(words)))).toEqual(plain);
    }),
  );
  expect(faults).toEqual([]);
});

test.each([
  ['https://example.org/a?b', true],
  ['http://example.org', true],
  ['mailto:nadia@example.org', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['\tjavascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  ['/relative', false],
])('the link %j is followed: %j', (href, followed) => {
  expect(safeHref(href) !== null).toBe(followed);
  const html = card(view({ blocks: [text({ type: 'link', href, children: ['ici'] })] }));
  expect(html.includes('rel="noopener noreferrer nofollow"')).toBe(followed);
  expect(html).toContain('ici');
});

test('web addresses typed in the room can be followed, without the full stop after them', () => {
  const html = renderMessage(
    message({ author: 'elie', text: 'voir (https://example.org/a_b?c=1). javascript:alert(1)' }),
    reader(),
  );
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://example.org/a_b?c=1"']);
});

test('each reads in their language, and the same content keeps its mark', () => {
  const shown = message({ view: localised((locale) => view({ title: [locale] })) });
  expect(renderMessage(shown, reader('fr'))).toContain('>fr</h2>');
  expect(renderMessage(shown, reader('en'))).toContain('>en</h2>');
  expect(renderMessage(shown, reader())).toBe(renderMessage({ ...shown }, reader()));
  const edited = { ...shown, view: localised(() => view({ title: ['fr', '!'] })) };
  const mark = (html: string) => /data-rev="([^"]+)"/.exec(html)?.[1];
  expect(mark(renderMessage(edited, reader()))).not.toBe(mark(renderMessage(shown, reader())));
});

test('a private message says so', () => {
  const parts = { view: localised(() => view({ title: ['Rappel'] })) };
  expect(renderMessage(message({ ...parts, onlyFor: 'nadia' }), reader())).toContain(
    'Visible par vous seul·e',
  );
  expect(renderMessage(message(parts), reader())).not.toContain('seul·e');
});

test('a card that cannot be drawn is a sentence, and is told', () => {
  const tooLong = { command: 'vote', args: { id: 'x'.repeat(200) } };
  expect(card(view({ actions: [button('Voter', tooLong)] }))).toContain('par notre faute');
  expect(faults).toHaveLength(1);
});

test('a form says what is needed, what is wrong and what can wait', () => {
  const html = card(proposal({ deadline: 'hier', kind: 'choice' }));
  expect(html).toMatch(
    /id="r1-f-title" [^>]*aria-describedby="[^"]*r1-f-title-fault"[^>]*aria-invalid="true"/,
  );
  expect(html).toContain(
    '<p id="r1-f-title-fault" class="fault" dir="auto">Il manque un titre.</p>',
  );
  expect(html).not.toContain('maxlength');
  expect(html).toMatch(/<details data-key="advanced">.*Votes secrets.*<\/details>/s);
  // Asked only for a choice, and a choice it is.
  expect(html).toMatch(/<div class="field" data-when-name="kind"/);
  expect(card(proposal({ kind: 'consent' }))).toMatch(
    /<div class="field" hidden="" data-when-name="kind"/,
  );
});

test('few options are buttons to tick, more are a list', () => {
  const options = Array.from({ length: 6 }, (_, index) => ({
    value: `${index}`,
    label: `o${index}`,
  }));
  const asked = (count: number, required: boolean) =>
    card(
      view({
        form: {
          dialogue: 'd',
          submit: 'ok',
          fields: [
            field({
              name: 'a',
              label: 'A',
              input: 'choice',
              required,
              options: options.slice(0, count),
            }),
          ],
        },
      }),
    );
  expect(asked(5, true).match(/type="radio"/g)).toHaveLength(5);
  expect(asked(5, false).match(/type="radio"/g)).toHaveLength(6);
  expect(asked(6, true).match(/<option/g)).toHaveLength(7);
});

test('tables, files and selects are what they say', () => {
  const html = card(listView());
  expect(html).toContain('aria-label="Décisions en cours, avec leur clôture"');
  expect(html.match(/<th scope="col"/g)).toHaveLength(4);
  const data = /href="data:text\/csv;charset=utf-8;base64,([^"]+)"/.exec(html)?.[1] ?? '';
  expect(Buffer.from(data, 'base64').toString()).toBe('a;b\n1;2\n');
  expect(card(choiceCard(false))).toContain('<option value="jeu">Jeudi</option>');
  expect(card(choiceCard(true)).match(/type="checkbox"/g)).toHaveLength(3);
});

test('a line that has known values offers them, and takes any other', () => {
  const options = [{ value: 'D-1', label: 'D-1 · Ouvrir le samedi' }];
  const form = {
    dialogue: 'd',
    submit: 'ok',
    fields: [field({ name: 'decision', label: 'Décision', options })],
  };
  const html = card(view({ form }));
  expect(html).toContain('list="r1-f-decision-list" autocomplete="on"');
  expect(html).toContain('<datalist id="r1-f-decision-list"><option value="D-1">D-1 · Ouvrir');
  expect(
    card(view({ form: { ...form, fields: [field({ name: 'title', label: 'Titre' })] } })),
  ).not.toContain('list');
});
