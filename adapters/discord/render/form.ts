import {
  type APIFileUploadComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { plainText } from '../../../commands/view/markdown.js';
import type { Field, Form, View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { askId, sendId } from '../custom-id.js';
import { fitted, LIMITS } from '../limits.js';
import { type Words, wordsIn } from '../words.js';
import { type Row, selectOption } from './actions.js';
import { blockText } from './blocks.js';
import { escapeText } from './markdown.js';
import { type Message, renderMessage } from './message.js';

/**
 * The fields of a form by window, the most wanted first: wrong ones, required ones, the seldom
 * needed last. Left out: what is too long for a window (the registry keeps it as it is).
 */
export function pagesOf(form: Form): Field[][] {
  const rank = ({ fault, required, when, advanced }: Field): number =>
    fault !== '' ? 0 : required && when === null ? 1 : advanced ? 3 : 2;
  const fields = form.fields
    .filter(({ value }) => value.length <= LIMITS.inputLength)
    .toSorted((one, other) => rank(one) - rank(other));
  const count = Math.ceil(fields.length / LIMITS.modalComponents);
  return Array.from({ length: count }, (_, page) =>
    fields.slice(page * LIMITS.modalComponents, (page + 1) * LIMITS.modalComponents),
  );
}

/** Whether a form can be shown at once in its window: one window holds all that matters. */
export function opensAtOnce(form: Form): boolean {
  const [first, ...others] = pagesOf(form);
  const faulty = form.fields.some(({ fault }) => fault !== '');
  return first !== undefined && !faulty && others.flat().every(({ advanced }) => advanced);
}

/** A page of a form as a window. `null` when there is no such page. */
export function renderModal(
  view: View & { readonly form: Form },
  page: number,
  locale: Locale,
): APIModalInteractionResponseCallbackData | null {
  const { form, title, blocks } = view;
  const fields = pagesOf(form)[page];
  if (!fields) return null;
  const words = wordsIn(locale);
  // A window holds five things: words of introduction only when there is room.
  const long = fields.filter(({ help }) => help.length > LIMITS.fieldHelp);
  const intro = [
    ...blocks.map((block) => blockText(block, words)),
    ...long.map(({ label, help }) => `**${escapeText(label)}${words.colon}** ${escapeText(help)}`),
  ].filter((text) => text !== '');
  const room = fields.length < LIMITS.modalComponents && intro.length > 0;
  return {
    custom_id: sendId(form.dialogue),
    title: fitted(plainText(title), LIMITS.modalTitle),
    components: [
      ...(room ? [{ type: ComponentType.TextDisplay as const, content: intro.join('\n') }] : []),
      ...fields.map((field) => labelled(field, form, words)),
    ],
  };
}

function labelled(field: Field, form: Form, words: Words): APILabelComponent {
  const help = [condition(field, form, words), field.help].filter((part) => part !== '').join('. ');
  return {
    type: ComponentType.Label,
    label: fitted(field.label, LIMITS.fieldLabel),
    ...(help === '' ? {} : { description: fitted(help, LIMITS.fieldHelp) }),
    component: control(field, words),
  };
}

/** For a field that depends on another one of the form, which windows cannot hide. */
function condition({ when }: Field, { fields }: Form, words: Words): string {
  const other = when && fields.find(({ name }) => name === when.name);
  if (!when || !other) return '';
  const labels = other.options.filter(({ value }) => when.values.includes(value));
  return words.onlyFor(other.label, labels.map(({ label }) => label).join(', '));
}

type Control = APITextInputComponent | APIStringSelectComponent | APIFileUploadComponent;

function control(field: Field, words: Words): Control {
  const required = field.required && field.when === null;
  if (field.input === 'file') {
    const count = { min_values: required ? 1 : 0, max_values: 1 };
    return { type: ComponentType.FileUpload, custom_id: field.name, required, ...count };
  }
  const options =
    field.input === 'flag'
      ? [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : field.options;
  const closed = field.input === 'flag' || field.input === 'choice';
  if (closed && options.length > 0 && options.length <= LIMITS.selectOptions) {
    return {
      type: ComponentType.StringSelect,
      custom_id: field.name,
      required,
      options: options.map((option) => ({
        ...selectOption(option),
        default: option.value === field.value,
      })),
    };
  }
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.input === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: Math.min(LIMITS.inputLength, Math.max(field.maxLength, field.value.length)),
    ...(field.value === '' ? {} : { value: field.value }),
  };
}

/** A form as a message: what is wrong in it, and a button for each of its windows. */
export function renderFormCard(view: View & { readonly form: Form }, locale: Locale): Message {
  const words = wordsIn(locale);
  const { form } = view;
  const faulty = form.fields.filter(({ fault }) => fault !== '');
  const pages = pagesOf(form);
  const message = renderMessage(
    {
      ...view,
      blocks: [
        ...view.blocks,
        {
          type: 'fields',
          fields: faulty.map(({ label, fault }) => ({ label, value: [fault] })),
        },
      ],
    },
    locale,
    faulty.length === 0 && pages.length > 0 && !opensAtOnce(form) ? [words.pages] : [],
  );
  const verb = faulty.length > 0 ? words.correct : words.answer;
  // The first window is the answer, unless others matter as much.
  const labels = pages.map((fields, page) =>
    page === 0 && (pages.length === 1 || faulty.length > 0 || opensAtOnce(form))
      ? verb
      : fields.map(({ label }) => label).join(', '),
  );
  const components =
    pages.length === 0
      ? [{ custom_id: sendId(form.dialogue), label: form.submit }]
      : labels.map((label, page) => ({ custom_id: askId(form.dialogue, page), label }));
  const row: Row = {
    type: ComponentType.ActionRow,
    components: components.map(({ custom_id, label }, index) => ({
      type: ComponentType.Button,
      style: index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary,
      custom_id,
      label: fitted(label, LIMITS.label),
    })),
  };
  return { ...message, components: [row] };
}
