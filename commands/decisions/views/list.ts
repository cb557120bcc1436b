import { isCurrent } from '../../../src/decisions/rules/course.js';
import { outcomeWord } from '../../../src/decisions/tally/index.js';
import type { Ballot, Decision } from '../../../src/decisions/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, select, text, view } from '../../view/build.js';
import type { Action, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

/** One line of the list: a decision, and the reader's ballot if they have cast one. */
export interface Listed {
  readonly decision: Decision;
  readonly mine: Ballot | null;
}

export function listView(parts: {
  readonly listed: readonly Listed[];
  readonly more: boolean;
  readonly ended: boolean;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}): View {
  const { listed, ended, locale } = parts;
  const other = ended ? 'open' : 'ended';
  const column = (label: string) => ({ label, align: 'start' }) as const;
  const headings = [
    say(locale, 'list.what'),
    say(locale, ended ? 'list.result' : 'list.when'),
    ...(ended ? [] : [say(locale, 'list.mine')]),
  ];
  return view({
    title: [say(locale, ended ? 'list.title.ended' : 'list.title')],
    landmark: '🗳️',
    blocks:
      listed.length === 0
        ? [text(...rich(locale, ended ? 'list.empty.ended' : 'list.empty'))]
        : [
            {
              type: 'table',
              caption: say(locale, ended ? 'list.title.ended' : 'list.title'),
              columns: headings.map(column),
              rows: listed.map((one) => row(one, parts)),
            },
          ],
    actions: [
      ...(listed.length === 0 ? [] : [openOne(listed, locale)]),
      ...(parts.more ? [older(parts)] : []),
      button(say(locale, `list.${other}`), act('decision.list', { which: other })),
      button(
        say(locale, 'list.propose'),
        act('decision.propose'),
        listed.length === 0 ? 'primary' : 'plain',
      ),
    ],
  });
}

function row(
  { decision, mine }: Listed,
  { ended, zone, locale, now }: Parameters<typeof listView>[0],
): Inline[][] {
  const what: Inline[] = [
    { type: 'strong', children: [`D-${decision.number}`] },
    ` ${decision.text.title}`,
  ];
  if (ended) return [what, [resultWord(decision, locale)]];
  const when =
    decision.state === 'between_rounds'
      ? say(locale, 'list.between')
      : formatMoment(decision.closesAt, { zone, locale, now });
  const voice = !mine ? 'no' : isCurrent(mine, decision.text) ? 'yes' : 'older';
  return [what, [when], [say(locale, `list.mine.${voice}`)]];
}

function resultWord(decision: Decision, locale: Locale): string {
  if (decision.state === 'withdrawn' || !decision.outcome) return say(locale, 'list.withdrawn');
  return outcomeWord(decision.outcome.result.outcome, locale);
}

const openOne = (listed: readonly Listed[], locale: Locale): Action =>
  select({
    label: say(locale, 'list.open-one'),
    act: act('decision.show'),
    param: 'decision',
    options: listed.map(({ decision }) => ({
      value: String(decision.number),
      label: `D-${decision.number} · ${decision.text.title}`,
    })),
  });

function older({ listed, ended, locale }: Parameters<typeof listView>[0]): Action {
  const before = Math.min(...listed.map(({ decision }) => decision.number));
  return button(
    say(locale, 'list.older'),
    act('decision.list', { which: ended ? 'ended' : 'open', before }),
  );
}
