import {
  type APIChannel,
  type APIGuildScheduledEvent,
  type APIUser,
  GuildScheduledEventStatus,
  type REST,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js';
import { type EventNetwork, EventsRefused, type NetworkEvent } from '../../src/agenda/types.js';
import { eventsLink } from './invite.js';
import { CODES, hasCode, quiet } from './quiet.js';
import { renderEvent } from './render/event.js';

const { Active, Canceled, Completed } = GuildScheduledEventStatus;

/** Discord's scheduled events, on its REST: a place is a server. */
export function createEvents(rest: REST, application: () => string | null): EventNetwork {
  let self: string | null = null;

  const me = async (): Promise<string> => {
    self ??= ((await rest.get(Routes.user('@me'))) as APIUser).id;
    return self;
  };

  return {
    async placeOf(roomId) {
      try {
        const channel = (await rest.get(Routes.channel(roomId))) as APIChannel;
        return 'guild_id' in channel ? (channel.guild_id ?? null) : null;
      } catch (error) {
        if (hasCode(error, CODES.unknownChannel, CODES.missingAccess)) return null;
        throw quiet(error);
      }
    },
    markOf: (event) => markOf(renderEvent(event)),
    async own(place) {
      const all = (await asked(
        rest.get(Routes.guildScheduledEvents(place)),
      )) as readonly APIGuildScheduledEvent[];
      const id = await me();
      return all
        .filter(({ creator_id: creator }) => creator === id)
        .map((one) => ({ ref: one.id, mark: markOf(one) }));
    },
    async create(place, event) {
      const made = asked(
        rest.post(Routes.guildScheduledEvents(place), { body: renderEvent(event) }),
      );
      return ((await made) as APIGuildScheduledEvent).id;
    },
    edit: ({ place, ref }, event, begun) =>
      unlessGone(async () => {
        const body = changeOf(event, begun);
        await asked(rest.patch(Routes.guildScheduledEvent(place, ref), { body }));
      }),
    async end({ place, ref }, how) {
      const route = Routes.guildScheduledEvent(place, ref);
      await unlessGone(async () => {
        if (how === 'removed') await asked(rest.delete(route));
        else {
          const body = { status: how === 'over' ? Completed : Canceled };
          await asked(rest.patch(route, { body }));
        }
      });
    },
    grantUrl: (place) => {
      const id = application();
      return id === null ? null : eventsLink(id, place);
    },
  };
}

/** The start of what goes on already is not Discord's to change; what begins now is told to. */
function changeOf(
  event: NetworkEvent,
  begun: Parameters<EventNetwork['edit']>[2],
): RESTPatchAPIGuildScheduledEventJSONBody {
  const { scheduled_start_time: start, ...rest } = renderEvent(event);
  if (begun === 'no') return { ...rest, scheduled_start_time: start };
  return begun === 'now' ? { ...rest, status: Active } : rest;
}

const markOf = ({
  name,
  scheduled_start_time: start,
}: Pick<APIGuildScheduledEvent, 'name' | 'scheduled_start_time'>): string =>
  `${new Date(start).getTime()} ${name}`;

/** Refusals that only people of that server can lift. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const failure = quiet(error);
    const is = (...codes: readonly number[]): boolean => codes.some((one) => one === failure.code);
    if (is(CODES.missingPermissions)) throw new EventsRefused('forbidden', failure);
    if (is(CODES.missingAccess, CODES.unknownGuild)) throw new EventsRefused('gone', failure);
    if (is(CODES.eventsFull)) throw new EventsRefused('full', failure);
    throw failure;
  }
}

async function unlessGone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (hasCode(error, CODES.unknownEvent)) return false;
    throw error;
  }
}
