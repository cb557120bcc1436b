import type { Note, Presences } from '../../../src/agenda/types.js';
import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import { text, view } from '../../view/build.js';
import type { Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { isNamed } from './minutes.js';

interface Said {
  readonly notes: readonly Note[];
  readonly presences: readonly Presences[];
}

/** Every writing and correction of the minutes, in order: who, when, what it read before. */
export function historyView(drawing: Drawing, { notes, presences }: Said): View {
  const { meeting, locale } = drawing;
  const { number, title } = meeting.occurrence;
  const written = [
    ...notes.map((one) => ({ at: one.writtenAt, line: noteLine(drawing, one, notes) })),
    ...presences.map((one) => ({ at: one.writtenAt, line: presenceLine(drawing, one) })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const items = written.map(({ line }): RichBlock[] => [{ type: 'paragraph', children: line }]);
  return view({
    title: [say(locale, 'minutes.history.title', { number, title })],
    landmark: '📝',
    blocks:
      items.length === 0
        ? [text(...rich(locale, 'minutes.empty'))]
        : [{ type: 'rich', content: [{ type: 'list', ordered: false, items }] }],
  });
}

function facts(drawing: Drawing, { author, writtenAt }: Pick<Note, 'author' | 'writtenAt'>) {
  const { community, locale, now } = drawing;
  return {
    who: isNamed(drawing) ? nameOf(drawing, author) : say(locale, 'tasks.somebody'),
    at: formatMoment(writtenAt, { zone: community.zone, locale, now }),
  };
}

function noteLine(drawing: Drawing, note: Note, all: readonly Note[]): Inline[] {
  const { locale } = drawing;
  const before = all.find(({ key, version }) => key === note.key && version === note.version - 1);
  const fill = { ...facts(drawing, note), text: note.text, before: before?.text ?? '' };
  if (note.text === '') return rich(locale, 'minutes.history.removed', fill);
  if (before && before.text === '') return rich(locale, 'minutes.history.noted', fill);
  return rich(locale, before ? 'minutes.history.corrected' : 'minutes.history.noted', fill);
}

function presenceLine(drawing: Drawing, presences: Presences): Inline[] {
  const { locale } = drawing;
  const { members } = presences;
  const list = isNamed(drawing)
    ? formatList(
        members.map((member) => nameOf(drawing, member)),
        locale,
      )
    : say(locale, 'minutes.people', { count: members.length });
  return rich(locale, 'minutes.history.attended', { ...facts(drawing, presences), list });
}
