import { createHash } from 'node:crypto';
import type { Community } from '../../community/types.js';
import { ok } from '../../kernel/result.js';
import { type Step, shownUntil, stepsTo, type Wanted } from '../rules/mirror.js';
import { occurrencesOf } from '../rules/occurrences.js';
import * as store from '../store/mirrors.js';
import { changesOf, seriesBetween } from '../store/series.js';
import {
  type EventNetwork,
  type EventPlace,
  type EventProblem,
  EventsRefused,
  type NetworkEvent,
  type Occurrence,
} from '../types.js';
import type { Parts } from './parts.js';

/** Longer than any telling takes: after that, whoever had it is dead. */
const LEASE_MS = 600_000;
/** What is begun again there needs a second look: an end, then a new one. */
const MOST_ROUNDS = 3;
/** A network that refuses so much is asked again later. */
const MOST_ERRORS = 3;
const DAY_MS = 86_400_000;
/** More of one series are not shown, nor were. */
const MOST_OF_ONE = 60;

/** `more`: something is left to tell. */
export type Shown = 'done' | 'more' | 'failed' | 'busy';

type Key = EventPlace & { readonly network: EventNetwork };

const eventOf = (
  { number, title, description, place, link, start, end }: Occurrence,
  { locale }: Community,
): NetworkEvent => ({
  reference: `A-${number}`,
  ...{ title, description, place, link, start, end, locale },
});

const digest = (event: NetworkEvent): string =>
  createHash('sha256').update(JSON.stringify(event)).digest('base64url');

/** Tells one place of a network what the agenda has, whatever the process lives through. */
export function createShowing({ prisma, journal, log }: Parts) {
  /** What may be shown: ours, and nothing of discreet meetings. */
  async function wantedNow(community: Community, now: Date): Promise<Wanted[]> {
    const window = { from: new Date(now.getTime() - DAY_MS), to: shownUntil(now) };
    const all = (await seriesBetween(prisma, community.id, window)).filter(
      ({ discreet, followed, state }) => !discreet && followed === null && state === 'planned',
    );
    const ids = all.map(({ id }) => id);
    const changes = await changesOf(prisma, community.id, ids);
    return all.flatMap((series) =>
      occurrencesOf(series, changes.get(series.id) ?? [], { ...window, limit: MOST_OF_ONE }).map(
        (occurrence) => ({ occurrence, said: digest(eventOf(occurrence, community)) }),
      ),
    );
  }

  /** What a killed process, or an answer that was lost, may have left there without a row. */
  async function strays({ network, ...place }: Key): Promise<Map<string, string>> {
    if (!place.making) return new Map();
    const own = await network.own(place.place);
    const known = await store.knownRefs(
      prisma,
      own.map(({ ref }) => ref),
    );
    return new Map(own.filter(({ ref }) => !known.has(ref)).map(({ ref, mark }) => [mark, ref]));
  }

  async function take(
    { network, ...place }: Key,
    step: Step,
    community: Community,
    now: Date,
    left: Map<string, string>,
  ): Promise<void> {
    if (step.do === 'create' || step.do === 'edit') {
      const { occurrence, said } = step.wanted;
      const { series, recurrence, start: startsAt, end: endsAt } = occurrence;
      const event = eventOf(occurrence, community);
      const told = { series, recurrence, startsAt, endsAt };
      if (step.do === 'edit') {
        const at = { place: place.place, ref: step.mirrored.ref };
        const there = await network.edit(at, event, step.begun);
        const ref = there ? step.mirrored.ref : '';
        return store.putMirrored(prisma, place, { ...told, ref, said }, now);
      }
      const mark = network.markOf(event);
      const stray = left.get(mark);
      left.delete(mark);
      const ref = stray ?? (await network.create(place.place, event));
      // One that was found is told all of it again.
      return store.putMirrored(prisma, place, { ...told, ref, said: stray ? '' : said }, now);
    }
    if (step.do !== 'forget')
      await network.end({ place: place.place, ref: step.mirrored.ref }, step.do);
    await store.deleteMirrored(prisma, place, step.mirrored);
  }

  /** Takes the steps of one round; one that fails does not keep the others back. */
  async function round(
    key: Key,
    community: Community,
    steps: readonly Step[],
    now: Date,
  ): Promise<void> {
    const left = await strays(key);
    const creates = steps.some((step) => step.do === 'create');
    if (creates) await store.updatePlace(prisma, key, { making: true });
    const errors: unknown[] = [];
    for (const step of steps) {
      const full = errors.some((one) => one instanceof EventsRefused);
      if (full && step.do === 'create') continue;
      try {
        await take(key, step, community, now, left);
      } catch (error) {
        if (error instanceof EventsRefused && error.problem !== 'full') throw error;
        errors.push(error);
        if (errors.length === MOST_ERRORS) throw error;
      }
    }
    const unsure = errors.some((one) => !(one instanceof EventsRefused));
    if (!unsure && (creates || key.making)) await store.updatePlace(prisma, key, { making: false });
    if (errors.length > 0) throw errors[0];
  }

  /** Who can do something about it is told, once. */
  async function trouble(place: EventPlace, problem: EventProblem, now: Date): Promise<void> {
    if (place.problem === problem) return;
    const cause = { community: place.community, member: null, event: null, now };
    await journal.write(cause, async ({ tx, record }) => {
      await store.updatePlace(tx, place, { problem });
      const { platform, place: where } = place;
      await record('agenda.events-refused', place.id, { platform, place: where, problem });
      return ok(undefined);
    });
  }

  /** Holds a place for oneself; what it refuses is said, what fails is tried again later. */
  async function held(place: EventPlace, now: Date, work: () => Promise<Shown>): Promise<Shown> {
    const until = new Date(now.getTime() + LEASE_MS);
    if (!(await store.leasePlace(prisma, place, now, until))) return 'busy';
    try {
      const shown = await work();
      await store.updatePlace(prisma, place, { problem: '', failures: 0 });
      return shown;
    } catch (error) {
      if (error instanceof EventsRefused) {
        await trouble(place, error.problem, now);
        return 'done';
      }
      const { platform } = place;
      log.warn({ platform, error }, 'a network could not be told of meetings');
      await store.updatePlace(prisma, place, { failures: place.failures + 1 });
      return 'failed';
    } finally {
      await store.updatePlace(prisma, place, { busyUntil: null });
    }
  }

  return {
    show: (place: EventPlace, network: EventNetwork, community: Community, now: Date) =>
      held(place, now, async () => {
        let { making } = place;
        for (let turn = 0; turn < MOST_ROUNDS; turn++) {
          const known = await store.mirroredIn(prisma, place);
          const steps = stepsTo(await wantedNow(community, now), known, now);
          if (steps.length === 0) return 'done';
          await round({ ...place, network, making }, community, steps, now);
          making = false;
        }
        return 'more';
      }),

    /** Nothing of ours is shown there any more; that ECC is no longer there is said if it matters. */
    leave: (place: EventPlace, network: EventNetwork, matters: boolean, now: Date) =>
      held(place, now, async () => {
        try {
          await network.own(place.place);
          for (const { ref, endsAt } of await store.mirroredIn(prisma, place)) {
            if (ref !== '' && endsAt > now) await removed(network, place, ref);
          }
        } catch (error) {
          if (!(error instanceof EventsRefused)) throw error;
          if (matters) await trouble(place, error.problem, now);
        }
        await store.deletePlace(prisma, place);
        return 'done';
      }),
  };
}

/** What may not be taken away any more is left. */
async function removed(network: EventNetwork, { place }: EventPlace, ref: string): Promise<void> {
  try {
    await network.end({ place, ref }, 'removed');
  } catch (error) {
    if (!(error instanceof EventsRefused)) throw error;
  }
}
