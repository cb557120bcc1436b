import type { Modal } from './kit.js';
import { inputsOf } from './reading.js';

/** What a window sends back: what it holds, and these answers over it. */
export function filled(
  view: Modal,
  answers: Readonly<Record<string, string>>,
  files: ReadonlyMap<string, object>,
) {
  const blocks = inputsOf(view.blocks);
  const unknown = Object.keys(answers).filter(
    (name) => !blocks.some(({ label }) => label.text === name),
  );
  if (unknown.length > 0)
    throw new Error(`no field ${unknown} among ${blocks.map(({ label }) => label.text)}`);
  const missing: string[] = [];
  const values = blocks.map(({ block_id = '', label, element, optional }) => {
    const answer = answers[label.text];
    const file = files.get(label.text);
    if (element.type === 'file_input') {
      if (!file && !optional) missing.push(block_id);
      const { type, action_id } = element;
      return [block_id, { [action_id]: { type, files: file ? [file] : [] } }];
    }
    const value = stateOf(element, answer);
    const empty =
      ('value' in value ? value.value : 'selected_option' in value ? value.selected_option : 1) ===
      null;
    if (empty && !optional) missing.push(block_id);
    return [block_id, { [element.action_id]: value }];
  });
  return { values: Object.fromEntries(values), missing };
}

type Input = Exclude<ReturnType<typeof inputsOf>[number]['element'], { type: 'file_input' }>;

function stateOf(element: Input, answer: string | undefined) {
  const { type } = element;
  if (type === 'plain_text_input') {
    const value = answer ?? element.initial_value ?? '';
    const max = element.max_length ?? 3000;
    if (value.length > max) throw new Error(`longer than ${max}`);
    return { type, value: value === '' ? null : value };
  }
  if (type === 'checkboxes') {
    const on =
      answer === undefined
        ? element.initial_options !== undefined
        : answer === 'oui' || answer === 'yes';
    return { type, selected_options: on ? element.options : [] };
  }
  const all = element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? [];
  const wanted = all.find(({ text }) => text.text.toLowerCase() === answer?.toLowerCase());
  if (answer !== undefined && answer !== '' && !wanted) throw new Error(`no option ${answer}`);
  return {
    type,
    selected_option: wanted ?? (answer === undefined ? element.initial_option : null) ?? null,
  };
}
