import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CONTENT_BYTES, MAX_EVENT_BYTES } from '../../../adapters/matrix/limits.js';
import { render } from '../../../adapters/matrix/render/render.js';
import { button, marked, note, text, view } from '../../../commands/view/build.js';
import { richText } from '../../../commands/view/markdown.js';
import type { Action, View } from '../../../commands/view/view.js';
import { plain } from './play.js';

const reading = { locale: 'fr', direct: false, msgtype: 'm.text', words: ['décision'] } as const;

const vote = (secret: boolean): Action[] => [
  {
    ...marked('✅', button('Je consens', { command: 'decision.vote', args: { vote: 'consent' } })),
    ballot: { secret, undo: { command: 'decision.unvote', args: {} } },
  },
];

const card = (parts: Partial<View> = {}): View =>
  view({
    title: ['D-12 · Ouvrir l’atelier le samedi'],
    landmark: '🗳️',
    audience: 'room',
    blocks: [
      note('Proposé par Nadia. Consentement, 1er tour.'),
      { type: 'rich', content: richText('À partir de **janvier** :\n\n- 10 h\n- 16 h\n\n> deux') },
      { type: 'fields', fields: [{ label: 'Clôture', value: ['mercredi 18 h'] }] },
      {
        ...{ type: 'table', caption: 'Les votes', rows: [[['Nadia'], ['consent']]] },
        columns: [
          { label: 'Membre', align: 'start' },
          { label: 'Voix', align: 'start' },
        ],
      },
      { type: 'progress', label: 'Voix', value: 3, max: 10, text: '3 voix sur 10' },
      text('Pour rouvrir : /décision proposer, voir https://ecc.example/décision.'),
    ],
    actions: [
      ...vote(false),
      marked('❓', button('Une question', { command: 'decision.question', args: {} })),
      { type: 'link', label: 'Le fichier', href: 'https://ecc.example/d-12' },
    ],
    ...parts,
  });

test('a card reads well without HTML, and with it', () => {
  const { pages } = render(card(), reading);
  expect(plain(String(pages[0]?.body))).toMatchInlineSnapshot(`
    "🗳️ D-12 · Ouvrir l’atelier le samedi

    Proposé par Nadia. Consentement, 1er tour.

    À partir de janvier :

    • 10 h
    • 16 h

    > deux

    Clôture : mercredi 18 h

    Les votes :
    • Nadia : consent

    ▰▰▰▱▱▱▱▱▱▱ 3 voix sur 10

    Pour rouvrir : !décision proposer, voir https://ecc.example/décision.

    ✅ Je consens

    Réagissez avec l’un de ces signes ; retirez votre réaction pour reprendre votre voix.

    Aussi : ❓ Une question

    Le fichier : https://ecc.example/d-12"
  `);
  expect(plain(String(pages[0]?.formatted_body)).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<h4>🗳️ D-12 · Ouvrir l’atelier le samedi</h4>
    <p>
    <em>Proposé par Nadia. Consentement, 1er tour.</em>
    </p>
    <p>À partir de <strong>janvier</strong> :</p>
    <ul>
    <li>10 h</li>
    <li>16 h</li>
    </ul>
    <blockquote>
    <p>deux</p>
    </blockquote>
    <p>
    <strong>Clôture</strong> mercredi 18 h</p>
    <p>
    <strong>Les votes</strong>
    </p>
    <table>
    <thead>
    <tr>
    <th>Membre</th>
    <th>Voix</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>Nadia</td>
    <td>consent</td>
    </tr>
    </tbody>
    </table>
    <p>▰▰▰▱▱▱▱▱▱▱ 3 voix sur 10</p>
    <p>Pour rouvrir : !décision proposer, voir https://ecc.example/décision.</p>
    <p>✅ Je consens</p>
    <p>
    <em>Réagissez avec l’un de ces signes ; retirez votre réaction pour reprendre votre voix.</em>
    </p>
    <p>Aussi : ❓ Une question</p>
    <p>
    <a href="https://ecc.example/d-12">Le fichier</a>
    </p>"
  `);
  expect(pages[0]?.['m.mentions']).toEqual({});
});

test('a secret ballot is not offered before others, and is to one person alone', () => {
  const shown = card({ actions: vote(true) });
  const room = render(shown, reading);
  expect(room.gestures.open).toEqual([]);
  expect(String(room.pages[0]?.body)).toContain('🔐');
  expect(String(room.pages[0]?.body)).not.toContain('Je consens');
  const alone = render(shown, { ...reading, direct: true });
  expect(alone.gestures.open.map(({ emoji }) => emoji)).toEqual(['✅']);
});

const MARKUP =
  /<(?!\/?(?:h4|p|em|strong|del|br|a|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td)\b)/;

test('people’s text is only text, whatever it holds', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '<script>',
      '@room',
      '</p><img src=x onerror=1>',
      '[a](javascript:x)',
      '&lt;b>',
    ),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), (parts) => {
      const said = parts.join(' ');
      const shown = card({ title: [said], blocks: [{ type: 'rich', content: richText(said) }] });
      for (const page of render(shown, reading).pages) {
        expect(String(page.formatted_body)).not.toMatch(MARKUP);
        expect(String(page.formatted_body)).not.toMatch(/href="(?!https?:|mailto:)/);
        expect(`${page.body}${page.formatted_body}`).not.toMatch(/@room\b/i);
      }
    }),
  );
});

test('what is long has pages, each within the limits, with nothing missing', () => {
  const words = Array.from({ length: 30_000 }, (_, index) => `mot${index}`);
  const rows = Array.from({ length: 3_000 }, (_, index) => [[`Nom${index}`], ['“é&<é”'.repeat(3)]]);
  const shown = card({
    blocks: [
      text(words.join(' ')),
      {
        ...{ type: 'table', caption: 'Les votes', rows },
        columns: [
          { label: 'Membre', align: 'start' },
          { label: 'Voix', align: 'start' },
        ],
      },
    ],
  });
  const { pages } = render(shown, reading);
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    const bytes = Buffer.byteLength(JSON.stringify(page));
    expect(bytes).toBeLessThan(MAX_CONTENT_BYTES);
    expect(bytes * (4 / 3)).toBeLessThan(MAX_EVENT_BYTES);
  }
  const all = pages.map(({ body }) => String(body)).join('');
  expect(all.match(/Nom\d+/g)).toHaveLength(rows.length);
  expect(all.replaceAll(/\s|🗳.*?\)/gu, '')).toContain('mot29999');
  expect(String(pages.at(-1)?.body)).toContain('✅ Je consens');
});
