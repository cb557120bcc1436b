import type { Act, Action, Block, Field, Inline, View } from '../../../../commands/view/view.js';
import type { CommunityId } from '../../../../src/kernel/ids.js';

export const COMMUNITY = '01932f6e-0000-7000-8000-000000000001' as CommunityId;

export const view = (parts: Partial<View>): View => ({
  community: COMMUNITY,
  title: [],
  landmark: '',
  blocks: [],
  actions: [],
  form: null,
  audience: 'room',
  reference: '',
  ...parts,
});

export const text = (...children: readonly Inline[]): Block => ({
  type: 'rich',
  content: [{ type: 'paragraph', children }],
});

export const button = (
  label: string,
  act: Act,
  style: 'primary' | 'plain' | 'danger' = 'plain',
): Action => ({ type: 'button', label, act, style });

export const field = (parts: Partial<Field> & Pick<Field, 'name' | 'label'>): Field => ({
  help: '',
  input: 'line',
  options: [],
  value: '',
  required: false,
  advanced: false,
  maxLength: 200,
  fault: '',
  when: null,
  ...parts,
});

const fr = (locale: string, french: string, english: string) =>
  locale === 'fr' ? french : english;

/** A proposal by consent, as the voice of ECC has it. */
export const consentCard = (consents: number, locale: string): View =>
  view({
    title: [
      fr(locale, 'D-12 · Ouvrir l’atelier le samedi', 'D-12 · Open the workshop on Saturdays'),
    ],
    landmark: '🌱',
    reference: 'D-12',
    blocks: [
      text(
        fr(
          locale,
          'Proposé par Nadia. Consentement, 1er tour.',
          'Proposed by Nadia. Consent, first round.',
        ),
      ),
      text(
        fr(
          locale,
          'À partir de janvier, l’atelier ouvre aussi le samedi de 10 h à 16 h, à deux bénévoles au moins.',
          'From January, the workshop also opens on Saturdays from 10 to 4, with two volunteers at least.',
        ),
      ),
      {
        type: 'progress',
        label: fr(locale, 'Voix exprimées', 'Votes cast'),
        value: consents,
        max: 23,
        text: fr(locale, `${consents} sur 23`, `${consents} of 23`),
      },
      {
        type: 'note',
        content: [
          fr(
            locale,
            'Règle : adoptée si personne ne maintient d’objection mercredi 25 novembre à 18 h (heure de Paris). 23 voix. Votes visibles de tous.',
            'Rule: adopted if nobody maintains an objection on Wednesday 25 November at 6 pm (Paris time). 23 votes. Everybody sees the votes.',
          ),
        ],
      },
    ],
    actions: [
      button(
        fr(locale, 'Je consens', 'I consent'),
        { command: 'vote', args: { id: '12', v: 'consent' } },
        'primary',
      ),
      button(fr(locale, 'J’ai une objection', 'I object'), {
        command: 'objection',
        args: { id: '12' },
      }),
      button(fr(locale, 'Une question', 'A question'), { command: 'question', args: { id: '12' } }),
      button(fr(locale, 'Règle du jeu', 'Rule'), { command: 'rule', args: { id: '12' } }),
    ],
  });

export const accordCard = (): View =>
  view({
    title: ['D-9 · Acheter une scie à ruban d’occasion'],
    landmark: '⚖️',
    reference: 'D-9',
    blocks: [
      text(
        'Proposé par Élie. Accord, ',
        { type: 'strong', children: ['quorum 10, seuil 2/3'] },
        '.',
      ),
      {
        type: 'progress',
        label: 'Pour',
        value: 12,
        max: 15,
        text: '12 voix sur 15, il en faut 10',
      },
      { type: 'progress', label: 'Contre', value: 2, max: 15, text: '2 voix' },
      { type: 'progress', label: 'Quorum', value: 15, max: 10, text: '15 sur 10, atteint' },
      {
        type: 'fields',
        fields: [
          { label: 'Clôture', value: ['demain à 18 h (heure de Paris)'] },
          { label: 'Qui vote', value: ['les 23 membres'] },
          {
            label: 'Devis',
            value: [{ type: 'link', href: 'https://example.org/devis', children: ['scie.pdf'] }],
          },
        ],
      },
      { type: 'note', content: ['Chacun·e voit qui a voté quoi. Un blocage demande une raison.'] },
    ],
    actions: [
      button('Pour', { command: 'vote', args: { id: '9', v: 'yes' } }, 'primary'),
      button('Contre', { command: 'vote', args: { id: '9', v: 'no' } }),
      button('Je m’abstiens', { command: 'vote', args: { id: '9', v: 'abstain' } }),
      button('Je bloque', { command: 'vote', args: { id: '9', v: 'block' } }, 'danger'),
    ],
  });

export const choiceCard = (multiple: boolean): View =>
  view({
    title: ['D-7 · Quel soir pour le cercle ?'],
    landmark: '🗳️',
    reference: 'D-7',
    blocks: [text('Une voix par personne. Clôture vendredi à midi.')],
    actions: [
      {
        type: 'select',
        label: multiple ? 'Vos soirs possibles' : 'Votre choix',
        act: { command: 'vote', args: { id: '7' } },
        param: 'option',
        multiple,
        options: [
          { value: 'mar', label: 'Mardi' },
          { value: 'jeu', label: 'Jeudi' },
          { value: 'dim', label: 'Dimanche' },
        ],
      },
    ],
  });

export const listView = (): View =>
  view({
    audience: 'only-you',
    title: ['Décisions en cours'],
    blocks: [
      {
        type: 'table',
        caption: 'Décisions en cours, avec leur clôture',
        columns: [
          { label: 'Décision', align: 'start' },
          { label: 'Sorte', align: 'start' },
          { label: 'Clôture', align: 'start' },
          { label: 'Voix', align: 'end' },
        ],
        rows: [
          [['D-12 · Ouvrir l’atelier le samedi'], ['consentement'], ['mer. 25 nov. 18 h'], ['17']],
          [['D-9 · Acheter une scie à ruban'], ['accord'], ['demain 18 h'], ['15']],
          [['D-7 · Quel soir pour le cercle ?'], ['choix'], ['vendredi 12 h'], ['8']],
        ],
      },
      { type: 'file', name: 'décisions.csv', mediaType: 'text/csv', text: 'a;b\n1;2\n' },
    ],
  });

const HOSTILE =
  '<script>alert(1)</script> @everyone &amp; "x" \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627';

export const hostileCard = (): View =>
  view({
    title: [HOSTILE, 'x'.repeat(300)],
    blocks: [
      text(HOSTILE, { type: 'link', href: 'javascript:alert(1)', children: ['pris au piège'] }),
      text('sans-espace-'.repeat(60)),
      { type: 'rich', content: [{ type: 'code', text: '<img src=x onerror=alert(1)>' }] },
    ],
    actions: [
      button(`${HOSTILE}" onclick="alert(1)`, {
        command: 'vote',
        args: { x: HOSTILE.slice(0, 8) },
      }),
    ],
  });
