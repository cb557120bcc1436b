import { maySeeAnswers } from '../../../src/agenda/policy.js';
import { timeOf } from '../../../src/agenda/rules/items.js';
import type { Item } from '../../../src/agenda/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import { note, text } from '../../view/build.js';
import type { Block, Inline, RichBlock } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';

/** « 75 min prévues pour 90 », and by how much that is too long when it is. */
export function totalText({ meeting, locale }: Drawing): string {
  const { planned, available } = timeOf(meeting.sitting.items, meeting.occurrence);
  if (available === null || available === 0) return say(locale, 'items.total.bare', { planned });
  const beyond = planned - available;
  if (beyond > 0) return say(locale, 'items.total.beyond', { planned, available, beyond });
  return say(locale, 'items.total', { planned, available });
}

/** What will be talked about, with its times; nothing when there is nothing. */
export function itemBlocks(drawing: Drawing): Block[] {
  const { meeting, locale } = drawing;
  const { items } = meeting.sitting;
  if (items.length === 0) return [];
  const rows = items.map((item): RichBlock[] => [
    { type: 'paragraph', children: itemLine(drawing, item) },
  ]);
  return [
    text({ type: 'strong', children: [say(locale, 'items.title')] }),
    { type: 'rich', content: [{ type: 'list', ordered: true, items: rows }] },
    note(totalText(drawing)),
  ];
}

function itemLine(drawing: Drawing, item: Item): Inline[] {
  const { locale } = drawing;
  const { title, minutes } = item;
  const line = rich(locale, 'items.line', { title, minutes, author: nameOf(drawing, item.author) });
  if (item.carriedTo) return [...line, ' ', say(locale, 'items.carried')];
  return item.treated ? [...line, ' ', say(locale, 'items.treated')] : line;
}

/** Who does what in the meeting; nothing when nobody does. Of a discreet one, one's own name only. */
export function roleBlocks(drawing: Drawing): Block[] {
  const { meeting, locale, reader } = drawing;
  const named = maySeeAnswers(reader, meeting.series);
  const held = meeting.sitting.roles.map(({ role, member }) => {
    const fill = { role: say(locale, `sitting.${role}`), who: nameOf(drawing, member) };
    const shown = named || member === reader?.id;
    return say(locale, shown ? 'roles.held' : 'roles.held.discreet', fill);
  });
  if (held.length === 0) return [];
  return [text(...rich(locale, 'roles.line', { list: formatList(held, locale) }))];
}
