import { fold } from '../../../../src/kernel/text.js';
import type { Seen } from '../../contract/driver.js';
import { all, type Element, hasClass, textIn } from './html.js';

const isControl = (one: Element): boolean =>
  ['button', 'select', 'textarea', 'details', 'form', 'datalist'].includes(one.name) ||
  hasClass(one, 'actions') ||
  hasClass(one, 'mark');
const isField = (one: Element): boolean => hasClass(one, 'field');
const isForm = (one: Element): boolean => 'data-dialogue' in one.attributes;
const isLabel = ({ name }: Element): boolean => name === 'label' || name === 'legend';
const isHelp = (one: Element): boolean => hasClass(one, 'optional');

/** Only one person sees it. */
export const isAlone = (article: Element): boolean =>
  all(article, (one) => hasClass(one, 'alone')).length > 0;

/** A message as somebody reads it. */
export function seenIn(article: Element, id: string, edits: number): Seen {
  const [body = article] = all(article, (one) => hasClass(one, 'body'));
  const faults = all(article, (one) => hasClass(one, 'fault')).map((one) => textIn(one));
  return {
    ...{ id, edits },
    text: [textIn(body, isControl), ...faults].join('\n'),
    actions: gestures(article).map(({ label }) => label),
    fields: all(article, isField).map(labelOf),
  };
}

const labelOf = (field: Element): string => {
  const [label] = all(field, isLabel);
  return label ? textIn(label, isHelp) : '';
};

/** What a form asks, with what it holds, as somebody reads it. */
export const fieldsIn = (article: Element): { label: string; value: string }[] =>
  all(article, isField).map((row) => {
    const { value, options } = controlIn(row);
    const option = options.find((one) => one.value === value);
    return { label: labelOf(row), value: option?.label ?? value };
  });

/** What can be pressed, and what the page then sends. */
export function gestures(article: Element): { label: string; content: object }[] {
  return all(article, ({ attributes }) => 'data-act' in attributes).flatMap((one) => {
    const { 'data-act': act, 'data-param': param } = one.attributes;
    if (one.name === 'button') return [{ label: textIn(one), content: { type: 'act', act } }];
    const options = all(one, (inner) => inner.name === 'option' || hasClass(inner, 'tick'));
    return options.flatMap((option) => {
      const [box = option] = all(option, ({ name }) => name === 'input');
      const { value = '' } = box.attributes;
      const content = { type: 'act', act, choice: { param, value } };
      return value === '' ? [] : [{ label: textIn(option), content }];
    });
  });
}

/** Several options of the list with this label, as the page sends them. */
export function chosenIn(article: Element | undefined, list: string, labels: readonly string[]) {
  const forms = article ? all(article, ({ attributes }) => 'data-param' in attributes) : [];
  const form = forms.find((one) => all(one, isLabel).some((label) => textIn(label) === list));
  if (!form) throw new Error(`no list ${list}`);
  const { 'data-act': act, 'data-param': param } = form.attributes;
  const ticks = all(form, (one) => hasClass(one, 'tick'));
  const values = labels.map((label) => {
    const tick = ticks.find((one) => textIn(one) === label);
    const [box] = tick ? all(tick, ({ name }) => name === 'input') : [];
    if (!box?.attributes.value) throw new Error(`no ${label} in ${list}`);
    return box.attributes.value;
  });
  return { type: 'act', act, choice: { param, value: values.join(',') } };
}

/** A form filled in by label over what it holds, as the page sends it; `null` without a form. */
export function filledIn(article: Element, answers: Readonly<Record<string, string>>) {
  const [form] = all(article, isForm);
  if (!form) return null;
  const rows = all(form, isField).map((row) => ({ row, ...controlIn(row) }));
  const unknown = Object.keys(answers).filter(
    (label) => !rows.some(({ row }) => labelOf(row) === label),
  );
  if (unknown.length > 0) throw new Error(`no field ${unknown.join(', ')}`);
  const values = Object.fromEntries(
    rows.map(({ row, name, value, options }) => {
      const answer = answers[labelOf(row)];
      const option = options.find(({ label }) => fold(label) === fold(answer ?? ''));
      return [name, answer === undefined ? value : (option?.value ?? answer)];
    }),
  );
  for (const { row, name } of rows) {
    const { 'data-when-name': other, 'data-when-values': wanted = '[]' } = row.attributes;
    const shown = other === undefined || JSON.parse(wanted).includes(values[other]);
    if (!shown) values[name] = '';
  }
  return { type: 'form', dialogue: form.attributes['data-dialogue'], values };
}

interface Control {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

function controlIn(row: Element): Control {
  const [first, ...others] = all(row, ({ name }) => ['input', 'textarea', 'select'].includes(name));
  if (!first) throw new Error(`nothing to fill in: ${labelOf(row)}`);
  const { name = '', type, value = '' } = first.attributes;
  if (first.name === 'textarea') return { name, value: textIn(first), options: [] };
  if (first.name === 'select') {
    const options = all(first, (one) => one.name === 'option');
    const chosen = options.find(({ attributes }) => 'selected' in attributes);
    return {
      ...{ name, value: chosen?.attributes.value ?? '' },
      options: options.map((one) => ({ label: textIn(one), value: one.attributes.value ?? '' })),
    };
  }
  if (type === 'radio') {
    const chosen = [first, ...others].find(({ attributes }) => 'checked' in attributes);
    const ticks = all(row, (one) => hasClass(one, 'tick'));
    return {
      ...{ name, value: chosen?.attributes.value ?? '' },
      options: ticks.map((tick) => ({
        label: textIn(tick),
        value: all(tick, (one) => one.name === 'input')[0]?.attributes.value ?? '',
      })),
    };
  }
  if (type === 'checkbox') {
    const { 'data-off': off = '', checked } = first.attributes;
    return { name, value: checked === undefined ? off : value, options: [] };
  }
  return { name, value, options: [] };
}
