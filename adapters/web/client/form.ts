import { type Control, controlsIn, isTick } from './dom.js';

/** Makes a card just drawn live: hours of the reader's own zone, fields that depend on others. */
export function wake(root: HTMLElement): void {
  const { locale } = document.body.dataset;
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    time.textContent = at.toLocaleString(
      locale,
      today ? hour : { ...hour, day: 'numeric', month: 'short' },
    );
    time.title = at.toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-dialogue]')) refresh(form);
}

/** Shows the fields that what is filled in calls for, and counts what is nearly too long. */
export function refresh(form: HTMLFormElement): void {
  const values = rawValues(form);
  for (const row of form.querySelectorAll<HTMLElement>('[data-when-name]')) {
    const wanted = JSON.parse(row.dataset.whenValues ?? '[]') as readonly string[];
    row.hidden = !wanted.includes(values[row.dataset.whenName ?? ''] ?? '');
  }
  for (const control of controlsIn(form)) count(control);
}

const graphemes = new Intl.Segmenter();

function count(control: Control): void {
  const line = document.getElementById(`${control.id}-count`);
  if (line === null) return;
  const max = Number(line.dataset.max);
  const near = control.value.length > max * 0.8;
  const length = near ? [...graphemes.segment(control.value)].length : 0;
  line.hidden = !near;
  line.classList.toggle('over', length > max);
  const sentence = (length > max ? line.dataset.tooLong : line.dataset.counted) ?? '';
  const said = (number: number) => number.toLocaleString(document.body.dataset.locale);
  line.textContent = sentence
    .replace('{count}', said(length))
    .replace('{max}', said(max))
    .replace('{over}', said(length - max));
}

/** Every field by name, as it would be typed. */
function rawValues(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const control of controlsIn(form)) {
    const { name } = control;
    if (control.type === 'file') continue;
    if (!isTick(control)) values[name] = control.value;
    else if (control.checked) values[name] = control.value;
    else values[name] ??= control.dataset.off ?? '';
  }
  return values;
}

/** What is sent: a field that is not shown says nothing. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values = rawValues(form);
  for (const control of controlsIn(form)) {
    const hidden = control.type !== 'file' && control.closest('[hidden]');
    if (hidden) values[control.name] = '';
  }
  return values;
}

/** The files chosen, by field. */
export const filesOf = (form: HTMLFormElement): ReadonlyMap<string, File> =>
  new Map(
    controlsIn(form).flatMap((control): [string, File][] => {
      const file = control instanceof HTMLInputElement && control.files?.[0];
      return file ? [[control.name, file]] : [];
    }),
  );

/** The values taken in a select or among boxes, joined by commas. */
export const chosenIn = (form: HTMLFormElement): string =>
  controlsIn(form)
    .filter((control) => !isTick(control) || control.checked)
    .map(({ value }) => value)
    .join(',');

/** Goes to what to fill in next: the first fault, or else the first empty field. */
export function focusForm(card: HTMLElement): boolean {
  const form = card.querySelector<HTMLElement>('form[data-dialogue]');
  if (form === null) return false;
  const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const shown = controlsIn(form).filter((control) => control.checkVisibility());
  const faulty = fault instanceof HTMLFieldSetElement ? fault.querySelector('input') : fault;
  const empty = shown.find(
    (control) => !isTick(control) && control.type !== 'file' && control.value === '',
  );
  (faulty ?? empty ?? shown[0])?.focus();
  return true;
}
