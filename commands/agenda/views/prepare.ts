import * as policy from '../../../src/agenda/policy.js';
import { holderOf, isAhead, isOn } from '../../../src/agenda/rules/sitting.js';
import { type Item, MEETING_ROLES, type MeetingRole } from '../../../src/agenda/types.js';
import { act, button, select, text, view } from '../../view/build.js';
import type { Action, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import type { Drawing } from '../drawing.js';
import { itemTyped } from '../meant.js';
import { about, headline } from './card.js';
import { itemBlocks, roleBlocks } from './items.js';
import { whenText } from './when.js';

/** The roles that are free, one tap each. */
export function roleActions(drawing: Drawing): Action[] {
  const { meeting, locale, now } = drawing;
  if (!isAhead(meeting.occurrence, now)) return [];
  return MEETING_ROLES.filter((role) => holderOf(meeting.sitting, role) === null).map((role) =>
    button(say(locale, `sitting.${role}.take`), act('agenda.role', { ...about(drawing), role })),
  );
}

/** Before the meeting and during it: the list, its order, the roles. */
export function preparePage(drawing: Drawing): View {
  const { meeting, locale, now } = drawing;
  const { occurrence, sitting } = meeting;
  const open = isAhead(occurrence, now) || isOn(occurrence, now);
  const items = itemBlocks(drawing);
  return view({
    title: headline(drawing),
    landmark: '📅',
    reference: `A-${occurrence.number}`,
    blocks: [
      text(whenText(drawing)),
      ...(items.length > 0 ? items : [text(...rich(locale, 'items.empty'))]),
      ...roleBlocks(drawing),
    ],
    actions: open
      ? [
          button(
            say(locale, 'items.propose'),
            act('agenda.item', about(drawing)),
            sitting.items.length === 0 ? 'primary' : 'plain',
          ),
          ...itemSelects(drawing),
          ...roleActions(drawing),
          ...ownRoles(drawing),
          ...drawAction(drawing),
        ]
      : [button(say(locale, 'minutes.open'), act('agenda.minutes', about(drawing)))],
  });
}

const options = (items: readonly Item[], all: readonly Item[]) =>
  items.map((item) => ({
    value: itemTyped(item),
    label: `${all.indexOf(item) + 1}. ${item.title}`,
  }));

function itemSelects(drawing: Drawing): Action[] {
  const { meeting, reader, locale, now } = drawing;
  const { series, sitting, occurrence } = meeting;
  const { items } = sitting;
  if (!reader || items.length === 0) return [];
  const of = (command: string, label: string, some: readonly Item[]): Action[] =>
    some.length === 0
      ? []
      : [
          select({
            ...{ label, param: 'item', options: options(some, items) },
            act: act(command, about(drawing)),
          }),
        ];
  const own = items.filter((item) => policy.mayChangeItem(reader, item, series, sitting));
  const leads = policy.mayLead(reader, series, sitting);
  const keeps = policy.mayKeepMinutes(reader, series, sitting) && isOn(occurrence, now);
  return [
    ...of('agenda.item-up', say(locale, 'items.up'), leads ? items.slice(1) : []),
    ...of('agenda.item-down', say(locale, 'items.down'), leads ? items.slice(0, -1) : []),
    ...of('agenda.edit-item', say(locale, 'items.edit'), own),
    ...of('agenda.remove-item', say(locale, 'items.remove'), own),
    ...of(
      'agenda.treat-item',
      say(locale, 'items.treat'),
      keeps ? items.filter(({ treated }) => !treated) : [],
    ),
  ];
}

function ownRoles(drawing: Drawing): Action[] {
  const { meeting, reader, locale, now } = drawing;
  if (!isAhead(meeting.occurrence, now)) return [];
  return meeting.sitting.roles
    .filter(({ member }) => member === reader?.id)
    .map(({ role }: { readonly role: MeetingRole }) =>
      button(
        say(locale, `sitting.${role}.leave`),
        act('agenda.leave-role', { ...about(drawing), role }),
      ),
    );
}

function drawAction(drawing: Drawing): Action[] {
  const { meeting, reader, locale, now } = drawing;
  const { series, sitting, occurrence, attendance } = meeting;
  const free = MEETING_ROLES.some((role) => holderOf(sitting, role) === null);
  const may = reader && policy.mayLead(reader, series, sitting) && !series.discreet;
  if (!may || !free || !isAhead(occurrence, now) || attendance.coming.length === 0) return [];
  return [button(say(locale, 'roles.draw'), act('agenda.draw', about(drawing)))];
}
