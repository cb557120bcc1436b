import type { Voted } from '../../../src/decisions/service/voting.js';
import { type Decision, LIMITS, type Vote } from '../../../src/decisions/types.js';
import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import {
  integer,
  line,
  neededWhen,
  optional,
  text,
  unasked,
  unseen,
} from '../../registry/param.js';
import { act, button, marked, note, text as paragraph, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { gather } from '../drawing.js';
import { decisionNumber } from '../params.js';
import { readVote } from '../typed.js';
import { decisionPage } from '../views/show.js';
import { reconfirm } from '../views/to-member.js';
import { optionLabels } from '../views/votes.js';

const STOPPING = ['objection', 'block', 'je bloque', 'blocage', 'veto'];

/** Loads the decision a vote is for: its kind says how the vote is read. */
async function toVote({ services, community }: Context, number: number): Promise<Result<Decision>> {
  const decision = await services.decisions.decision(community.id, { number });
  return decision ? ok(decision) : refuse('unknown-decision', { number });
}

/** The version of the text that a button was under. */
const seen = () => unseen(integer({ min: 1, max: 100_000 }));

async function cast(
  context: Context,
  number: number,
  vote: Vote,
  version: number | null,
): Promise<Result<View>> {
  const done = await context.services.decisions.vote(context.cause, { number }, vote, version);
  return answer(context, done);
}

/** What was understood; or, voted under a text that has changed since, whether it still holds. */
async function answer(context: Context, done: Result<Voted>): Promise<Result<View>> {
  if (!done.ok) return done;
  const { decision, version } = done.value;
  if (version === decision.text.version) return ok(votedView(context, done.value));
  const { community, member, now, services } = context;
  const about = { subject: decision.id, community: community.id, reader: member.id, params: {} };
  const asked = await reconfirm({ ...about, shown: false, now }, services);
  return ok(
    asked ? { ...asked(context.locale), audience: 'only-you' } : votedView(context, done.value),
  );
}

/** Asked to vote without saying what: the decision itself, with its gestures. */
async function ballotPaper(
  { services, community, member, locale, now }: Context,
  number: number,
): Promise<Result<View>> {
  const about = { community: community.id, which: { number }, reader: member.id, now };
  const drawing = await gather(services, about);
  return drawing
    ? ok(decisionPage(drawing(locale), member))
    : refuse('unknown-decision', { number });
}

export const vote = command({
  id: 'decision.vote',
  private: true,
  params: {
    decision: decisionNumber(),
    vote: unasked(optional(line(2000))),
    reason: unasked(neededWhen('vote', STOPPING, text(LIMITS.reason))),
    seen: seen(),
  },
  async run(context, args) {
    if (args.vote === null) return ballotPaper(context, args.decision);
    const decision = await toVote(context, args.decision);
    if (!decision.ok) return decision;
    const read = readVote(decision.value, args.vote, args.reason ?? '');
    return read.ok ? cast(context, args.decision, read.value, args.seen) : read;
  },
});

/** A vote that stops needs its reason, and nothing else. */
const stopping = (id: string, vote: Omit<Extract<Vote, { vote: string }>, 'reason'>) =>
  command({
    id,
    private: true,
    params: { decision: decisionNumber(), reason: text(LIMITS.reason), seen: seen() },
    run: (context, args) =>
      cast(context, args.decision, { ...vote, reason: args.reason } as Vote, args.seen),
  });

export const object = stopping('decision.object', { kind: 'consent', vote: 'objection' });
export const block = stopping('decision.block', { kind: 'agreement', vote: 'block' });

export const confirm = command({
  id: 'decision.confirm',
  params: { decision: decisionNumber(), seen: seen() },
  async run(context, { decision: number, seen: version }) {
    const { services, cause } = context;
    return answer(context, await services.decisions.confirm(cause, { number }, version));
  },
});

export const explain = command({
  id: 'decision.explain',
  params: { decision: decisionNumber(), reason: text(LIMITS.reason) },
  hidden: true,
  async run(context, { decision: number, reason }) {
    const { services, cause } = context;
    return answer(context, await services.decisions.explain(cause, { number }, reason));
  },
});

export const unvote = command({
  id: 'decision.unvote',
  params: { decision: decisionNumber() },
  async run(context, { decision: number }) {
    const done = await context.services.decisions.unvote(context.cause, { number });
    if (!done.ok) return done;
    const { locale } = context;
    return ok(
      view({
        title: [say(locale, 'done.unvoted', { at: deadline(context, done.value) })],
        actions: [button(say(locale, 'card.more'), act('decision.show', { decision: number }))],
      }),
    );
  },
});

/** What was understood, until when it can change, and how to take it back. */
function votedView(context: Context, { decision, vote: cast, before, closed }: Voted): View {
  const { locale } = context;
  const { number, rule } = decision;
  const same = JSON.stringify(before) === JSON.stringify(cast);
  const key = !before ? 'done.voted' : same ? 'done.voted.same' : 'done.voted.again';
  return view({
    title: [say(locale, key, { vote: votedText(context, decision, cast) })],
    blocks: [
      closed
        ? paragraph(say(locale, 'done.closed'))
        : paragraph(...rich(locale, 'done.change-until', { at: deadline(context, decision) })),
      ...(rule.secret ? [note(say(locale, 'done.secret'))] : []),
    ],
    actions: closed
      ? []
      : [
          ...(cast.reason === '' && !rule.secret
            ? [button(say(locale, 'done.explain'), act('decision.explain', { decision: number }))]
            : []),
          marked(
            '↩️',
            button(say(locale, 'done.unvote'), act('decision.unvote', { decision: number })),
          ),
        ],
  });
}

function votedText({ locale }: Context, decision: Decision, cast: Vote): string {
  if (cast.kind !== 'choice') return say(locale, `done.vote.${cast.vote}`);
  if (cast.choices.length === 0) return say(locale, 'done.vote.blank');
  const options = formatList(optionLabels(decision, cast.choices), locale);
  return say(locale, 'done.vote.choice', { options });
}

const deadline = ({ community: { zone }, locale, now }: Context, { closesAt }: Decision): string =>
  formatMoment(closesAt, { zone, locale, now });
