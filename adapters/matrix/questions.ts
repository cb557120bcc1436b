import type { Place, Speaker } from '../../commands/registry/invocation.js';
import type { Field, Form, View } from '../../commands/view/view.js';
import type { Locale } from '../../src/kernel/locale.js';
import { fold } from '../../src/kernel/text.js';

/** What is asked now: a field by name, what else to set, or whether to go ahead. */
export type Step =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'more' }
  | { readonly type: 'confirm' };

/** A form being filled one question at a time: a row in the database between two messages. */
export interface Asking {
  readonly form: Form;
  readonly title: View['title'];
  readonly intro: View['blocks'];
  readonly values: Readonly<Record<string, string>>;
  /** Messages that are the files asked for, by field. */
  readonly files: Readonly<Record<string, string>>;
  /** The fields that were answered, or passed. */
  readonly done: readonly string[];
  readonly step: Step;
  /** Why the last answer was not one. */
  readonly hint: 'number' | 'yes-no' | 'needed' | 'file' | null;
  readonly locale: Locale;
  readonly speaker: Speaker;
  /** Where it began: the answer belongs there. */
  readonly place: Place | null;
  /** For what is to leave no trace: our questions and their answers so far. */
  readonly trail: readonly string[] | null;
}

export type Answered =
  | { readonly type: 'ask'; readonly asking: Asking }
  | { readonly type: 'send'; readonly asking: Asking }
  | { readonly type: 'cancelled' };

const CANCEL = ['annuler', 'annule', 'stop', 'arreter', 'cancel'];
const PASS = ['passer', 'passe', '-', '—', 'skip', 'pass'];
const YES = ['oui', 'yes', 'o', 'y', 'ok', 'd’accord'].map(fold);
const NO = ['non', 'no', 'n', ...PASS];

type Beginning = Pick<Asking, 'locale' | 'speaker' | 'place'> & { readonly view: View };

/** Begins, or begins again with what was wrong; a form that only asks to confirm does just that. */
export function begin({
  view,
  ...rest
}: Beginning & { readonly view: View & { form: Form } }): Asking {
  const { form } = view;
  const asking: Asking = {
    ...rest,
    ...{ form, title: view.title, intro: view.blocks, done: [], hint: null, files: {} },
    // What was wrong is not proposed again.
    values: Object.fromEntries(
      form.fields.map(({ name, value, fault }) => [name, fault === '' ? value : '']),
    ),
    step: { type: 'confirm' },
    trail: view.confidential === undefined ? null : [],
  };
  return { ...asking, step: next(asking) ?? { type: 'confirm' } };
}

/** The field being asked, when one is. */
export const asked = ({ form, step }: Asking): Field | null =>
  (step.type === 'field' && form.fields.find(({ name }) => name === step.name)) || null;

/** What may be set beyond what is asked, in order. */
export const extras = (asking: Asking): Field[] =>
  asking.form.fields.filter((field) => field.advanced && isVisible(asking, field));

/** What a person answered, and what comes next. */
export function answer(asking: Asking, text: string): Answered {
  const said = fold(text);
  if (CANCEL.includes(said)) return { type: 'cancelled' };
  switch (asking.step.type) {
    case 'confirm':
      if (YES.includes(said)) return { type: 'send', asking };
      return NO.includes(said) ? { type: 'cancelled' } : again(asking, 'yes-no');
    case 'more':
      return answerMore(asking, said);
    case 'field':
      return answerField(asking, text, said);
  }
}

/** The same with a file: `null` when nobody asked for one. */
export function answerWithFile(asking: Asking, eventId: string): Answered | null {
  const field = asked(asking);
  if (field?.input !== 'file') return null;
  const files = { ...asking.files, [field.name]: eventId };
  return goOn({ ...asking, files }, field, null);
}

function answerMore(asking: Asking, said: string): Answered {
  if (NO.includes(said)) return { type: 'send', asking };
  const field = extras(asking)[Number(said) - 1];
  if (!field) return again(asking, 'number');
  return {
    type: 'ask',
    asking: { ...asking, hint: null, step: { type: 'field', name: field.name } },
  };
}

function answerField(asking: Asking, text: string, said: string): Answered {
  const field = asked(asking);
  if (!field) throw new Error('a question without its field');
  if (PASS.includes(said)) {
    const empty = (asking.values[field.name] ?? '') === '';
    return empty && field.required ? again(asking, 'needed') : goOn(asking, field, null);
  }
  if (field.input === 'file') return again(asking, 'file');
  if (field.input === 'flag') {
    if (YES.includes(said)) return goOn(asking, field, 'yes');
    return said === 'non' || said === 'no' ? goOn(asking, field, 'no') : again(asking, 'yes-no');
  }
  if (field.input !== 'choice') return goOn(asking, field, text.trim());
  const option = chosen(field, said);
  return option === null ? again(asking, 'number') : goOn(asking, field, option);
}

function chosen({ options }: Field, said: string): string | null {
  const byNumber = /^\d{1,3}$/.test(said) ? options[Number(said) - 1] : undefined;
  const found =
    byNumber ?? options.find(({ value, label }) => fold(label) === said || fold(value) === said);
  return found?.value ?? null;
}

const again = (asking: Asking, hint: NonNullable<Asking['hint']>): Answered => ({
  type: 'ask',
  asking: { ...asking, hint },
});

function goOn(asking: Asking, { name }: Field, value: string | null): Answered {
  const filled: Asking = {
    ...asking,
    hint: null,
    values: value === null ? asking.values : { ...asking.values, [name]: value },
    done: [...asking.done, name],
  };
  const step = next(filled);
  return step ? { type: 'ask', asking: { ...filled, step } } : { type: 'send', asking: filled };
}

/** What to ask now; `null` when nothing is left. */
function next(asking: Asking): Step | null {
  const { form, done } = asking;
  const wrong = form.fields.filter(({ fault }) => fault !== '');
  const asks = wrong.length > 0 ? wrong : form.fields.filter(({ advanced }) => !advanced);
  const field = asks.find((one) => !done.includes(one.name) && isVisible(asking, one));
  if (field) return { type: 'field', name: field.name };
  if (wrong.length > 0) return null;
  if (extras(asking).length > 0) return { type: 'more' };
  return asks.length === 0 ? { type: 'confirm' } : null;
}

const isVisible = ({ values }: Asking, { when }: Field): boolean =>
  when === null || when.values.includes(values[when.name] ?? '');
