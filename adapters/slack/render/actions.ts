import type { types } from '@slack/bolt';
import { encodeAct } from '../../../commands/view/act-id.js';
import type { Action, Option, View } from '../../../commands/view/view.js';
import { plain } from './blocks.js';
import { fitted, LIMITS } from './limits.js';
import { richBlocks } from './rich.js';

/** What an action id says it is: a button keeps its act in its value, a menu in its id. */
export const DO = 'do';
export const PICK = 'pick';
const LINK = 'link';

/** A menu's id: its place, which tells two alike apart, then what it asks. */
const pickId = (index: number, param: string, act: string): string =>
  [PICK, index, param, act].join('~');

/** Buttons and menus, with labels that fit. */
export function actionBlocks({ actions, community }: View): types.KnownBlock[] {
  const elements = actions.flatMap((action, index) => element(action, index, community) ?? []);
  const blocks: types.KnownBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.elements) {
    blocks.push({ type: 'actions', elements: elements.slice(at, at + LIMITS.elements) });
  }
  return blocks;
}

/** The whole of each label that was cut. */
export const cutLabels = ({ actions }: View): types.KnownBlock[] =>
  wholeLabels(actions.flatMap(tooLong));

export const wholeLabels = (labels: readonly string[]): types.KnownBlock[] =>
  labels.length === 0
    ? []
    : richBlocks([
        {
          type: 'list',
          ordered: false,
          items: labels.map((label) => [{ type: 'paragraph', children: [label] }]),
        },
      ]);

/** Labels of options that a menu cannot show whole. */
export const longLabels = (options: readonly Option[]): string[] =>
  options.map(({ label }) => label).filter((label) => label.length > LIMITS.option);

const tooLong = (action: Action): string[] => [
  ...(action.type !== 'select' && action.label.length > LIMITS.button ? [action.label] : []),
  ...(action.type === 'select' ? longLabels(action.options) : []),
];

function element(
  action: Action,
  index: number,
  community: View['community'],
): types.ActionsBlockElement | null {
  const text = plain(fitted(action.label, LIMITS.button));
  switch (action.type) {
    case 'link':
      return { type: 'button', action_id: `${LINK}~${index}`, text, url: action.href };
    case 'button':
      return {
        ...{ type: 'button', action_id: `${DO}~${index}`, text },
        value: encodeAct(community, action.act),
        ...(action.style !== 'plain' && { style: action.style }),
      };
    case 'select': {
      if (action.options.length === 0) return null;
      return {
        type: action.multiple ? 'multi_static_select' : 'static_select',
        action_id: pickId(index, action.param, encodeAct(community, action.act)),
        placeholder: plain(fitted(action.label, LIMITS.header)),
        ...menu(action.options),
      } as types.StaticSelect;
    }
  }
}

/** Options, in groups when there are more than one list may hold. */
export function menu(options: readonly Option[]) {
  const all = options.map(option);
  if (all.length <= LIMITS.options) return { options: all };
  const groups = [];
  for (let at = 0; at < all.length; at += LIMITS.options) {
    const part = all.slice(at, at + LIMITS.options);
    groups.push({ label: plain(`${at + 1} – ${at + part.length}`), options: part });
  }
  return { option_groups: groups };
}

export const option = ({ value, label }: Option): types.PlainTextOption => ({
  text: plain(fitted(label, LIMITS.option)),
  value,
});
