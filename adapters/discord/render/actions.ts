import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action, Option } from '../../../commands/view/view.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import { buttonId, numbered, selectId } from '../custom-id.js';
import { fitted, LIMITS } from '../limits.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** Whether Discord can make a button of an address. */
const linkable = (href: string): boolean =>
  /^https?:\/\//i.test(href) && href.length <= LIMITS.linkUrl;

/** Links that cannot be buttons: to be written in the text. */
export const writtenLinks = (actions: readonly Action[]) =>
  actions.filter((action) => action.type === 'link').filter(({ href }) => !linkable(href));

/** As many rows as it takes, in order: buttons by five, a select alone in its row. */
export function rowsOf(actions: readonly Action[], community: CommunityId | null): Row[] {
  const rows: APIComponentInMessageActionRow[][] = [];
  const times = new Map<string, number>();
  const once = (id: string): string => {
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return numbered(id, time);
  };
  const addButton = (button: APIButtonComponent): void => {
    const last = rows.at(-1);
    const room = last?.[0]?.type === ComponentType.Button && last.length < LIMITS.buttonsPerRow;
    if (last && room) last.push(button);
    else rows.push([button]);
  };
  for (const action of actions) {
    if (action.type === 'button') {
      const style = STYLES[action.style];
      const custom_id = once(buttonId(community, action.act));
      addButton({ type: ComponentType.Button, style, custom_id, label: labelOf(action) });
    } else if (action.type === 'select') {
      rows.push(...selects(action, () => once(selectId(community, action.act, action.param))));
    } else if (linkable(action.href)) {
      const { href: url } = action;
      addButton({
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        url,
        label: labelOf(action),
      });
    }
  }
  return rows.map((components) => ({ type: ComponentType.ActionRow, components }));
}

const labelOf = ({ label }: Action): string => fitted(label, LIMITS.label);

/** Beyond 25 options, several selects. */
function selects(
  { label, multiple, options }: Extract<Action, { type: 'select' }>,
  id: () => string,
): APIStringSelectComponent[][] {
  const count = Math.ceil(options.length / LIMITS.selectOptions);
  return Array.from({ length: count }, (_, index) => {
    const part = options.slice(index * LIMITS.selectOptions, (index + 1) * LIMITS.selectOptions);
    const placeholder = count === 1 ? label : `${label} (${index + 1}/${count})`;
    return [
      {
        type: ComponentType.StringSelect,
        custom_id: id(),
        placeholder: fitted(placeholder, LIMITS.placeholder),
        min_values: 1,
        max_values: multiple ? part.length : 1,
        options: part.map(selectOption),
      },
    ];
  });
}

/** A label too long goes on under itself, where Discord puts a description. */
export function selectOption({ value, label }: Option) {
  if (value.length > LIMITS.selectText) throw new Error('option value too long for Discord');
  const line = label.replaceAll(/\s+/g, ' ').trim() || value;
  if (line.length <= LIMITS.selectText) return { value, label: line };
  const cut = line.lastIndexOf(' ', LIMITS.selectText - 1);
  const at = cut > LIMITS.selectText / 2 ? cut : LIMITS.selectText - 1;
  return {
    value,
    label: `${line.slice(0, at)}…`,
    description: fitted(line.slice(at), LIMITS.selectText),
  };
}
