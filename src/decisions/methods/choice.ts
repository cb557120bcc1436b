import type Fraction from 'fraction.js';
import { exactly, Sum } from './amount.js';
import { type Method, type Option, sift } from './method.js';
import { checkQuorum, QUORUM_KEYS, type Quorum, readQuorum } from './quorum.js';
import type { Reader } from './reader.js';
import type { Outcome, Step } from './result.js';
import { weightedStep } from './weights.js';

/** Keys of options, each once; none for a blank vote. */
export interface ChoiceVote {
  readonly choices: readonly string[];
}

export interface ChoiceRule {
  /** How many options one may take. */
  readonly max: number;
  readonly quorum: Quorum | null;
}

/**
 * Choice: the option with the most weight. Each option a ballot takes receives the ballot's whole
 * weight. In this order: `no-votes` (nothing but blank votes), `no-quorum`, `tie`, `decided`.
 * Blank votes count towards the quorum only. A tie names all who share it: people decide between
 * them, not the order of a list.
 */
export const choice: Method<ChoiceVote, ChoiceRule> = {
  aliases: ['choix'],
  takesOptions: true,
  ruleKeys: [...QUORUM_KEYS, 'max'],
  ballotKeys: ['choice', 'choices'],

  readRule(rule) {
    const max = rule.at('max');
    return { max: max.given ? max.whole(1) : 1, quorum: readQuorum(rule) };
  },

  readVote(ballot, { rule, options }) {
    const one = ballot.at('choice');
    const several = ballot.at('choices');
    if (one.given && several.given) one.fault('choice-twice');
    if (one.given) return { choices: take(one, options) };

    const choices: string[] = [];
    const places = several.list(Number.POSITIVE_INFINITY);
    if (places.length > rule.max) {
      several.fault('too-many-choices', { count: places.length, max: rule.max });
    }
    for (const place of places) {
      const [key] = take(place, options);
      if (key === undefined) continue;
      if (choices.includes(key)) place.fault('choice-again');
      else choices.push(key);
    }
    return { choices };
  },

  count({ rule, ballots, options }) {
    const sifted = sift(ballots);
    const sums = new Map(options.map((option) => [option.key, new Sum()]));
    let blank = 0;
    for (const ballot of sifted.counted) {
      if (ballot.choices.length === 0) blank++;
      for (const key of ballot.choices) sums.get(key)?.add(ballot.weight);
    }

    const places = rank(options, sums);
    const quorum = checkQuorum(rule.quorum, sifted.counted.length);
    const expressed = sifted.counted.length > blank;
    const best = places[0];

    let outcome: Outcome = best && best.options.length > 1 ? 'tie' : 'decided';
    if (!expressed) outcome = 'no-votes';
    else if (!quorum.met) outcome = 'no-quorum';

    const won = outcome === 'tie' || outcome === 'decided' ? (best?.options ?? []) : [];
    const votes: Step = {
      code: 'choice-votes',
      params: { count: sifted.counted.length, blank, max: rule.max },
    };
    return {
      winners: won.map((option) => option.key),
      ranking: places.map((place) => place.options.map((option) => option.key)),
      outcome,
      steps: [
        votes,
        ...weightedStep(sifted.counted),
        ...sifted.steps,
        ...placeSteps(places),
        ...(expressed && best ? [headline(best)] : [NOTHING]),
        ...quorum.steps,
      ],
      counts: {
        ...sifted.counts,
        blank,
        tallies: [...sums].map(([key, sum]) => ({
          key,
          voices: sum.count,
          weight: exactly(sum.total),
        })),
      },
    };
  },
};

const NOTHING: Step = { code: 'nothing-expressed', params: {} };

interface Place {
  readonly weight: Fraction;
  readonly options: readonly Option[];
}

/** Best first; options of equal weight share a place, in the order they were given. */
function rank(options: readonly Option[], sums: ReadonlyMap<string, Sum>): Place[] {
  const places = new Map<string, { weight: Fraction; options: Option[] }>();
  for (const option of options) {
    const weight = (sums.get(option.key) ?? new Sum()).total;
    const place = places.get(exactly(weight));
    if (place) place.options.push(option);
    else places.set(exactly(weight), { weight, options: [option] });
  }
  return [...places.values()].sort((a, b) => b.weight.compare(a.weight));
}

/** One step an option; those that are tied have the same rank, and the next ones skip as many. */
function placeSteps(places: readonly Place[]): Step[] {
  let rank = 1;
  return places.flatMap((place) => {
    const steps = place.options.map((option): Step => {
      const params = { rank, label: option.label, weight: { amount: exactly(place.weight) } };
      return { code: 'option', params };
    });
    rank += place.options.length;
    return steps;
  });
}

function headline({ weight, options }: Place): Step {
  const amount = { amount: exactly(weight) };
  const labels = options.map((option) => option.label);
  return options.length > 1
    ? { code: 'tie', params: { labels, weight: amount } }
    : { code: 'winner', params: { labels, weight: amount } };
}

/** The key a place names, as the option itself spells it; nothing, with a fault, when unknown. */
function take(at: Reader, options: ReadonlyMap<string, Option>): string[] {
  const option = typeof at.value === 'string' ? options.get(at.value.normalize('NFC')) : undefined;
  if (!option) at.fault('unknown-choice');
  return option ? [option.key] : [];
}
