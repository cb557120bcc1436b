import { pagesOf } from '../../../adapters/slack/render/message.js';
import { fitsModal, formModal, resultModal } from '../../../adapters/slack/render/modal.js';
import { type AnyBlock, messageBlocks, modal } from '../../platforms/slack/kit.js';
import { actionsOf, inputsOf, labelOf, readBlocks } from '../../platforms/slack/reading.js';
import type { Network } from '../network.js';

/** As people read it: its messages, or the window of a form. */
export const slack: Network = ({ view }, locale) => {
  if (view.form) {
    const window = modal.safeParse(formModal(view, view.form, { metadata: '{}', locale }));
    return { text: window.success ? windowText(window.data) : '', faults: faultsOf(window) };
  }
  const pages = pagesOf(view, locale).map(({ blocks }) => messageBlocks.safeParse(blocks));
  // What one asked from a window is answered there, when it fits.
  const windows = fitsModal(view) ? [modal.safeParse(resultModal(view, '{}', locale))] : [];
  return {
    text: pages.map(({ data }) => seen(data ?? [])).join('\n=== dans le fil ===\n'),
    faults: [...pages, ...windows].flatMap(faultsOf),
  };
};

const faultsOf = ({ error }: { error?: { issues: unknown[] } | undefined }): unknown[] =>
  error?.issues ?? [];

function seen(blocks: readonly AnyBlock[]): string {
  const controls = actionsOf(blocks).map((one) => {
    if (one.type === 'button') return `[${labelOf(one)}]`;
    const all = one.options ?? one.option_groups?.flatMap(({ options }) => options) ?? [];
    return `{${labelOf(one)}: ${all.map(({ text }) => text.text).join(' | ')}}`;
  });
  return [readBlocks(blocks), controls.join(' ')].filter((line) => line !== '').join('\n');
}

function windowText({ title, blocks }: ReturnType<typeof modal.parse>): string {
  const inputs = inputsOf(blocks).flatMap(({ label, element, hint }) => {
    const given =
      element.type === 'plain_text_input'
        ? (element.initial_value ?? '')
        : element.type === 'file_input'
          ? '📎'
          : (element.options ?? []).map(({ text }) => text.text).join(' | ');
    return [`${label.text} = ${given}`, ...(hint ? [`    ${hint.text}`] : [])];
  });
  const lines = [seen(blocks), ...inputs].filter((line) => line !== '').join('\n');
  return [`┌ ${title.text}`, ...lines.split('\n').map((line) => `│ ${line}`)].join('\n');
}
