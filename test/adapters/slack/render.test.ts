import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typed } from '../../../adapters/slack/read.js';
import { pagesOf } from '../../../adapters/slack/render/message.js';
import {
  fitsModal,
  formModal,
  resultModal,
  valuesOf,
} from '../../../adapters/slack/render/modal.js';
import { escaped, mrkdwn, unescaped } from '../../../adapters/slack/render/mrkdwn.js';
import { richText } from '../../../commands/view/markdown.js';
import type { View } from '../../../commands/view/view.js';
import { type AnyBlock, messageBlocks, modal } from '../../platforms/slack/kit.js';
import {
  actionsOf,
  inputsOf,
  labelOf,
  mrkdwnOf,
  notifiedBy,
  readBlocks,
} from '../../platforms/slack/reading.js';
import {
  accordCard,
  choiceCard,
  consentCard,
  field,
  hostileCard,
  listView,
  text,
  view,
} from '../web/support/views.js';
import { anyView, lineOf, words } from './support/any-view.js';

/** A message as one sees it, for a person who reads the snapshot. */
const seen = (blocks: readonly AnyBlock[]): string => {
  const controls = actionsOf(blocks).map((one) => `[${labelOf(one)}]`);
  return [readBlocks(blocks), controls.join(' ')].filter((line) => line !== '').join('\n');
};
const shown = (one: View): string =>
  pagesOf(one, 'fr')
    .map(({ text: notification, blocks }) => {
      messageBlocks.parse(blocks);
      return `${seen(blocks as AnyBlock[])}\n— notification : ${notification.replaceAll('\n', ' / ')}`;
    })
    .join('\n=== dans le fil ===\n')
    .replaceAll(/[\u00A0\u202F]/g, ' ');

describe('cards as people see them', () => {
  it.each([
    ['consent', consentCard(17, 'fr')],
    ['agreement', accordCard()],
    ['choice', choiceCard(true)],
    ['list', listView()],
    ['hostile', hostileCard()],
    [
      'markdown',
      view({
        title: ['Compte rendu'],
        blocks: [
          {
            type: 'rich',
            content: richText(
              'Un **gras** et un [lien](https://example.org).\n\n> cité\n> deux fois\n\n1. un\n   - dedans\n2. deux\n\n```\ncode <b>\n```\n\n~~barré~~ `x`',
            ),
          },
        ],
      }),
    ],
  ])('%s', (name, one) => {
    expect(shown(one)).toMatchSnapshot(name);
  });
});

describe('a form as a window', () => {
  const asked = view({
    title: ['Modifier une proposition ouverte'],
    blocks: [text('Les personnes qui ont voté verront la différence.')],
    form: {
      dialogue: 'd',
      submit: 'Publier le nouveau texte de la proposition',
      fields: [
        field({ name: 'name', label: 'Titre', required: true, value: 'Ouvrir', maxLength: 120 }),
        field({
          name: 'body',
          label: 'Proposition',
          input: 'text',
          value: 'mot '.repeat(1_500),
          maxLength: 8_000,
        }),
        field({
          name: 'kind',
          label: 'Méthode',
          input: 'choice',
          value: 'b',
          options: [
            { value: 'a', label: 'Accord' },
            { value: 'b', label: `Choix ${'très '.repeat(20)}long` },
          ],
        }),
        field({
          name: 'max',
          label: 'Combien',
          required: true,
          fault: 'Un nombre',
          when: { name: 'kind', values: ['a'] },
        }),
        field({
          name: 'secret',
          label: 'Vote secret',
          input: 'flag',
          value: 'oui',
          help: 'Personne ne voit qui vote quoi',
        }),
      ],
    },
  });
  const form = asked.form ?? expect.fail('no form');
  const window = formModal(asked, form, { metadata: '{}', locale: 'fr' });
  const blocks = modal.parse(window).blocks;

  it('holds what is asked, what is known and what is wrong', () => {
    const inputs = inputsOf(blocks).map(({ label, hint, optional, element }) =>
      [label.text, optional ? '(facultatif)' : '', element.type, hint?.text ?? ''].join(' | '),
    );
    const lines = [window.title.text, `→ ${window.submit?.text}`, seen(blocks), ...inputs];
    expect(lines.join('\n').replaceAll(/[\u00A0\u202F]/g, ' ')).toMatchSnapshot();
  });

  it('gives back what it holds when nothing is changed', () => {
    const state = Object.fromEntries(
      inputsOf(blocks).map(({ block_id = '', element }) => [
        block_id,
        {
          said:
            element.type === 'plain_text_input'
              ? { type: element.type, value: element.initial_value ?? null }
              : element.type === 'checkboxes'
                ? { type: element.type, selected_options: element.initial_options ?? [] }
                : element.type === 'file_input'
                  ? { type: element.type, files: [] }
                  : { type: element.type, selected_option: element.initial_option ?? null },
        },
      ]),
    );
    const expected = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    expect(valuesOf(state as Parameters<typeof valuesOf>[0], 'fr')).toEqual(expected);
  });
});

describe('any view at all', () => {
  it('passes the limits of messages and calls nobody', () => {
    fc.assert(
      fc.property(anyView, (one) => {
        for (const { text: notification, blocks } of pagesOf(one, 'fr')) {
          messageBlocks.parse(blocks);
          expect(notification.length).toBeLessThanOrEqual(4_000);
          expect(notifiedBy([notification, ...mrkdwnOf(blocks)])).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses no word on the way', () => {
    const word = fc.stringMatching(/^[a-z]{4,8}$/);
    const rich = fc.array(word, { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.array(rich, { minLength: 1, maxLength: 40 }), (paragraphs) => {
        const blocks = paragraphs.map((one) => text(one.join(' ')));
        const read = pagesOf(view({ title: ['t'], blocks }), 'fr').map((page) =>
          readBlocks(page.blocks as AnyBlock[]),
        );
        const all = read.join(' ').split(/\s+/);
        for (const one of paragraphs.flat()) expect(all).toContain(one);
      }),
      { numRuns: 20 },
    );
  });

  it('passes the limits of windows', () => {
    fc.assert(
      fc.property(anyView, (one) => {
        const window = resultModal(one, '', 'fr');
        if (fitsModal(one)) modal.parse(window);
      }),
      { numRuns: 60 },
    );
  });
});

describe('text', () => {
  it('goes out and comes back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (one) => unescaped(escaped(one)) === one),
    );
    fc.assert(fc.property(words, (one) => typed(escaped(one)) === one.trim()));
  });
  it('in small print cannot make a sequence of its own', () => {
    fc.assert(fc.property(lineOf, (line) => notifiedBy([mrkdwn(line)]).length === 0));
  });
  it('names people and channels as they are called', () => {
    expect(
      typed('<@U1|nadia> dans <#C1|atelier> voir <https://a.b/?c=1&amp;d|ici> &lt;b&gt; <!here>'),
    ).toBe('@nadia dans #atelier voir https://a.b/?c=1&d <b> @here');
  });
});

describe('a command in a sentence', () => {
  it.each([
    ['/décision proposer', '/decision proposer'],
    ['/ecc rôle', '/ecc rôle'],
    ['/voter', '/ecc voter'],
    ['/usr/bin', '/usr/bin'],
    ['/autre chose', '/autre chose'],
    ['decision', 'decision'],
  ])('%s is written as it is typed here', (said, typedAs) => {
    const code = { type: 'code', children: [said] } as const;
    const [page] = pagesOf(view({ title: [code], blocks: [text('Tapez ', code, '.')] }), 'fr');
    expect(readBlocks(page.blocks as AnyBlock[])).toBe(`${typedAs}\nTapez ${typedAs}.`);
  });
});
