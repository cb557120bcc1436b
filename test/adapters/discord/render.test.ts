import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOf, renderFormCard, renderModal } from '../../../adapters/discord/render/form.js';
import { renderMessage } from '../../../adapters/discord/render/message.js';
import { bodyOf } from '../../../adapters/discord/speak.js';
import { button, select } from '../../../commands/view/build.js';
import { richText } from '../../../commands/view/markdown.js';
import type { Form, View } from '../../../commands/view/view.js';
import { modal } from '../../platforms/discord/shapes/components.js';
import { message } from '../../platforms/discord/shapes/message.js';
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

/** A message as Discord's own source: what its people's clients turn into a card. */
function source(card: View): string {
  const { embeds, components, files } = renderMessage(card, 'fr');
  const rows = components.map(({ components: all }) =>
    all
      .map((one) =>
        'options' in one
          ? `{${one.placeholder}: ${one.options.map(({ label }) => label).join(', ')}}`
          : `[${'label' in one ? one.label : ''}]`,
      )
      .join(' '),
  );
  return [
    ...embeds.flatMap(({ title, description }) => [title ? `# ${title}` : '', description ?? '']),
    ...files.map(({ name }) => `(${name})`),
    ...rows,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const faults = (card: View): unknown[] =>
  message.safeParse(JSON.parse(JSON.stringify(bodyOf(renderMessage(card, 'fr'))))).error?.issues ??
  [];

describe('cards, as Discord is given them', () => {
  test('a consent', () =>
    expect(source(consentCard(17, 'fr'))).toMatchInlineSnapshot(`
      "# 🌱 D-12 · Ouvrir l’atelier le samedi
      Proposé par Nadia. Consentement, 1er tour.
      À partir de janvier, l’atelier ouvre aussi le samedi de 10 h à 16 h, à deux bénévoles au moins.
      **Voix exprimées :** 17 sur 23
      ▰▰▰▰▰▰▰▱▱▱
      -# Règle : adoptée si personne ne maintient d’objection mercredi 25 novembre à 18 h (heure de Paris). 23 voix. Votes visibles de tous.
      [Je consens] [J’ai une objection] [Une question] [Règle du jeu]"
    `));
  test('an agreement', () =>
    expect(source(accordCard())).toMatchInlineSnapshot(`
      "# ⚖️ D-9 · Acheter une scie à ruban d’occasion
      Proposé par Élie. Accord, **quorum 10, seuil 2/3**.
      **Pour :** 12 voix sur 15, il en faut 10
      ▰▰▰▰▰▰▰▰▱▱
      **Contre :** 2 voix
      ▰▱▱▱▱▱▱▱▱▱
      **Quorum :** 15 sur 10, atteint
      ▰▰▰▰▰▰▰▰▰▰
      **Clôture :** demain à 18 h (heure de Paris)
      **Qui vote :** les 23 membres
      **Devis :** [scie.pdf](https://example.org/devis)
      -# Chacun·e voit qui a voté quoi. Un blocage demande une raison.
      [Pour] [Contre] [Je m’abstiens] [Je bloque]"
    `));
  test('a choice', () =>
    expect(source(choiceCard(true))).toMatchInlineSnapshot(`
    "# 🗳️ D-7 · Quel soir pour le cercle ?
    Une voix par personne. Clôture vendredi à midi.
    {Vos soirs possibles: Mardi, Jeudi, Dimanche}"
  `));
  test('a list', () =>
    expect(source(listView())).toMatchInlineSnapshot(`
    "# Décisions en cours
    - D-12 · Ouvrir l’atelier le samedi · Sorte : consentement · Clôture : mer. 25 nov. 18 h · Voix : 17
    - D-9 · Acheter une scie à ruban · Sorte : accord · Clôture : demain 18 h · Voix : 15
    - D-7 · Quel soir pour le cercle ? · Sorte : choix · Clôture : vendredi 12 h · Voix : 8
    (decisions.csv)"
  `));
  test('hostile text', () => {
    expect(source(hostileCard()).split('\n').slice(0, 6).join('\n')).toMatchInlineSnapshot(`
      "**\\<script>alert(1)\\</script> @​everyone &amp; "x" שלום مرحباxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx**
      \\<script>alert(1)\\</script> @​everyone &amp; "x" שלום مرحباpris au piège (javascript:alert(1))
      sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-sans-espace-
      \`\`\`
      <img src=x onerror=alert(1)>
      \`\`\`"
    `);
  });
  test('people’s Markdown', () => {
    const typed = [
      '# Titre',
      'Du **gras**, *de l’italique*, ~~du barré~~ et `du code`.',
      '- un\n- deux\n  1. dedans',
      '> cité',
      '[la page](https://example.org/a_(b)) et <https://example.org/x_y>, écrire à a@example.org',
      '```\ncode ``` fin\n```',
      '-# pas petit, <@1> <#2> ||pas caché||',
    ].join('\n\n');
    expect(
      source(view({ blocks: [{ type: 'rich', content: richText(typed) }] })),
    ).toMatchInlineSnapshot(`
      "**Titre**

      Du **gras**, *de l’italique*, ~~du barré~~ et \`du code\`.
      - un
      - deux
        1. dedans
      > cité
      [la page](https://example.org/a_%28b%29) et <https://example.org/x_y>, écrire à a@example.org
      \`\`\`
      code \`​\`​\` fin
      \`\`\`
      \\-# pas petit, \\<@​1> \\<#2> \\|\\|pas caché\\|\\|"
    `);
  });
});

test('any text at all under a title is accepted by Discord', () => {
  const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9000 });
  fc.assert(
    fc.property(anything, anything, (title, body) => {
      fc.pre(title.trim() !== '');
      const card = view({
        title: [title],
        blocks: [
          { type: 'rich', content: richText(body) },
          { type: 'note', content: [body] },
        ],
      });
      expect(faults(card)).toEqual([]);
    }),
    { numRuns: 60, examples: [[' x ', ' ']] },
  );
});

test('what does not fit is said, and attached whole', () => {
  const paragraphs = Array.from({ length: 400 }, (_, n) => text(`Le paragraphe numéro ${n}.`));
  const { embeds, files } = renderMessage(view({ title: ['Long'], blocks: paragraphs }), 'fr');
  expect(embeds.at(-1)?.description).toContain('texte-entier.txt');
  const whole = files[0]?.data.toString() ?? '';
  for (const n of [0, 199, 399]) expect(whole).toContain(`Le paragraphe numéro ${n}.`);
});

test('thirty options make two selects; twenty-seven gestures leave two said in words', () => {
  const options = Array.from({ length: 30 }, (_, n) => ({ value: `${n}`, label: `Option ${n}` }));
  const many = view({
    title: ['Choix'],
    actions: [
      select({ label: 'Choisir', act: { command: 'vote', args: {} }, param: 'v', options }),
    ],
  });
  expect(renderMessage(many, 'fr').components).toHaveLength(2);
  expect(faults(many)).toEqual([]);
  const gestures = Array.from({ length: 27 }, (_, n) =>
    button(`Geste ${n}`, { command: 'vote', args: { n: `${n}` } }),
  );
  const full = view({ title: ['Gestes'], actions: gestures });
  expect(faults(full)).toEqual([]);
  expect(source(full)).toContain('Geste 25, Geste 26');
});

describe('forms', () => {
  const fields = [
    field({ name: 'late', label: 'Facultatif', advanced: true }),
    ...['a', 'b', 'c', 'd'].map((name) => field({ name, label: name, required: true })),
    field({ name: 'e', label: 'Sorte', input: 'choice', options: [{ value: 'x', label: 'Un X' }] }),
    field({ name: 'f', label: 'Secret', input: 'flag', when: { name: 'e', values: ['x'] } }),
  ];
  const form: Form = {
    dialogue: '01932f6e-0000-7000-8000-000000000009',
    submit: 'Envoyer',
    fields,
  };
  const asked = {
    ...view({ title: ['Un titre bien trop long pour une fenêtre de Discord'] }),
    form,
  };

  test('go five by five, wrong ones first and seldom needed ones last', () => {
    const names = (one: Form) => pagesOf(one).map((page) => page.map(({ name }) => name).join(''));
    expect(names(form)).toEqual(['abcde', 'flate']);
    const wrong = fields.map((one) => (one.name === 'f' ? { ...one, fault: 'Oui ou non.' } : one));
    expect(names({ ...form, fields: wrong })).toEqual(['fabcd', 'elate']);
  });

  test('are windows that Discord accepts', () => {
    for (const page of [0, 1]) {
      const read = modal.safeParse(JSON.parse(JSON.stringify(renderModal(asked, page, 'fr'))));
      expect(read.error?.issues ?? []).toEqual([]);
    }
    expect(renderModal(asked, 2, 'fr')).toBeNull();
    expect(JSON.stringify(renderModal(asked, 1, 'fr'))).toContain('Sorte : Un X');
  });

  test('with faults, say them and offer to correct', () => {
    const wrong = fields.map((one) =>
      one.name === 'a' ? { ...one, fault: 'Il manque un mot.' } : one,
    );
    const card = renderFormCard({ ...asked, form: { ...form, fields: wrong } }, 'fr');
    expect(card.embeds[0]?.description).toContain('Il manque un mot.');
    expect(JSON.stringify(card.components)).toContain('Corriger');
  });
});
