import { isoDay } from '../../../src/kernel/dates/past.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import type { Declared } from '../../../src/wealth/service/declaring.js';
import { type Content, LIMITS } from '../../../src/wealth/types.js';
import { eventRef } from '../../agenda/params.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import {
  advanced,
  choice,
  line,
  text as longText,
  optional,
  unasked,
  unseen,
} from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { gather } from '../drawing.js';
import {
  context as contextParam,
  contribution,
  nature,
  pastDay,
  quantity,
  scales,
  scalesOf,
} from '../params.js';
import { fromMessage, usual } from '../usual.js';
import { standingBlocks } from '../views/card.js';
import { amountLine, byline, feltBlocks } from '../views/content.js';

const flows = () =>
  choice(['gave', 'received'] as const, (one, { locale }: Context) => say(locale, `flow.${one}`));

const named = <T>(inner: T): T & { readonly takes: 'named' } => ({ ...inner, takes: 'named' });

/** How much of what. */
const gift = () => ({ quantity: quantity(), nature: nature(), what: line(LIMITS.what) });

/** When, with whom, how it was. */
const circumstances = () => ({
  day: optional(pastDay()),
  flow: advanced(optional(flows())),
  other: advanced(optional(person())),
  ...scales(),
  note: advanced(optional(longText(LIMITS.note))),
  link: advanced(optional(line(LIMITS.link))),
});

export const declare = command({
  id: 'wealth.declare',
  params: {
    ...gift(),
    context: optional(named(contextParam())),
    ...circumstances(),
    member: advanced(optional(person())),
    /** The meeting it was done at. */
    event: unseen(eventRef()),
  },
  onMessage: fromMessage,
  prepare: async (context, given) => ok(await usual(context, given)),
  async run(context, args) {
    const { services, cause, member, room, community, now } = context;
    if (!args.context) return refuse('context-missing', {}, 'context');
    const today = isoDay(now, community.zone);
    const content: Content = {
      ...{ quantity: args.quantity, nature: args.nature, what: args.what },
      ...{ flow: args.flow ?? 'gave', other: args.other?.id ?? null, day: args.day ?? today },
      ...{ scales: scalesOf(args), note: args.note ?? '', link: args.link ?? '', reason: '' },
    };
    const who = args.member?.id ?? member.id;
    const declaring = { member: who, room: room?.id ?? null, today };
    const done = await services.wealth.declare(cause, args.context, content, declaring);
    return done.ok ? understood(context, done.value) : done;
  },
});

/** What was understood, in full, what comes next, and one tap to put it right. */
async function understood(
  context: Context,
  { contribution, content }: Declared,
  did: 'declared' | 'corrected' | 'felt' = 'declared',
): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const which = { id: contribution.id };
  const about = { community: community.id, which, reader: member.id, now };
  const drawing = (await gather(services, about))?.(locale);
  if (!drawing) return refuse('unknown-contribution', { number: contribution.number });
  const { number, state } = contribution;
  const fields = { contribution: number };
  const key = `wealth.done.${state === 'proposed' ? state : did}` as const;
  const own = contribution.member === member.id;
  return ok(
    view({
      title: [say(locale, key, { number })],
      blocks: [
        text(...amountLine(content, drawing), ` · ${content.what}`),
        note(...byline(drawing, contribution, content, drawing.dossier.context)),
        ...feltBlocks(drawing, content),
        ...standingBlocks(drawing),
      ],
      actions: [
        ...(own
          ? [
              button(say(locale, 'wealth.own.correct'), act('wealth.correct', fields)),
              button(say(locale, 'wealth.own.feel'), act('wealth.feel', fields)),
            ]
          : []),
        button(say(locale, 'wealth.own.withdraw'), act('wealth.withdraw', fields)),
      ],
    }),
  );
}

/** What a form about a contribution proposes: what it says. */
async function asItIs(context: Context, given: Readonly<Record<string, string>>) {
  const { services, community, member, locale } = context;
  const read = await contribution().parse(given.contribution ?? '', context);
  if (!read.ok) return ok({});
  const which = { number: read.value };
  const dossier = await services.wealth.dossier(community.id, which, member.id);
  const content = dossier?.versions?.at(-1)?.content;
  if (!dossier || !content) return ok({});
  const members = await services.community.people(community.id);
  const other = members.find(({ id }) => id === content.other)?.name ?? '';
  const felt = Object.entries(content.scales).map(([scale, step]) => [scale, String(step)]);
  return ok({
    ...{ quantity: formatQuantity(content.quantity, locale), nature: content.nature },
    ...{ what: content.what, day: content.day, flow: content.flow, other },
    ...{ ...Object.fromEntries(felt), note: content.note, link: content.link },
  });
}

export const correct = command({
  id: 'wealth.correct',
  params: {
    contribution: contribution(),
    ...gift(),
    reason: longText(LIMITS.reason),
    ...circumstances(),
  },
  confirm: true,
  prepare: asItIs,
  async run(context, { contribution: number, reason, ...args }) {
    const { services, cause, community, now } = context;
    const today = isoDay(now, community.zone);
    const change = (before: Content): Content => ({
      ...before,
      ...{ quantity: args.quantity, nature: args.nature, what: args.what, reason },
      ...{ flow: args.flow ?? before.flow, other: args.other?.id ?? null },
      ...{ day: args.day ?? before.day, scales: scalesOf(args) },
      ...{ note: args.note ?? '', link: args.link ?? '' },
    });
    const done = await services.wealth.correct(cause, { number }, change, today);
    return done.ok ? understood(context, done.value, 'corrected') : done;
  },
});

/** How it was: apart from what was done, and never added to it. */
export const feel = command({
  id: 'wealth.feel',
  params: { contribution: contribution(), ...shownScales() },
  confirm: true,
  prepare: async (context, given) => {
    const all = await asItIs(context, given);
    const {
      joy = '',
      satisfaction = '',
      arduousness = '',
      learning = '',
      quality = '',
    } = all.ok ? (all.value as Record<string, string>) : {};
    return ok({ joy, satisfaction, arduousness, learning, quality });
  },
  async run(context, { contribution: number, ...args }) {
    const { services, cause, community, now } = context;
    const change = (before: Content): Content => ({
      ...before,
      ...{ scales: scalesOf(args), reason: '' },
    });
    const today = isoDay(now, community.zone);
    const done = await services.wealth.correct(cause, { number }, change, today);
    return done.ok ? understood(context, done.value, 'felt') : done;
  },
});

function shownScales() {
  const shown = Object.entries(scales()).map(([scale, param]) => [
    scale,
    { ...param, advanced: false, takes: 'named' as const },
  ]);
  return Object.fromEntries(shown) as ReturnType<typeof scales>;
}

/** Takes the figure somebody proposed: that is what it says from now on. */
export const take = command({
  id: 'wealth.take',
  params: { contribution: contribution(), figure: unasked(line(6)) },
  hidden: true,
  async run(context, { contribution: number, figure: position }) {
    const { services, cause, community, member, now, locale } = context;
    const dossier = await services.wealth.dossier(community.id, { number }, member.id);
    const figure = dossier?.reviews.find(
      (review) => String(review.position) === position && review.kind === 'figure',
    );
    const proposed = figure?.quantity;
    if (!proposed) return refuse('no-such-figure', { number });
    const members = await services.community.people(community.id);
    const name = members.find(({ id }) => id === figure.member)?.name ?? '?';
    const reason = say(locale, 'wealth.take.reason', { name });
    const change = (before: Content): Content => ({ ...before, quantity: proposed, reason });
    const today = isoDay(now, community.zone);
    const done = await services.wealth.correct(cause, { number }, change, today);
    return done.ok ? understood(context, done.value, 'corrected') : done;
  },
});

/** What a gesture on a contribution says when it is done, and how to undo it. */
const gesture = (
  name: 'confirm' | 'decline' | 'withdraw' | 'restore',
  undo: string | null,
  hidden = false,
) =>
  command({
    id: `wealth.${name}`,
    hidden,
    params: { contribution: contribution() },
    async run({ services, cause, locale }, { contribution: number }) {
      const done = await services.wealth[name](cause, { number });
      if (!done.ok) return done;
      const fields = { contribution: number };
      return ok(
        view({
          title: [say(locale, `wealth.done.${name}`, { number })],
          blocks: [text(...rich(locale, `wealth.done.${name}.next`))],
          actions: [
            ...(undo ? [button(say(locale, 'wealth.undo'), act(undo, fields))] : []),
            button(say(locale, 'card.more'), act('wealth.show', fields)),
          ],
        }),
      );
    },
  });

export const confirm = gesture('confirm', 'wealth.withdraw', true);
export const decline = gesture('decline', 'wealth.restore', true);
export const withdraw = gesture('withdraw', 'wealth.restore');
export const restore = gesture('restore', 'wealth.withdraw');
