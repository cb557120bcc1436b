import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  Options,
  Partials,
  REST,
} from 'discord.js';
import type { Adapter } from '../contract.js';
import { CannotJoinDiscord } from './cannot-join.js';
import { declare } from './commands.js';
import { createEvents } from './events.js';
import { goneIn } from './gone.js';
import { sayHello } from './hello.js';
import { inviteLink } from './invite.js';
import { createListener } from './listen.js';
import { createPrivateRooms } from './private-rooms.js';
import { quiet } from './quiet.js';
import { createReactions } from './reactions.js';
import { register } from './register.js';
import { makeRequest } from './request.js';
import { createSpeaker } from './speak.js';
import type { Desk } from './types.js';
import { createWaiting } from './waiting.js';

/** Discord allows about five edits in five seconds in a channel: this leaves room for others. */
const EDIT_EVERY_MS = 1200;
const RETRY_FIRST_MS = 5000;
const RETRY_MOST_MS = 60_000;
/** Discord's gateway: the token is wrong. */
const AUTHENTICATION_FAILED = 4004;

export interface DiscordAdapter extends Adapter {
  /** Where to invite ECC into a server; `null` until Discord has said who ECC is there. */
  inviteLink(): string | null;
  /** Waits until everything that was heard has been answered. */
  settled(): Promise<void>;
}

/**
 * ECC on Discord. `start` rejects with `CannotJoinDiscord` when the token is refused; when
 * Discord cannot be reached it resolves, and goes on trying.
 */
export function createDiscordAdapter(desk: Desk): DiscordAdapter {
  const { config, log, registry } = desk;
  const restOptions = { ...(config.apiUrl && { api: config.apiUrl }), version: '10', makeRequest };
  const rest = new REST(restOptions).setToken(config.token);
  const waiting = createWaiting();
  const speaker = createSpeaker(rest, waiting);
  const declared = declare(registry.surface);
  const listener = createListener(desk, declared, waiting);
  const reactions = createReactions({ desk, rest, speaker });
  const running = new Set<Promise<void>>();
  let client: Client<true> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopping = false;

  const track = (work: Promise<void>): void => {
    const ended = work.finally(() => running.delete(ended));
    running.add(ended);
  };

  async function join(): Promise<void> {
    const fresh = new Client(optionsFor(restOptions));
    fresh.on(Events.Error, (error) => log.warn({ error: quiet(error) }, 'Discord: an error'));
    fresh.on(Events.ShardError, (error) =>
      log.warn({ error: quiet(error) }, 'Discord: connection'),
    );
    fresh.on(Events.ShardReady, () => desk.returned?.());
    fresh.on(Events.ShardResume, () => desk.returned?.());
    fresh.on(Events.InteractionCreate, (interaction) => {
      if (!stopping) track(listener(interaction));
    });
    fresh.on(Events.MessageReactionAdd, (reaction, user) => {
      if (!stopping) track(reactions(reaction, user));
    });
    fresh.on(Events.GuildCreate, (guild) => {
      track(
        sayHello(guild, speaker).catch((error: unknown) =>
          log.warn({ error: quiet(error) }, 'Discord: no hello in a new server'),
        ),
      );
    });
    // As it comes: once the SDK has dealt with it, a server has no channels any more.
    fresh.on(Events.Raw, (heard: GatewayDispatchPayload) => {
      const gone = goneIn(heard, fresh.channels.cache);
      if (gone.length > 0) desk.gone?.(gone);
    });
    client = await enter(fresh, config.token);
    fresh.on(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, reasonOf(code).message);
    });
    const { id } = client.application;
    const commands = await register(rest, id, declared);
    const { leftOut } = declared.menus;
    if (leftOut.length > 0) log.warn({ leftOut }, 'Discord: no more place in the menus');
    log.info({ invite: inviteLink(id), commands }, 'Discord: ready');
  }

  async function attempt(waitMs: number): Promise<void> {
    try {
      await join();
    } catch (error) {
      await client?.destroy();
      client = null;
      if (error instanceof CannotJoinDiscord) throw error;
      log.warn({ error: quiet(error), retryAfterMs: waitMs }, 'Discord cannot be joined yet');
      retry = setTimeout(() => {
        attempt(Math.min(waitMs * 2, RETRY_MOST_MS)).catch((refused: Error) =>
          log.error({}, refused.message),
        );
      }, waitMs);
    }
  }

  return {
    platform: 'discord',
    editEveryMs: EDIT_EVERY_MS,
    inviteLink: () => client && inviteLink(client.application.id),
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
    start: () => attempt(RETRY_FIRST_MS),
    stop: async () => {
      stopping = true;
      if (retry) clearTimeout(retry);
      await Promise.allSettled(running);
      await client?.destroy();
      client = null;
    },
    events: createEvents(rest, () => client?.application.id ?? null),
    privateRooms: createPrivateRooms(rest),
    ...speaker,
  };
}

/** Of who acts, as many are remembered as may act together; ECC itself always is. */
const MOST_REMEMBERED = 1000;

/**
 * Servers, gestures and reactions only: no privileged intent, and nothing that people write is
 * heard. Partials, as messages are not kept: a reaction to one is told all the same.
 */
const optionsFor = (rest: NonNullable<ClientOptions['rest']>): ClientOptions => ({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
  partials: [Partials.Message, Partials.Reaction],
  shards: 'auto',
  rest,
  allowedMentions: { parse: [] },
  makeCache: Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    GuildMemberManager: {
      maxSize: MOST_REMEMBERED,
      keepOverLimit: ({ id, client }) => id === client.user.id,
    },
  }),
});

/** Resolves once Discord has let in; rejects with `CannotJoinDiscord` when it never will. */
async function enter(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(reasonOf(code)));
  });
  try {
    const [, entered] = await Promise.all([client.login(token), ready]);
    return entered;
  } catch (error) {
    await client.destroy();
    const invalid =
      error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw invalid ? new CannotJoinDiscord('token') : error;
  }
}

const reasonOf = (code: number): CannotJoinDiscord =>
  new CannotJoinDiscord(code === AUTHENTICATION_FAILED ? 'token' : 'refused');
