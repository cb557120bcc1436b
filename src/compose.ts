import type { Adapter } from '../adapters/contract.js';
import { announce, draw } from '../commands/announcements.js';
import { commands } from '../commands/commands.js';
import { createPassage, type Passage } from '../commands/mediation/passage.js';
import type { Services } from '../commands/registry/context.js';
import { createRegistry } from '../commands/registry/dispatch.js';
import type { Platform, Registry } from '../commands/registry/invocation.js';
import { plainText } from '../commands/view/markdown.js';
import type { View } from '../commands/view/view.js';
import { agendaAlarms, HEARD as agendaHeard } from './agenda/jobs.js';
import { createAgendaService, joinAgendas } from './agenda/service.js';
import { createCommunityService } from './community/service.js';
import type { PrismaClient } from './database/generated/client.js';
import { decisionAlarms, HEARD as decisionsHeard } from './decisions/jobs.js';
import { createDecisionService } from './decisions/service.js';
import { createDialogues } from './dialogues/service.js';
import type { Fetcher } from './fetching/types.js';
import { createFileService } from './files/service.js';
import { createAlarms, forgetAlarms, RING, SWEEP, SWEEP_EVERY_MS } from './jobs/alarms.js';
import type { Queue } from './jobs/queue.js';
import { outboxJobs } from './journal/outbox/jobs.js';
import { createPrivateRooms, type Wanted } from './journal/outbox/service/private-rooms.js';
import { createWhispers } from './journal/outbox/service/whispers.js';
import { createOutbox } from './journal/outbox/service.js';
import { forgetDeliveries } from './journal/outbox/store/pruning.js';
import { freeRooms } from './journal/outbox/store.js';
import { Undrawable } from './journal/outbox/types.js';
import { createJournal } from './journal/service.js';
import { forgetEvents } from './journal/store.js';
import type { Clock } from './kernel/clock.js';
import { forgetDays, type Keys, passingVault } from './kernel/keys.js';
import type { Localised } from './kernel/locale.js';
import type { Log } from './kernel/log.js';
import type { ByteVault, Vault } from './kernel/vault.js';
import { mediationAlarms, HEARD as mediationHeard } from './mediation/jobs.js';
import { createMediationService } from './mediation/service.js';
import { POLL, POLL_EVERY_MS, HEARD as veilleHeard, veilleJobs } from './veille/jobs.js';
import { createVeilleService } from './veille/service.js';
import { wealthAlarms, HEARD as wealthHeard } from './wealth/jobs.js';
import { createWealthService, joinWealth } from './wealth/service.js';

const DAY_MS = 86_400_000;
const PRUNE = 'house.prune';
const TIDY = 'house.tidy';
const TIDY_EVERY_MS = 6 * 3_600_000;
/** Platforms give up redelivering an event well before. */
const EVENTS_KEPT_MS = 7 * 24 * 3_600_000;

export interface House {
  readonly registry: Registry;
  readonly services: Services;
  /** How mediators from outside come in, by a link. */
  readonly passage: Passage;
  /**
   * Begins to work: jobs, alarms, what was left unsaid; messages go out by these adapters. Who is
   * `alone` need not wait for what a killed process held to be given up for dead.
   */
  start(adapters: readonly Adapter[], options?: { readonly alone: boolean }): Promise<void>;
  /** A network can be reached again: what it kept waiting is said at once. Never rejects. */
  returned(platform: Platform): Promise<void>;
  /** A network says that these rooms are no more for us, by its own ids. Never rejects. */
  gone(platform: Platform, roomIds: readonly string[]): Promise<void>;
}

/** Which alarms each kind of entry rings: all of those who hear it. */
function hearing(all: readonly Readonly<Record<string, string>>[]): Record<string, string[]> {
  const heard: Record<string, string[]> = {};
  for (const [kind, alarm] of all.flatMap((one) => Object.entries(one))) {
    heard[kind] = [...(heard[kind] ?? []), alarm];
  }
  return heard;
}

/** Puts the house together. With `main.ts`, the only place that knows every part. */
export function compose(parts: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly vault: Vault & ByteVault;
  /** The one way to ask something of the outside. */
  readonly fetcher: Fetcher;
  readonly keys: Keys;
  /** How long the trace of what is said and done is kept. */
  readonly keepDays: number;
  /** IANA zone of communities that have not said otherwise. */
  readonly zone: string;
  /** Where people reach us; `local` when that is this machine alone. */
  readonly reachedAt: () => { readonly url: string; readonly local: boolean };
  readonly log: Log;
}): House {
  const { prisma, queue, clock, vault, keys, fetcher, log, reachedAt } = parts;
  const voices = new Map<string, Adapter>();
  const speakerOn = (platform: string): Adapter => {
    const adapter = voices.get(platform);
    if (!adapter) throw new Error(`nobody speaks on ${platform}`);
    return adapter;
  };

  const outbox = createOutbox({
    ...{ prisma, queue, clock, log },
    mouth: {
      announce: (entry) => announce(entry, services),
      async show(delivery, { roomId, userId, member, locale }) {
        const { community, subject, params, card, key, ref } = delivery;
        const showing = { community, subject, params, reader: member, now: clock.now() };
        const shown = ref !== null;
        const view = await draw(card, { ...showing, shown }, services).catch((error) => {
          throw new Undrawable(card, error);
        });
        if (!view) return null;
        const adapter = speakerOn(delivery.platform);
        const message = { to: { roomId, userId, locale }, key, view };
        const posted = await (ref ? adapter.edit({ ...message, ref }) : adapter.post(message));
        return { ref: posted, editAfterMs: adapter.editEveryMs };
      },
    },
  });
  const whispers = createWhispers({
    ...{ prisma, queue, clock, keys, log },
    mouth: {
      async whisper(word, { platform, roomId, userId, member, locale }, ref) {
        const { community, subject, params, card, tag } = word;
        const showing = { community, subject, params, reader: member, now: clock.now() };
        const view = await draw(card, { ...showing, shown: ref !== null }, services);
        if (!view) return null;
        const message = { to: { roomId, userId, locale }, key: tag, view };
        const adapter = speakerOn(platform);
        return ref === null ? adapter.post(message) : adapter.edit({ ...message, ref });
      },
      unsay: ({ platform, roomId, userId, locale }, key, ref) =>
        speakerOn(platform).remove({ to: { roomId, userId, locale }, key, ref }),
    },
  });
  /** The first words of a private room, whose title is its name. */
  const opening = async (wanted: Wanted, encrypted: boolean): Promise<Localised<View>> => {
    const { card, community, subject, platform } = wanted;
    const params = { platform, encrypted };
    const showing = { community, subject, params, reader: null, shown: false, now: clock.now() };
    const view = await draw(card, showing, services);
    if (!view) throw new Undrawable(card, null);
    return view;
  };
  const asRoom = async (wanted: Wanted) => {
    const { tag: key, users: people, near, locale } = wanted;
    const view = await opening(wanted, false);
    return { key, people, near, title: plainText(view[locale].title) };
  };
  const rooms = createPrivateRooms({
    ...{ prisma, queue, clock, keys, log },
    arm: (alarm) => alarms.arm(alarm),
    mouth: {
      open: async ({ again, ...wanted }) =>
        speakerOn(wanted.platform).privateRooms.open({ ...(await asRoom(wanted)), again }),
      find: async (wanted) => speakerOn(wanted.platform).privateRooms.find(await asRoom(wanted)),
      end: (platform, place, how) => speakerOn(platform).privateRooms.end(place, how),
      async greet(wanted, { roomId, encrypted }) {
        const { platform, tag: key, locale } = wanted;
        const view = await opening(wanted, encrypted);
        return speakerOn(platform).post({ to: { roomId, userId: null, locale }, key, view });
      },
      unsay: ({ platform, tag: key, locale }, { roomId }, ref) =>
        speakerOn(platform).remove({ to: { roomId, userId: null, locale }, key, ref }),
    },
  });
  const journal = createJournal({
    ...{ prisma, log, keys, wake: outbox.wake, wakeWhispers: whispers.wake },
    wakeRooms: rooms.wake,
    arm: (alarm) => alarms.arm(alarm),
    heard: hearing([decisionsHeard, agendaHeard, veilleHeard, wealthHeard, mediationHeard]),
  });
  const veille = { prisma, journal, clock, fetcher, reachedAt };
  const decisions = createDecisionService({ prisma, journal, clock, vault });
  const files = createFileService({ prisma, clock, vault });
  const wealth = { prisma, journal, clock, vault, keys, decisions, fetcher, files };
  const agenda = {
    ...{ prisma, journal, clock, vault, fetcher, reachedAt, log },
    eventNetworks: () =>
      new Map([...voices].flatMap(([name, { events }]) => (events ? [[name, events]] : []))),
  };
  const services: Services = {
    community: createCommunityService({
      ...{ prisma, journal, clock, zone: parts.zone },
      joining: [joinAgendas, joinWealth],
    }),
    decisions,
    agenda: createAgendaService(agenda),
    mediation: createMediationService({ prisma, journal, clock, keys, reachedAt }),
    wealth: createWealthService(wealth),
    veille: createVeilleService(veille),
    files,
  };
  const watching = veilleJobs(veille);
  const alarms = createAlarms({
    ...{ prisma, queue, clock },
    handlers: {
      ...decisionAlarms({ prisma, journal, clock, vault }),
      ...agendaAlarms(agenda),
      ...mediationAlarms({
        ...{ prisma, journal, clock, keys, log },
        async forget(about) {
          for (const adapter of voices.values()) await adapter.forget?.(about);
        },
      }),
      ...wealthAlarms(wealth),
      ...watching.alarms,
    },
  });
  const dialogues = createDialogues({ prisma, clock, vault: passingVault(keys, clock) });

  const sweep = async (): Promise<void> => {
    await outbox.sweep();
    await whispers.sweep();
    await rooms.sweep();
    await alarms.sweep();
  };
  const tidy = async (): Promise<void> => {
    await dialogues.forgetOld();
    await files.forgetOld();
    await forgetEvents(prisma, new Date(clock.now().getTime() - EVENTS_KEPT_MS));
    forgetDays(keys, clock.now());
  };

  /** What is over leaves no more than what people may look for again. */
  const prune = async (): Promise<void> => {
    const before = new Date(clock.now().getTime() - parts.keepDays * DAY_MS);
    await forgetDeliveries(prisma, before);
    await forgetAlarms(prisma, before);
    for (const adapter of voices.values()) await adapter.prune?.(before);
  };

  return {
    registry: createRegistry({ services, dialogues, commands, clock, log }),
    services,
    passage: createPassage({ services, dialogues, clock, log }),
    returned: (platform) =>
      outbox.returned(platform).catch((error) => {
        // Each message is tried again in its own time.
        log.warn({ platform, error }, 'what waits for a network could not be hastened');
      }),
    gone: (platform, roomIds) =>
      services.community.roomsGone(platform, roomIds).catch((error) => {
        // The next thing said there finds it out.
        log.warn({ platform, error }, 'rooms that are gone could not be marked');
      }),
    async start(adapters, { alone } = { alone: false }) {
      for (const adapter of adapters) voices.set(adapter.platform, adapter);
      if (alone) {
        await freeRooms(prisma);
        await queue.takeOver();
      }
      await queue.work({
        ...outboxJobs(outbox, whispers, rooms),
        [RING]: (job) => alarms.ring(job),
        ...watching.jobs,
        [SWEEP]: sweep,
        [TIDY]: tidy,
        [PRUNE]: prune,
      });
      await queue.schedule(SWEEP, SWEEP_EVERY_MS);
      await queue.schedule(TIDY, TIDY_EVERY_MS);
      await queue.schedule(PRUNE, DAY_MS);
      await queue.schedule(POLL, POLL_EVERY_MS);
      await sweep();
    },
  };
}
