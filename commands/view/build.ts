import type { Act, Block, Button, Inline, Option, Select, View } from './view.js';

/** A view with the parts given; what is not said is empty. */
export const view = (parts: Partial<View>): View => ({
  community: null,
  title: [],
  landmark: '',
  blocks: [],
  actions: [],
  form: null,
  audience: 'only-you',
  reference: '',
  ...parts,
});

export const act = (
  command: string,
  args: Readonly<Record<string, string | number>> = {},
): Act => ({
  command,
  args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)])),
});

export const button = (
  label: string,
  does: Act,
  style: 'primary' | 'plain' | 'danger' = 'plain',
): Button => ({ type: 'button', label, style, act: does });

/** A button with its own sign, the same everywhere. */
export const marked = (landmark: string, one: Button): Button => ({ ...one, landmark });

export const select = (parts: {
  label: string;
  act: Act;
  param: string;
  multiple?: boolean;
  options: readonly Option[];
}): Select => ({ type: 'select', multiple: false, ...parts });

export const text = (...children: readonly Inline[]): Block => ({
  type: 'rich',
  content: [{ type: 'paragraph', children }],
});

export const note = (...content: readonly Inline[]): Block => ({ type: 'note', content });
