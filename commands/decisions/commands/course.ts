import type { Member } from '../../../src/community/types.js';
import * as policy from '../../../src/decisions/policy.js';
import { isCurrent } from '../../../src/decisions/rules/course.js';
import { type Decision, LIMITS } from '../../../src/decisions/types.js';
import { formatDay, formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import { line, text as longText, optional } from '../../registry/param.js';
import { act, button, text, view } from '../../view/build.js';
import type { Action, View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { decisionNumber, readNumber } from '../params.js';
import { DEADLINE_HOUR } from './propose.js';

/** On a day of review, in the morning. */
const REVIEW_HOUR = 9;

/** Refuses before anything is asked what could not succeed, and proposes the text as it is. */
const steering =
  (may: (member: Member, decision: Decision) => boolean): Command['prepare'] =>
  async (context, given) => {
    const number = readNumber(given.decision ?? '');
    if (number === null) return ok({});
    const { services, community, member } = context;
    const dossier = await services.decisions.dossier(community.id, { number }, member.id);
    if (!dossier) return refuse('unknown-decision', { number });
    if (!may(member, dossier.decision)) return refuse('author-only');
    const { title, body } = dossier.decision.text;
    return ok({ name: title, body });
  };

const done = (
  result: Result<Decision>,
  say: (decision: Decision) => Partial<View>,
): Result<View> => (result.ok ? ok(view(say(result.value))) : result);

const deadline = ({ community: { zone }, locale, now }: Context, { closesAt }: Decision): string =>
  formatMoment(closesAt, { zone, locale, now });

const undo = ({ locale }: Context, decision: number): Action[] => [
  button(say(locale, 'done.reopen'), act('decision.reopen', { decision })),
];

export const amend = command({
  id: 'decision.amend',
  params: { decision: decisionNumber(), name: line(LIMITS.title), body: longText(LIMITS.body) },
  prepare: steering(policy.mayAmend),
  async run(context, { decision: number, name, body }) {
    const { services, community, cause, locale } = context;
    const result = await services.decisions.amend(cause, { number }, { title: name, body });
    if (!result.ok) return result;
    const dossier = await services.decisions.dossier(community.id, { number }, null);
    const voted = dossier?.ballots.some((ballot) => !isCurrent(ballot, result.value.text));
    return ok(
      view({
        title: [say(locale, 'done.amended')],
        blocks: voted ? [text(say(locale, 'done.amended.voters'))] : [],
      }),
    );
  },
});

export const round = command({
  id: 'decision.round',
  params: {
    decision: decisionNumber(),
    name: line(LIMITS.title),
    body: longText(LIMITS.body),
    closes: moment(DEADLINE_HOUR),
  },
  prepare: steering(policy.mayOpenRound),
  async run(context, { decision: number, name, body, closes }) {
    const { services, cause, locale } = context;
    const next = { title: name, body, closesAt: closes };
    const result = await services.decisions.openRound(cause, { number }, next);
    return done(result, (decision) => ({
      title: [
        say(locale, 'done.round', { round: decision.round, at: deadline(context, decision) }),
      ],
    }));
  },
});

export const extend = command({
  id: 'decision.extend',
  params: { decision: decisionNumber(), closes: moment(DEADLINE_HOUR) },
  prepare: steering(policy.mayExtend),
  async run(context, { decision: number, closes }) {
    const result = await context.services.decisions.extend(context.cause, { number }, closes);
    return done(result, (decision) => ({
      title: [say(context.locale, 'done.extended', { at: deadline(context, decision) })],
    }));
  },
});

export const close = command({
  id: 'decision.close',
  params: { decision: decisionNumber(), reason: line(LIMITS.reason) },
  confirm: true,
  prepare: steering(policy.mayClose),
  async run(context, { decision: number, reason }) {
    const result = await context.services.decisions.close(context.cause, { number }, reason);
    return done(result, ({ state, rule }) =>
      state === 'between_rounds'
        ? {
            title: [say(context.locale, 'done.round-ended')],
            actions: [
              button(
                say(context.locale, 'said.to-author.open-round'),
                act('decision.round', { decision: number }),
                'primary',
              ),
            ],
          }
        : {
            title: [say(context.locale, 'done.closed')],
            actions: rule.secret ? [] : undo(context, number),
          },
    );
  },
});

/** Between two rounds there is nothing left to count: the proposal ends there. */
export const giveUp = command({
  id: 'decision.give-up',
  params: { decision: decisionNumber(), reason: line(LIMITS.reason) },
  hidden: true,
  prepare: steering(policy.mayClose),
  async run(context, { decision: number, reason }) {
    const result = await context.services.decisions.giveUp(context.cause, { number }, reason);
    return done(result, () => ({
      title: [say(context.locale, 'done.given-up')],
      actions: undo(context, number),
    }));
  },
});

export const withdraw = command({
  id: 'decision.withdraw',
  params: { decision: decisionNumber(), reason: line(LIMITS.reason) },
  confirm: true,
  prepare: steering(policy.mayWithdraw),
  async run(context, { decision: number, reason }) {
    const result = await context.services.decisions.withdraw(context.cause, { number }, reason);
    return done(result, () => ({
      title: [say(context.locale, 'done.withdrawn')],
      actions: undo(context, number),
    }));
  },
});

export const reopen = command({
  id: 'decision.reopen',
  params: { decision: decisionNumber('ended'), closes: moment(DEADLINE_HOUR) },
  prepare: steering(policy.mayReopen),
  async run(context, { decision: number, closes }) {
    const result = await context.services.decisions.reopen(context.cause, { number }, closes);
    return done(result, (decision) => ({
      title: [say(context.locale, 'done.reopened', { at: deadline(context, decision) })],
    }));
  },
});

export const conclude = command({
  id: 'decision.conclude',
  params: {
    decision: decisionNumber('ended'),
    sentence: longText(LIMITS.conclusion),
    review: optional(moment(REVIEW_HOUR)),
  },
  async prepare(context, given) {
    const allowed = await steering(policy.mayConclude)(context, given);
    const number = readNumber(given.decision ?? '');
    if (!allowed.ok || !number) return allowed;
    const { services, community, member, locale, now } = context;
    const dossier = await services.decisions.dossier(community.id, { number }, member.id);
    const { conclusion, reviewAt } = dossier?.decision ?? { conclusion: null, reviewAt: null };
    const { zone } = community;
    return ok({
      ...(conclusion && { sentence: conclusion }),
      ...(reviewAt && reviewAt > now && { review: formatDay(reviewAt, { zone, locale, now }) }),
    });
  },
  async run(context, { decision: number, sentence, review }) {
    const { services, cause, locale, now, community } = context;
    const end = { conclusion: sentence, reviewAt: review };
    const result = await services.decisions.conclude(cause, { number }, end);
    const { zone } = community;
    return done(result, ({ reviewAt }) => ({
      title: [
        say(locale, 'done.concluded'),
        ...(reviewAt
          ? [` ${say(locale, 'card.review', { at: formatDay(reviewAt, { zone, locale, now }) })}`]
          : []),
      ],
    }));
  },
});
