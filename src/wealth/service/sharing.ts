import { voiceOf } from '../../community/rules/voices.js';
import { accountsOf, listMembers, listVoices, nextNumber } from '../../community/store.js';
import type { DecisionService } from '../../decisions/service.js';
import { type CommunityId, type DecisionId, type MemberId, newId } from '../../kernel/ids.js';
import { padded } from '../../kernel/padded.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { endsOf } from '../rules/matrix.js';
import type { Formula } from '../sharing/formula.js';
import {
  type Figures,
  OPEN_RULES,
  type OpenRule,
  type Points,
  type Shared,
  type ShareRule,
  shareBy,
} from '../sharing/rules.js';
import {
  findDistribution,
  insertDistribution,
  insertPayments,
  listDistributions,
  listPayments,
  listPoints,
  putPoints,
  setPaid,
  updateDistribution,
} from '../store/sharing.js';
import type {
  Distribution,
  Payment,
  ShareResult,
  ShareTerms,
  WealthContext,
  WhichContext,
} from '../types.js';
import type { createMatrix } from './matrix.js';
import { byNeeds } from './needs.js';
import { type ByMember, type HeldContext, inContext, type Parts, type Proposal } from './parts.js';

/** Room for a hundred people: a length must not tell how one shared. */
const PAD_TO_BYTES = 4096;
const pointsPlace = (context: string, member: string): string =>
  `peer_points.content:${context}:${member}`;

/** What a simulation is asked for. */
export interface Asked {
  readonly cents: bigint;
  readonly floor: bigint;
  readonly cap: bigint | null;
  readonly weights: ReadonlyMap<string, number>;
  readonly formula: { readonly text: string; readonly reckon: Formula } | null;
  readonly period: number | null;
  /** By which rule what needs leave is shared. */
  readonly rest: OpenRule;
}

export function createSharing(
  parts: Parts,
  { countedIn }: Pick<ReturnType<typeof createMatrix>, 'countedIn'>,
) {
  const { prisma, vault, decisions } = parts;

  async function pointsIn({ tx, context }: Pick<HeldContext, 'tx' | 'context'>): Promise<Points> {
    const voices = await listVoices(tx, context.community);
    const kept = await listPoints(tx, context);
    const latest = [...kept].sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
    return new Map(
      latest.map(({ member, content }) => {
        const clear = vault.unseal(content, pointsPlace(context.id, member));
        const given = Object.entries(JSON.parse(clear) as Record<MemberId, number>);
        const own = given.map(([id, points]) => [voiceOf(voices, id as MemberId), points] as const);
        return [voiceOf(voices, member), new Map(own)];
      }),
    );
  }

  const holding = <T>(
    cause: ByMember,
    number: number,
    change: (held: HeldContext, distribution: Distribution) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    findDistribution(prisma, cause.community, { number }).then((found) =>
      found
        ? inContext(parts, cause, { id: found.context }, async (held) => {
            const now = await findDistribution(held.tx, cause.community, { number });
            return now ? change(held, now) : refuse('unknown-share', { number });
          })
        : refuse('unknown-share', { number }),
    );

  return {
    /** Several rules side by side, on what is validated; kept as it was, to be decided on. */
    async simulate(
      cause: ByMember,
      which: Pick<WealthContext, 'id'>,
      asked: Asked,
    ): Promise<Result<Distribution>> {
      const { community } = cause;
      const counted = await countedIn(community, which, asked.period ?? undefined);
      return inContext(parts, cause, which, async (held) => {
        const { tx, context, participants, member, record } = held;
        const { name, rule } = context;
        if (rule.sees !== 'everybody') return refuse('share-discreet', { name });
        if (!participants.includes(member.id)) return refuse('participants-only', { name });
        // Who left has their part of what they gave, and of nothing else.
        const here = new Set((await listMembers(tx, community)).map(({ id }) => id));
        const people = participants
          .map((id): Figures => figuresOf(id, counted))
          .filter(({ member: id, minutes, cents }) => here.has(id) || minutes > 0n || cents > 0n);
        const { cents, floor, cap, weights, formula, period, rest } = asked;
        const terms = {
          ...{ pot: cents, bounds: { floor, cap }, weights, points: await pointsIn(held) },
          formula: formula?.reckon ?? null,
        };
        const results = OPEN_RULES.map((by) => [by, kept(shareBy(by, people, terms))] as const);
        const kinds: ShareTerms = {
          ...{ floor: String(floor), cap: cap === null ? null : String(cap), period },
          ...{ weights: Object.fromEntries(weights), formula: formula?.text ?? null },
          ...{ count: counted.length, rest },
        };
        const distribution: Distribution = {
          ...{ id: newId<'distribution'>(cause.now), community, context: context.id },
          ...{ number: await nextNumber(tx, community, 'distributions'), author: member.id },
          ...{ state: 'draft', cents, terms: kinds, results: Object.fromEntries(results) },
          ...{ rule: null, decision: null, createdAt: cause.now },
        };
        await insertDistribution(tx, distribution);
        await record('wealth.share-simulated', distribution.id, { number: distribution.number });
        return ok(distribution);
      });
    },

    /** Shares one's hundred points among the others; said again, it replaces. */
    givePoints: (
      cause: ByMember,
      which: WhichContext,
      points: ReadonlyMap<MemberId, number>,
    ): Promise<Result<void>> =>
      inContext(parts, cause, which, async ({ tx, context, participants, member }) => {
        const { name } = context;
        if (!participants.includes(member.id)) return refuse('participants-only', { name });
        if (points.has(member.id)) return refuse('points-to-oneself', {}, 'points');
        const outside = [...points.keys()].some((id) => !participants.includes(id));
        if (outside) return refuse('points-outside', { name }, 'points');
        const sum = [...points.values()].reduce((all, one) => all + one, 0);
        if (sum !== 100) return refuse('points-not-hundred', { sum }, 'points');
        const clear = padded(JSON.stringify(Object.fromEntries(points)), PAD_TO_BYTES);
        const content = vault.seal(clear, pointsPlace(context.id, member.id));
        await putPoints(tx, context, member.id, { content, now: cause.now });
        return ok(undefined);
      }),

    /** Opens a decision on one rule of it, with it or not at all; `write` says it in words. */
    propose: (
      cause: ByMember,
      number: number,
      rule: ShareRule,
      write: (distribution: Distribution) => Result<Proposal>,
    ): ReturnType<DecisionService['proposeIn']> =>
      holding(cause, number, async (held, distribution) => {
        if (distribution.state === 'adopted') return refuse('share-adopted', { number });
        const settled =
          rule === 'needs'
            ? await byNeeds(parts, held, distribution)
            : ok(distribution.results[rule]);
        if (!settled.ok) return settled;
        if (settled.value?.type !== 'shared') return refuse('share-rule-missing', { number });
        const results = { ...distribution.results, [rule]: settled.value };
        const proposal = write({ ...distribution, results });
        if (!proposal.ok) return proposal;
        const decision = await decisions.proposeIn(held, cause, proposal.value);
        if (!decision.ok) return decision;
        const change = { state: 'proposed', rule, decisionId: decision.value.id, results } as const;
        await updateDistribution(held.tx, distribution, change);
        await held.record('wealth.share-proposed', distribution.id, { number });
        return decision;
      }),

    /** The decision is adopted: what each is owed is listed. Nothing is paid by itself. */
    adopt: (cause: ByMember, number: number): Promise<Result<Distribution>> =>
      holding(cause, number, async ({ tx, context, member, record }, distribution) => {
        if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
        const { rule, state } = distribution;
        if (state === 'adopted') return refuse('share-adopted', { number });
        const result = rule ? distribution.results[rule] : undefined;
        if (result?.type !== 'shared') return refuse('share-not-proposed', { number });
        const payments = result.lines
          .map(({ member: to, cents }) => ({ member: to, cents: BigInt(cents), paidAt: null }))
          .filter(({ cents }) => cents > 0n);
        await updateDistribution(tx, distribution, { state: 'adopted' });
        await insertPayments(tx, distribution, payments);
        await record('wealth.share-adopted', distribution.id, { number });
        return ok({ ...distribution, state: 'adopted' });
      }),

    /** Somebody has been paid, or has not after all. */
    pay: (
      cause: ByMember,
      number: number,
      { to, paid }: { readonly to: MemberId; readonly paid: boolean },
    ): Promise<Result<Distribution>> =>
      holding(cause, number, async ({ tx, context, member, record }, distribution) => {
        if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
        const accounts = await accountsOf(tx, cause.community, to);
        const payments = await listPayments(tx, distribution);
        const own = payments.filter((one) => accounts.includes(one.member));
        if (own.length === 0) return refuse('no-such-payment', { number });
        const members = own.map((one) => one.member);
        await setPaid(tx, distribution, members, paid ? cause.now : null);
        await record('wealth.share-paid', distribution.id, { number });
        return ok(distribution);
      }),

    distribution: (
      community: CommunityId,
      which: { readonly number: number } | { readonly decisionId: DecisionId },
    ): Promise<Distribution | null> => findDistribution(prisma, community, which),

    /** What has been paid of the sharings of a context. */
    async paidIn(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
    ): Promise<{ distribution: Distribution; payment: Payment; at: Date }[]> {
      const all = await listDistributions(prisma, { id: context.id, community });
      const found: { distribution: Distribution; payment: Payment; at: Date }[] = [];
      for (const distribution of all) {
        for (const payment of await listPayments(prisma, distribution)) {
          if (payment.paidAt) found.push({ distribution, payment, at: payment.paidAt });
        }
      }
      return found;
    },

    async payments(distribution: Distribution): Promise<Payment[]> {
      const voices = await listVoices(prisma, distribution.community);
      return (await listPayments(prisma, distribution)).map((one) => ({
        ...one,
        member: voiceOf(voices, one.member),
      }));
    },
  };
}

/** What one person gave, from what is validated. */
function figuresOf(member: MemberId, counted: readonly Parameters<typeof endsOf>[0][]): Figures {
  const natures = new Map<string, bigint>();
  let [minutes, cents] = [0n, 0n];
  for (const one of counted) {
    if (endsOf(one).from !== member) continue;
    const { nature, quantity } = one.content;
    if (quantity.unit === 'cent') cents += quantity.amount;
    if (quantity.unit !== 'min') continue;
    minutes += quantity.amount;
    natures.set(nature, (natures.get(nature) ?? 0n) + quantity.amount);
  }
  return { member, minutes, natures, cents };
}

const kept = (shared: Shared): ShareResult =>
  shared.type === 'shared'
    ? {
        type: 'shared',
        all: shared.all.toFraction(),
        lines: shared.lines.map(({ cents, weight, ...line }) => ({
          ...{ ...line, cents: String(cents), weight: weight.toFraction() },
        })),
      }
    : { type: shared.type };
