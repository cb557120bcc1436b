import type { Person } from '../../../../adapters/web/types.js';
import type { Invocation, Registry, Suggestion } from '../../../../commands/registry/invocation.js';
import type { View } from '../../../../commands/view/view.js';
import { button, field, listView, text, view } from './views.js';

const COMMANDS = [
  ['décision proposer', 'Proposer une décision au salon'],
  ['décision liste', 'Les décisions en cours'],
  ['ecc', 'Ce qu’ECC sait faire ici'],
  ['ecc moi', 'Votre place dans la communauté'],
] as const;

/** Answers as the real one would, from memory, and keeps what it was asked. */
export class StandInRegistry implements Registry {
  readonly asked: Invocation[] = [];
  readonly people: Person[] = [];
  readonly completed: string[] = [];
  /** Held back until released, to stop the server in the middle. */
  hold: Promise<void> = Promise.resolve();
  /** Resolved once something has been asked. */
  readonly reached: Promise<void>;
  #reach = () => {};
  onVote: (invocation: Invocation) => Promise<void> = async () => {};

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
  }

  readonly surface = [
    {
      ...{ id: 'propose', params: [], onPerson: null },
      names: { fr: ['décision proposer'], en: ['decision propose'] },
      help: { fr: 'Proposer', en: 'Propose' },
      onMessage: { fr: 'Proposer une décision', en: 'Propose a decision' },
    },
  ];

  async offer() {
    return [];
  }

  async heeds() {
    return null;
  }

  async arrive({ speaker }: Parameters<Registry['arrive']>[0]): Promise<void> {
    this.people.push(speaker);
  }

  async complete({
    text: line,
  }: Parameters<Registry['complete']>[0]): Promise<readonly Suggestion[]> {
    this.completed.push(line);
    return COMMANDS.filter(([name]) => name.startsWith(line.trim()) && name !== line.trim()).map(
      ([name, help]) => ({ insert: `${name} `, label: name, help }),
    );
  }

  async dispatch(invocation: Invocation): Promise<View> {
    this.#reach();
    await this.hold;
    const again = this.asked.some(({ eventId }) => eventId === invocation.eventId);
    this.asked.push(invocation);
    const { request } = invocation;
    if (request.type === 'form') return this.form(request.values);
    if (request.type === 'line') return this.line(request.text.trim());
    if (request.type !== 'act') return proposal({});
    if (request.act.command === 'objection' || request.act.command === 'propose')
      return proposal({});
    if (request.act.command === 'vote' && !again) await this.onVote(invocation);
    return only('C’est noté : vous consentez. Vous pouvez changer d’avis jusqu’à mercredi 18 h.');
  }

  private line(line: string): View {
    if (line.startsWith('décision proposer')) return proposal({});
    if (line.startsWith('décision liste')) return listView();
    if (line.startsWith('ecc')) {
      return view({
        audience: 'only-you',
        title: ['Ce que vous pouvez faire ici'],
        blocks: [
          {
            type: 'rich',
            content: [
              {
                type: 'list',
                ordered: false,
                items: [
                  [
                    {
                      type: 'paragraph',
                      children: [
                        { type: 'code', children: ['/décision proposer'] },
                        ' : une idée à décider ensemble',
                      ],
                    },
                  ],
                  [
                    {
                      type: 'paragraph',
                      children: [
                        { type: 'code', children: ['/décision liste'] },
                        ' : ce qui attend votre voix',
                      ],
                    },
                  ],
                ],
              },
            ],
          },
        ],
        actions: [button('Proposer', { command: 'propose', args: {} }, 'primary')],
      });
    }
    return only(
      `« ${line} » : cette commande n’existe pas. Tapez /ecc pour voir celles qui existent.`,
    );
  }

  private form(values: Readonly<Record<string, string>>): View {
    const title = values.title ?? '';
    if (title !== '' && values.deadline !== 'hier')
      return only(`« ${title} » est proposé au salon.`);
    return proposal(values);
  }
}

const only = (sentence: string): View => view({ audience: 'only-you', blocks: [text(sentence)] });

/** A form; with values, the faults of a form that was sent. */
export function proposal(values: Readonly<Record<string, string>>): View {
  const sent = Object.keys(values).length > 0;
  return view({
    audience: 'only-you',
    title: ['Proposer une décision'],
    form: {
      dialogue: 'dialogue-1',
      submit: 'Proposer',
      fields: [
        field({
          name: 'title',
          label: 'Titre',
          required: true,
          maxLength: 40,
          value: values.title ?? '',
          fault: sent && !values.title ? 'Il manque un titre.' : '',
        }),
        field({
          name: 'body',
          label: 'Ce qui est proposé',
          help: 'Qui fait quoi, quand, avec quoi.',
          input: 'text',
          maxLength: 4000,
          value: values.body ?? '',
        }),
        field({
          name: 'kind',
          label: 'Sorte de décision',
          input: 'choice',
          required: true,
          options: [
            { value: 'consent', label: 'Consentement' },
            { value: 'agreement', label: 'Accord' },
            { value: 'choice', label: 'Choix' },
          ],
          value: values.kind ?? 'consent',
        }),
        field({
          name: 'options',
          label: 'Les options, une par ligne',
          input: 'text',
          when: { name: 'kind', values: ['choice'] },
          value: values.options ?? '',
        }),
        field({
          name: 'deadline',
          label: 'Clôture',
          help: 'Par exemple « demain 18h » ou « vendredi à midi ».',
          value: values.deadline ?? '',
          fault: values.deadline === 'hier' ? '« hier » est déjà passé. Une date à venir ?' : '',
        }),
        field({
          name: 'secret',
          label: 'Votes secrets',
          input: 'flag',
          advanced: true,
          value: values.secret ?? '',
        }),
        field({ name: 'quorum', label: 'Quorum', advanced: true, value: values.quorum ?? '' }),
      ],
    },
  });
}
