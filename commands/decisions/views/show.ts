import type { Member } from '../../../src/community/types.js';
import { isCurrent, takesVotes } from '../../../src/decisions/rules/course.js';
import { sentence } from '../../../src/decisions/tally/index.js';
import type { State } from '../../../src/decisions/types.js';
import { attachAction, readingBlocks } from '../../veille/views/attached.js';
import { act, button, note, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Action, Block, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import {
  bullets,
  byline,
  type Drawing,
  ending,
  headline,
  nameOf,
  remarkBlocks,
  ruleText,
  titled,
} from './card.js';
import { takeUpAgain } from './next.js';
import { steering } from './steering.js';
import { voteActions, voteText } from './votes.js';

const MOST_READ = 50;

/** Everything of a decision, for one reader: votes by name when they are open, the working. */
export function decisionPage(drawing: Drawing, reader: Member): View {
  const { dossier, locale, now } = drawing;
  const { decision } = dossier;
  const mine = dossier.ballots.find(({ member }) => member === reader.id);
  const vote = mine?.vote ? voteText(decision, mine.vote, locale) : null;
  return view({
    title: headline(drawing),
    landmark: '🗳️',
    reference: `D-${decision.number}`,
    blocks: [
      note(...byline(drawing)),
      { type: 'rich', content: richText(decision.text.body) },
      ...readingBlocks(drawing.reading, locale, MOST_READ),
      ...ending(drawing),
      ...(vote ? [text(say(locale, 'show.mine', { vote }))] : []),
      ...votersTable(drawing),
      ...working(drawing),
      ...objectionList(drawing),
      ...remarkList(drawing, 'question'),
      ...remarkList(drawing, 'reaction'),
      note(...rich(locale, 'rule.prefix', { rule: ruleText(drawing) })),
    ],
    actions: [
      ...voteActions(dossier, locale, now),
      ...(mine && takesVotes(decision, now)
        ? [
            button(
              say(locale, 'done.unvote'),
              act('decision.unvote', { decision: decision.number }),
            ),
          ]
        : []),
      ...remarkActions(drawing),
      attachAction(`D-${decision.number}`, locale),
      ...steerActions(drawing, reader),
      ...(isEnded(decision.state) ? [takeUpAgain(decision, locale)] : []),
      button(say(locale, 'card.recount'), act('decision.export', { decision: decision.number })),
    ],
  });
}

function votersTable({ dossier, names, locale }: Drawing): Block[] {
  const { decision, ballots } = dossier;
  if (ballots.length === 0) return [note(say(locale, 'show.no-votes'))];
  const column = (label: string) => ({ label, align: 'start' }) as const;
  return [
    {
      type: 'table',
      caption: say(locale, 'show.voters'),
      columns: [column(say(locale, 'show.voters.member')), column(say(locale, 'show.voters.vote'))],
      rows: ballots.map((ballot) => {
        const vote = voteText(decision, ballot.vote, locale);
        const reason = ballot.vote?.reason ? [` : ${ballot.vote.reason}`] : [];
        const older = decision.state === 'open' ? 'show.voters.older' : 'show.voters.unconfirmed';
        const said = isCurrent(ballot, decision.text) ? vote : say(locale, older, { vote });
        return [[nameOf({ names }, ballot.member)], [said, ...reason]];
      }),
    },
  ];
}

/** The steps of the count, once it is final. */
function working({ dossier, standing, locale }: Drawing): Block[] {
  if (dossier.decision.state !== 'closed' || !standing) return [];
  const steps = standing.result.steps.map((step): RichBlock[] => [
    { type: 'paragraph', children: [sentence(step, locale)] },
  ]);
  return [titled(say(locale, 'show.steps')), { type: 'rich', content: [bullets(steps)] }];
}

function objectionList(drawing: Drawing): Block[] {
  const { dossier, locale } = drawing;
  if (dossier.objections.length === 0) return [];
  const items = dossier.objections.map((objection): RichBlock[] => {
    const line = rich(locale, 'card.objection', {
      name: nameOf(drawing, objection.member),
      reason: objection.reason,
    });
    const state = say(locale, `objection.${objection.state}`);
    return [{ type: 'paragraph', children: [...line, ` (${state})`] }];
  });
  return [titled(say(locale, 'card.objections')), { type: 'rich', content: [bullets(items)] }];
}

function remarkList(drawing: Drawing, kind: 'question' | 'reaction'): Block[] {
  const { dossier, locale } = drawing;
  const items = dossier.remarks
    .filter((remark) => remark.kind === kind)
    .map((remark) => remarkBlocks(drawing, remark));
  if (items.length === 0) return [];
  const title = say(locale, kind === 'question' ? 'card.questions' : 'card.remarks');
  return [titled(title), { type: 'rich', content: [bullets(items)] }];
}

const isEnded = (state: State): boolean => state === 'withdrawn' || state === 'closed';

function remarkActions({ dossier: { decision }, locale }: Drawing): Action[] {
  if (isEnded(decision.state)) return [];
  const about = { decision: decision.number };
  return [
    button(say(locale, 'vote.ask'), act('decision.question', about)),
    button(say(locale, 'vote.react'), act('decision.react', about)),
  ];
}

/** While people vote, one button leads to those of who steers: votes come first. */
function steerActions({ dossier: { decision }, locale, now }: Drawing, reader: Member): Action[] {
  const actions = steering(decision, { reader, locale, now });
  return actions.length > 0 && takesVotes(decision, now)
    ? [button(say(locale, 'show.steer'), act('decision.steer', { decision: decision.number }))]
    : actions;
}
