import { occurrenceOf } from '../../../src/agenda/rules/occurrences.js';
import type { AgendaService } from '../../../src/agenda/service.js';
import { type MeetingFile, ONCE, type Series } from '../../../src/agenda/types.js';
import type { ConflictId } from '../../../src/kernel/ids.js';
import { expandId, shortenId } from '../../../src/kernel/ids.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import type { Drawing } from '../drawing.js';
import { whenText } from './when.js';

export type Versions = NonNullable<Awaited<ReturnType<AgendaService['versions']>>>;

const conflictTyped = (id: ConflictId): string => shortenId(id);
export const conflictRead = (typed: string): ConflictId | null => expandId<'conflict'>(typed);

const NOBODY = { coming: [], waiting: [], maybe: [], no: [] } as const;
/** Versions differ by when and where, not by what was prepared. */
const UNPREPARED = {
  ...{ id: null, items: [], roles: [], notes: [], attended: null, tasks: [], pending: [] },
} as const;

/** A series as its first date, whoever comes. */
function firstOf(series: Series): MeetingFile {
  const repeats = series.rule !== null || series.extra.length > 0;
  const occurrence = occurrenceOf(series, repeats ? series.start : ONCE, undefined);
  return { series, occurrence, attendance: NOBODY, sitting: UNPREPARED };
}

/** Two versions of one meeting: the one that holds first, then the one that may be taken instead. */
export function conflictCard(
  { conflict, series, other }: Versions,
  draw: (meeting: MeetingFile) => Drawing,
): View {
  const [held, lost] = [draw(firstOf(series)), draw(firstOf({ ...series, ...other.said }))];
  const { locale } = held;
  return view({
    title: [say(locale, 'conflict.title', { number: series.number, title: series.title })],
    landmark: '🔀',
    audience: 'direct',
    reference: `A-${series.number}`,
    blocks: [
      text(say(locale, why(conflict, other))),
      version(held, say(locale, conflict.ours ? 'conflict.held.theirs' : 'conflict.held.ours')),
      version(lost, say(locale, conflict.ours ? 'conflict.other.ours' : 'conflict.other.theirs')),
      ...(other.changes.length > 0 ? [note(...rich(locale, 'conflict.dates'))] : []),
    ],
    actions: [
      button(
        say(locale, conflict.takenAt ? 'conflict.take-back' : 'conflict.take'),
        act('agenda.take-other', { conflict: conflictTyped(conflict.id) }),
      ),
      button(say(locale, 'card.more'), act('agenda.show', { event: `A-${series.number}` })),
    ],
  });
}

/** What was taken away there goes back there, since it changed here. */
function why({ ours, takenAt }: Versions['conflict'], { said }: Versions['other']) {
  if (takenAt) return 'conflict.taken';
  return !ours && said.state === 'cancelled' ? 'conflict.why.gone' : 'conflict.why';
}

function version(drawing: Drawing, label: string): Block {
  const { occurrence } = drawing.meeting;
  const { title, place } = occurrence;
  const state = occurrence.cancelled ? [say(drawing.locale, 'conflict.cancelled')] : [];
  const parts = [title, whenText(drawing), ...(place === '' ? [] : [place]), ...state];
  return text({ type: 'strong', children: [label] }, ` ${parts.join(', ')}`);
}
