import type { types, ViewStateValue } from '@slack/bolt';
import { plainText } from '../../../commands/view/markdown.js';
import type { Field, Form, View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { fold } from '../../../src/kernel/text.js';
import { chooser as fileChooser, type SlackFile } from '../files.js';
import { typedInLine } from '../slash-words.js';
import { slackWords } from '../words.js';
import { actionBlocks, cutLabels, longLabels, menu, option, wholeLabels } from './actions.js';
import { blocksOf, context, plain, titleBlocks } from './blocks.js';
import { fitted, LIMITS, pieces } from './limits.js';

export const FORM = 'form';
const SAID = 'said';

/** How people say yes, as the registry reads it. */
const TICKED = new Set(['oui', 'yes', 'on', 'true', 'vrai', '1', 'o', 'y']);

/** A window with a form in it; `metadata` comes back with what was filled in. */
export function formModal(
  view: View,
  form: Form,
  { metadata, locale }: { metadata: string; locale: Locale },
): types.ModalView {
  const words = slackWords[locale];
  const blocks = [
    ...view.blocks.flatMap(blocksOf),
    ...form.fields.flatMap((field) => fieldBlocks(field, form, locale)),
  ];
  return {
    ...windowOf(view, blocks),
    callback_id: FORM,
    private_metadata: metadata,
    submit: plain(fitted(form.submit, LIMITS.viewTitle)),
    close: plain(words.cancel),
  };
}

/** A window that only says something. */
export const resultModal = (view: View, metadata: string, locale: Locale): types.ModalView => ({
  ...windowOf(view, resultBlocks(view)),
  callback_id: SAID,
  private_metadata: metadata,
  close: plain(slackWords[locale].close),
});

/** Whether a view can be said in one window. */
export const fitsModal = (view: View): boolean =>
  titleBlocks(view).length + resultBlocks(view).length <= LIMITS.viewBlocks;

/** Everything of a view but its title. */
export const resultBlocks = (view: View): types.KnownBlock[] => [
  ...view.blocks.flatMap(blocksOf),
  ...cutLabels(view),
  ...actionBlocks(view),
];

/** While an answer takes longer than Slack waits. */
export const waitingModal = (metadata: string, locale: Locale): types.ModalView => ({
  type: 'modal',
  callback_id: SAID,
  private_metadata: metadata,
  title: plain('ECC'),
  blocks: context([slackWords[locale].working]),
});

function windowOf(view: View, blocks: types.KnownBlock[]): types.ModalView {
  const title = plainText(typedInLine(view.title));
  const whole = title.length <= LIMITS.viewTitle;
  return {
    type: 'modal',
    title: plain(whole && title !== '' ? title : 'ECC'),
    // A window holds one block at least.
    blocks: [...(whole && blocks.length > 0 ? [] : titleBlocks(view)), ...blocks],
  };
}

/**
 * A field's blocks. One that depends on another is shown all the same, with words that say when
 * it counts: Slack cannot hide it, and the registry reads it only then.
 */
function fieldBlocks(field: Field, form: Form, locale: Locale): types.KnownBlock[] {
  const hint = [whenHint(field, form, locale), field.help].filter((part) => part !== '').join(' ');
  const optional = !field.required || field.when !== null;
  const shared = {
    type: 'input' as const,
    optional,
    ...(hint !== '' && { hint: plain(fitted(hint, LIMITS.label)) }),
  };
  const fault = field.fault === '' ? [] : context([`⚠️ ${field.label}\u00A0: ${field.fault}`]);
  if (field.input === 'choice') {
    if (field.options.length === 0) return fault;
    const block = {
      ...shared,
      block_id: blockId(field.name),
      label: plain(field.label),
      element: chooser(field, locale),
    };
    return [...fault, block, ...wholeLabels(longLabels(field.options))];
  }
  if (field.input === 'flag') {
    const element = checkbox(field, locale);
    const label = plain(field.label);
    return [...fault, { ...shared, optional: true, block_id: blockId(field.name), label, element }];
  }
  if (field.input === 'file') {
    const element = fileChooser(SAID);
    return [
      ...fault,
      { ...shared, block_id: blockId(field.name), label: plain(field.label), element },
    ];
  }
  return [...fault, ...textInputs(field, shared)];
}

const blockId = (name: string, part = 0): string => `${name}~${part}`;

/** A text longer than one box holds is shown in several, put together again when sent back. */
function textInputs(
  field: Field,
  shared: { type: 'input'; optional: boolean; hint?: types.PlainTextElement },
): types.KnownBlock[] {
  const boxes = field.value === '' ? [''] : pieces(field.value, LIMITS.input);
  return boxes.map((value, part) => ({
    ...shared,
    optional: shared.optional || part > 0,
    block_id: blockId(field.name, part),
    label: plain(
      fitted(
        boxes.length === 1 ? field.label : `${field.label} (${part + 1}/${boxes.length})`,
        LIMITS.label,
      ),
    ),
    element: {
      type: 'plain_text_input',
      action_id: SAID,
      multiline: field.input === 'text',
      // The registry counts as people do, and says so; Slack must only not be shorter.
      max_length: Math.min(LIMITS.input, field.maxLength * 2),
      ...(value !== '' && { initial_value: value }),
    },
  }));
}

function chooser(field: Field, locale: Locale): types.StaticSelect {
  const chosen = field.options.find(({ value }) => value === field.value);
  return {
    type: 'static_select',
    action_id: SAID,
    placeholder: plain(slackWords[locale].choose),
    ...menu(field.options.filter(({ value }) => value !== '')),
    ...(chosen && chosen.value !== '' && { initial_option: option(chosen) }),
  } as types.StaticSelect;
}

function checkbox(field: Field, locale: Locale): types.Checkboxes {
  const yes = option({ value: slackWords[locale].yes, label: slackWords[locale].tick });
  return {
    type: 'checkboxes',
    action_id: SAID,
    options: [yes],
    ...(TICKED.has(fold(field.value)) && { initial_options: [yes] }),
  };
}

function whenHint({ when }: Field, form: Form, locale: Locale): string {
  if (!when) return '';
  const other = form.fields.find(({ name }) => name === when.name);
  if (!other) return '';
  const values = when.values.map(
    (value) => other.options.find((known) => known.value === value)?.label ?? value,
  );
  return slackWords[locale].onlyIf(other.label, values.join(', '));
}

/** What was filled in, by field name. A box of several takes up where the one before stopped. */
export function valuesOf(
  state: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>,
  locale: Locale,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [block, actions] of Object.entries(state)) {
    const given = actions[SAID];
    const name = block.split('~')[0] ?? '';
    if (!given || given.type === 'file_input') continue;
    const said = saidIn(given, locale);
    const before = values[name];
    values[name] = before === undefined ? said : before + between(before, said) + said;
  }
  return values;
}

/** The files chosen, by field name. */
export const filesIn = (
  state: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>,
): readonly (readonly [field: string, file: SlackFile])[] =>
  Object.entries(state).flatMap(([block, actions]) => {
    const file = actions[SAID]?.files?.[0];
    return file ? [[block.split('~')[0] ?? '', file] as const] : [];
  });

const between = (before: string, after: string): string =>
  after === '' || /\s$/.test(before) || before.length % LIMITS.input === 0 ? '' : '\n';

function saidIn(given: ViewStateValue, locale: Locale): string {
  if (given.type === 'checkboxes') {
    const { yes, no } = slackWords[locale];
    return (given.selected_options ?? []).length > 0 ? yes : no;
  }
  return given.selected_option?.value ?? given.value ?? '';
}

/** The block that a fault of this field is shown under. */
export const blockOf = (field: string): string => blockId(field);
