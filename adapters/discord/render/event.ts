import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord.js';
import type { NetworkEvent } from '../../../src/agenda/types.js';
import { fitted, LIMITS } from '../limits.js';
import { wordsIn } from '../words.js';

/** Discord takes none that ends as it begins. */
const SHORTEST_MS = 60_000;

/** A meeting as one of Discord's scheduled events, somewhere else than in a voice channel. */
export function renderEvent(event: NetworkEvent): RESTPostAPIGuildScheduledEventJSONBody {
  const { title, start, end, locale, place, link } = event;
  const location = [place, link].find((one) => one.trim() !== '' && fits(one));
  return {
    name: fitted(title, LIMITS.eventName),
    description: descriptionOf(event),
    scheduled_start_time: start.toISOString(),
    scheduled_end_time: new Date(
      Math.max(end.getTime(), start.getTime() + SHORTEST_MS),
    ).toISOString(),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: {
      location: location ?? (fitted(place, LIMITS.eventLocation) || wordsIn(locale).eventSomewhere),
    },
  };
}

const fits = (text: string): boolean => text.length <= LIMITS.eventLocation;

/** The link whole, and where to find all of it; then as much of the text as Discord takes. */
function descriptionOf({ description, link, reference, locale }: NetworkEvent): string {
  const end = [link, wordsIn(locale).eventMore(reference)].filter((one) => one !== '').join('\n');
  const left = LIMITS.eventDescription - end.length - 2;
  const text = description.trim();
  const shown = text.length <= left ? text : `${text.slice(0, left - 1).toWellFormed()}…`;
  return shown === '' ? end : `${shown}\n\n${end}`;
}
