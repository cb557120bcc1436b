import { isCurrent } from '../../../src/decisions/rules/course.js';
import { resultLine } from '../../../src/decisions/tally/index.js';
import type { Dossier, Outcome, Remark } from '../../../src/decisions/types.js';
import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Attached } from '../../../src/veille/types/attaching.js';
import { readingBlocks } from '../../veille/views/attached.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import { clipped, firstPart } from '../../view/shorten.js';
import type { Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { ruleSentences } from './rule.js';
import { voteActions } from './votes.js';

/** The most a card shows, in numbers and in characters: the rest is one tap away, in `decision.show`. */
const MOST_REMARKS = 5;
const MOST_OBJECTIONS = 5;
const BODY_LENGTH = 600;
const SAID_LENGTH = 200;

/** A meeting, as a decision names it. */
export interface Origin {
  readonly number: number;
  readonly title: string;
  readonly start: Date;
}

/** What drawing a decision needs beside it. */
export interface Drawing {
  readonly dossier: Dossier;
  /** The count as it stands; `null` while a secret ballot is open. */
  readonly standing: Outcome | null;
  readonly names: ReadonlyMap<string, string>;
  /** The meeting it was opened in. */
  readonly meeting: Origin | null;
  /** The pages of the veille that go with it. */
  readonly reading: readonly Attached[];
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

export const nameOf = ({ names }: Pick<Drawing, 'names'>, member: string): string =>
  names.get(member) ?? '?';

export const headline = ({ dossier: { decision } }: Drawing): Inline[] => [
  `D-${decision.number} · ${decision.text.title}`,
];

/** The living card of a decision: one purpose, one screen of a phone. */
export function decisionCard(drawing: Drawing): View {
  const { dossier, locale, now } = drawing;
  const { decision } = dossier;
  const { number } = decision;
  const open = voteActions(dossier, locale, now);
  return view({
    title: headline(drawing),
    landmark: '🗳️',
    reference: `D-${number}`,
    blocks: [
      note(...byline(drawing)),
      ...body(drawing),
      ...readingBlocks(drawing.reading, locale),
      ...options(drawing),
      ...ending(drawing),
      ...turnout(drawing),
      ...objections(drawing),
      ...blocks(drawing),
      ...questions(drawing),
      note(...rich(locale, 'rule.prefix', { rule: ruleText(drawing) })),
    ],
    actions: [
      ...open,
      ...(open.length > 0
        ? [
            marked(
              '❓',
              button(say(locale, 'vote.ask'), act('decision.question', { decision: number })),
            ),
            marked(
              '📜',
              button(say(locale, 'vote.rule'), act('decision.rule', { decision: number })),
            ),
          ]
        : []),
      marked('🔎', button(say(locale, 'card.more'), act('decision.show', { decision: number }))),
    ],
    audience: 'room',
  });
}

/** With those who may vote now, or who could when it was counted: a reopened one has both. */
export function ruleText(drawing: Drawing): string {
  const { decision, electorate: now } = drawing.dossier;
  const counted = decision.state === 'open' ? undefined : decision.outcome?.electorate;
  return ruleSentences(decision, { ...drawing, electorate: counted ?? now }).join(' ');
}

export function byline(drawing: Drawing): Inline[] {
  const { locale, dossier } = drawing;
  const { kind, round, author, text: current } = dossier.decision;
  const named = say(locale, `kind.${kind}.long`, { round });
  const by = rich(locale, 'card.by', { author: nameOf(drawing, author), kind: named });
  const version = rich(locale, 'card.text-version', { version: current.version });
  return [...by, ...(current.version === 1 ? [] : [' ', ...version]), ...origin(drawing)];
}

/** From which meeting it comes. */
function origin({ meeting, zone, locale, now }: Drawing): Inline[] {
  if (!meeting) return [];
  const day = formatDay(meeting.start, { zone, locale, now });
  const { number, title } = meeting;
  return [' ', ...rich(locale, 'card.from-meeting', { number, title, day })];
}

/** The whole text, or its first part and where the rest is. */
function body({ dossier: { decision }, locale }: Drawing): Block[] {
  const content = richText(decision.text.body);
  const first = firstPart(content, BODY_LENGTH);
  if (!first) return [{ type: 'rich', content }];
  return [{ type: 'rich', content: first }, note(...rich(locale, 'card.continued'))];
}

function options({ dossier: { decision }, standing, locale }: Drawing): Block[] {
  if (decision.kind !== 'choice') return [];
  const won = new Set(decision.state === 'closed' ? standing?.result.winners : []);
  const items = decision.options.map(({ key, label }): RichBlock[] => {
    const tally = standing?.result.counts.tallies.find((one) => one.key === key);
    const count = tally ? ` (${tally.voices})` : '';
    const line: Inline = won.has(key) ? { type: 'strong', children: [label] } : label;
    return [{ type: 'paragraph', children: [line, count] }];
  });
  return [
    text({ type: 'strong', children: [say(locale, 'card.options')] }),
    { type: 'rich', content: [{ type: 'list', ordered: true, items }] },
  ];
}

/** How it ended, when it has: the result says why. */
export function ending({ dossier: { decision }, locale, zone, now }: Drawing): Block[] {
  const { state, outcome, closedBy, closeReason, conclusion, reviewAt } = decision;
  const reason = closeReason ?? '';
  if (state === 'withdrawn') return [text(...rich(locale, 'card.withdrawn', { reason }))];
  if (state === 'open' || !outcome) return [];
  const line: Inline = { type: 'strong', children: [resultLine(outcome.result, locale)] };
  const gaveUp = outcome.result.outcome === 'objections';
  return [
    text(line),
    ...(closedBy === 'hand' && state === 'closed'
      ? [note(...rich(locale, gaveUp ? 'card.given-up' : 'card.closed-by-hand', { reason }))]
      : []),
    ...formerVoices(outcome.former ?? 0, locale),
    ...(closedBy === 'everybody' ? [note(...rich(locale, 'card.closed-early'))] : []),
    ...(conclusion ? [text(...rich(locale, 'card.conclusion', { sentence: conclusion }))] : []),
    ...(reviewAt
      ? [note(...rich(locale, 'card.review', { at: formatDay(reviewAt, { zone, locale, now }) }))]
      : []),
  ];
}

/** What those who were removed said before stands, and is said to. */
const formerVoices = (count: number, locale: Locale): Block[] =>
  count > 0 ? [note(say(locale, 'card.former', { count }))] : [];

function turnout({ dossier, standing, locale }: Drawing): Block[] {
  const { decision, ballots, electorate } = dossier;
  if (decision.state !== 'open') return [];
  const count = ballots.filter((ballot) => isCurrent(ballot, decision.text)).length;
  const { quorum } = decision.rule;
  const fill = { count, of: electorate };
  const words =
    quorum === null
      ? say(locale, 'card.turnout', fill)
      : say(locale, 'card.turnout.quorum', {
          ...fill,
          quorum,
          met: count >= quorum ? 'yes' : 'no',
        });
  const label = say(locale, 'card.turnout.label');
  const older = ballots.length - count;
  return [
    { type: 'progress', label, value: count, max: Math.max(electorate, 1), text: words },
    ...(standing && count > 0 && decision.kind !== 'choice'
      ? [note(say(locale, 'card.so-far', { line: soFar(standing, locale) }))]
      : []),
    ...(older > 0 ? [note(say(locale, 'card.unconfirmed', { count: older }))] : []),
    ...formerVoices(dossier.former, locale),
  ];
}

/** Only the votes: whether it would pass is not said before the end. */
const soFar = ({ result }: Outcome, locale: Locale): string =>
  resultLine({ ...result, steps: result.steps.slice(0, 1) }, locale).replace(/^[^:]*:\s*/u, '');

function objections(drawing: Drawing): Block[] {
  const { dossier, locale } = drawing;
  const standing = dossier.objections.filter(({ state }) => state === 'standing');
  if (standing.length === 0) return [];
  const items = standing.slice(0, MOST_OBJECTIONS).map((objection): RichBlock[] => {
    const older = objection.heldOn < dossier.decision.text.version;
    const reason = clipped(objection.reason, SAID_LENGTH);
    const fill = { name: nameOf(drawing, objection.member), reason };
    const key = older ? 'card.objection.older' : 'card.objection';
    return [{ type: 'paragraph', children: rich(locale, key, fill) }];
  });
  const count = standing.length - items.length;
  return [
    titled(say(locale, 'card.objections')),
    { type: 'rich', content: [bullets(items)] },
    ...(count > 0 ? [note(...rich(locale, 'card.objections.more', { count }))] : []),
  ];
}

/** Who blocks, and why; of a secret ballot, the reasons alone once it is counted. */
export function blockReasons({ dossier, names, locale }: Drawing): Inline[][] {
  const { decision, ballots } = dossier;
  if (decision.rule.secret) {
    return (decision.outcome?.counted.ballots ?? []).flatMap(({ vote, reason }) =>
      vote === 'block' && typeof reason === 'string' ? [[reason]] : [],
    );
  }
  return ballots.flatMap(({ member, vote }) =>
    vote?.kind === 'agreement' && vote.vote === 'block'
      ? [rich(locale, 'card.objection', { name: nameOf({ names }, member), reason: vote.reason })]
      : [],
  );
}

function blocks(drawing: Drawing): Block[] {
  const items = blockReasons(drawing).map((children): RichBlock[] => [
    { type: 'paragraph', children },
  ]);
  if (items.length === 0) return [];
  const title = titled(say(drawing.locale, 'card.blocks'));
  return [title, { type: 'rich', content: [bullets(items)] }];
}

/** Questions with their answers, the latest; reactions are in `decision.show`. */
function questions(drawing: Drawing): Block[] {
  const { dossier, locale } = drawing;
  const asked = dossier.remarks.filter(({ kind }) => kind === 'question');
  if (asked.length === 0) return [];
  const items = asked
    .slice(-MOST_REMARKS)
    .map((question) => remarkBlocks(drawing, question, SAID_LENGTH));
  const count = asked.length - items.length;
  return [
    titled(say(locale, 'card.questions')),
    ...(count > 0 ? [note(...rich(locale, 'card.questions.more', { count }))] : []),
    { type: 'rich', content: [bullets(items)] },
  ];
}

/** A question and its answers, or a reaction; each in full unless told how long. */
export function remarkBlocks(
  drawing: Drawing,
  remark: Remark,
  mostEach = Number.POSITIVE_INFINITY,
): RichBlock[] {
  const { dossier, locale } = drawing;
  const line = (key: 'card.question' | 'card.answer', one: Remark): RichBlock => ({
    type: 'paragraph',
    children: rich(locale, key, {
      name: nameOf(drawing, one.member),
      text: clipped(one.text, mostEach),
    }),
  });
  const answers = dossier.remarks.filter(({ replyTo }) => replyTo === remark.position);
  return [line('card.question', remark), ...answers.map((answer) => line('card.answer', answer))];
}

export const titled = (words: string): Block => text({ type: 'strong', children: [words] });

export const bullets = (items: readonly (readonly RichBlock[])[]): RichBlock => ({
  type: 'list',
  ordered: false,
  items,
});
