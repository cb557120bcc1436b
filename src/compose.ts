import type { Adapter } from '../adapters/contract.js';
import { announce, draw } from '../commands/announcements.js';
import { commands } from '../commands/commands.js';
import type { Services } from '../commands/registry/context.js';
import { createRegistry } from '../commands/registry/dispatch.js';
import type { Platform, Registry } from '../commands/registry/invocation.js';
import { agendaAlarms } from './agenda/jobs.js';
import { createAgendaService } from './agenda/service.js';
import { createCommunityService } from './community/service.js';
import type { PrismaClient } from './database/generated/client.js';
import { decisionAlarms } from './decisions/jobs.js';
import { createDecisionService } from './decisions/service.js';
import { createDialogues } from './dialogues/service.js';
import type { Fetcher } from './fetching/types.js';
import { createAlarms, RING, SWEEP, SWEEP_EVERY_MS } from './jobs/alarms.js';
import type { Queue } from './jobs/queue.js';
import { outboxJobs } from './journal/outbox/jobs.js';
import { createWhispers } from './journal/outbox/service/whispers.js';
import { createOutbox } from './journal/outbox/service.js';
import { freeRooms } from './journal/outbox/store.js';
import { Undrawable } from './journal/outbox/types.js';
import { createJournal } from './journal/service.js';
import { forgetEvents } from './journal/store.js';
import type { Clock } from './kernel/clock.js';
import { forgetDays, type Keys, passingVault } from './kernel/keys.js';
import type { Log } from './kernel/log.js';
import type { Vault } from './kernel/vault.js';
import { mediationAlarms } from './mediation/jobs.js';
import { createMediationService } from './mediation/service.js';
import { POLL, POLL_EVERY_MS, veilleJobs } from './veille/jobs.js';
import { createVeilleService } from './veille/service.js';
import { wealthAlarms } from './wealth/jobs.js';
import { createWealthService } from './wealth/service.js';

const TIDY = 'house.tidy';
const TIDY_EVERY_MS = 6 * 3_600_000;
/** Platforms give up redelivering an event well before. */
const EVENTS_KEPT_MS = 7 * 24 * 3_600_000;

export interface House {
  readonly registry: Registry;
  readonly services: Services;
  /**
   * Begins to work: jobs, alarms, what was left unsaid; messages go out by these adapters. Who is
   * `alone` need not wait for what a killed process held to be given up for dead.
   */
  start(adapters: readonly Adapter[], options?: { readonly alone: boolean }): Promise<void>;
  /** A network can be reached again: what it kept waiting is said at once. Never rejects. */
  returned(platform: Platform): Promise<void>;
}

/** Puts the house together. With `main.ts`, the only place that knows every part. */
export function compose(parts: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly vault: Vault;
  /** The one way to ask something of the outside. */
  readonly fetcher: Fetcher;
  readonly keys: Keys;
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
  const journal = createJournal({
    ...{ prisma, log, keys, wake: outbox.wake, wakeWhispers: whispers.wake },
    arm: (alarm) => alarms.arm(alarm),
  });
  const veille = { prisma, journal, clock, fetcher, reachedAt };
  const decisions = createDecisionService({ prisma, journal, clock, vault });
  const wealth = { prisma, journal, clock, vault, keys, decisions, fetcher };
  const services: Services = {
    community: createCommunityService({ prisma, journal, clock, zone: parts.zone }),
    decisions,
    agenda: createAgendaService({ prisma, journal, clock, vault, fetcher, reachedAt }),
    mediation: createMediationService({ prisma, journal, clock, keys }),
    wealth: createWealthService(wealth),
    veille: createVeilleService(veille),
  };
  const watching = veilleJobs(veille);
  const alarms = createAlarms({
    ...{ prisma, queue, clock },
    handlers: {
      ...decisionAlarms({ prisma, journal, clock, vault }),
      ...agendaAlarms({ prisma, journal, clock, vault, fetcher, reachedAt }),
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
    await alarms.sweep();
  };
  const tidy = async (): Promise<void> => {
    await dialogues.forgetOld();
    await forgetEvents(prisma, new Date(clock.now().getTime() - EVENTS_KEPT_MS));
    forgetDays(keys, clock.now());
  };

  return {
    registry: createRegistry({ services, dialogues, commands, clock, log }),
    services,
    returned: (platform) =>
      outbox.returned(platform).catch((error) => {
        // Each message is tried again in its own time.
        log.warn({ platform, error }, 'what waits for a network could not be hastened');
      }),
    async start(adapters, { alone } = { alone: false }) {
      for (const adapter of adapters) voices.set(adapter.platform, adapter);
      if (alone) {
        await freeRooms(prisma);
        await queue.takeOver();
      }
      await queue.work({
        ...outboxJobs(outbox, whispers),
        [RING]: (job) => alarms.ring(job),
        ...watching.jobs,
        [SWEEP]: sweep,
        [TIDY]: tidy,
      });
      await queue.schedule(SWEEP, SWEEP_EVERY_MS);
      await queue.schedule(TIDY, TIDY_EVERY_MS);
      await queue.schedule(POLL, POLL_EVERY_MS);
      await sweep();
    },
  };
}
