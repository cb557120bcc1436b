/** The element with this id; the page always has it. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id} is missing`);
  return element as E;
}

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const CONTROLS = 'input, textarea, select';

export const controlsIn = (root: ParentNode): readonly Control[] => [
  ...root.querySelectorAll<Control>(CONTROLS),
];

export const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio';

/** Whether a person touched it since the page drew it. */
export function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].find((option) => option.defaultSelected);
    return control.value !== (drawn ?? control.options[0])?.value;
  }
  if (isTick(control)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** HTML from our own server as elements. */
export function elementsOf(html: string): readonly HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children] as HTMLElement[];
}

/** Finds in a new drawing of a card what had this key in the old one. */
export const byKey = (root: ParentNode, key: string | undefined): HTMLElement | null =>
  key === undefined ? null : root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

/** A phone's keyboard should not open by itself. */
export const hasKeyboard = (): boolean => !matchMedia('(pointer: coarse)').matches;
