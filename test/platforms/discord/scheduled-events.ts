import { parse } from './messages.js';
import { REFUSE } from './refusal.js';
import { event, eventChange } from './shapes/event.js';
import { APPLICATION, CHANNEL, GUILD, type Scheduled, snowflake, type World } from './world.js';

const SCHEDULED = 1;
const ACTIVE = 2;
const COMPLETED = 3;
const CANCELED = 4;
/** “Once set to COMPLETED or CANCELED, the status can no longer be updated.” */
const MAY_BECOME: Readonly<Record<number, readonly number[]>> = {
  [SCHEDULED]: [ACTIVE, CANCELED],
  [ACTIVE]: [COMPLETED],
};
const MOST = 100;
const CREATE_EVENTS = 1n << 44n;
const MANAGE_EVENTS = 1n << 33n;
const FIVE_YEARS_MS = 5 * 366 * 86_400_000;

/** A server's events: those elsewhere begin and end by themselves, at their hours. */
export function createScheduledEvents(world: World, date: () => number) {
  const at = (text: string): number => new Date(text).getTime();
  const may = (bit: bigint): boolean => (BigInt(world.granted) & bit) !== 0n;

  /** What the hours have made of it. */
  function now(one: Scheduled): Scheduled {
    const begun = at(one.scheduled_start_time) <= date();
    const over = at(one.scheduled_end_time) <= date();
    if (one.status === SCHEDULED && begun) return now({ ...one, status: ACTIVE });
    return one.status === ACTIVE && over ? { ...one, status: COMPLETED } : one;
  }
  const isOpen = ({ status }: Scheduled): boolean => status === SCHEDULED || status === ACTIVE;
  const all = (): Scheduled[] => [...world.events.values()].map(now);

  function enter(guild: string): void {
    if (guild !== GUILD) throw REFUSE.guild();
    if (!world.invited) throw REFUSE.access();
  }
  function known(guild: string, id: string): Scheduled {
    enter(guild);
    const found = world.events.get(id);
    if (!found) throw REFUSE.event();
    const own = found.creator === APPLICATION && may(CREATE_EVENTS);
    if (!own && !may(MANAGE_EVENTS)) throw REFUSE.permissions();
    return now(found);
  }
  function checkHours({ scheduled_start_time, scheduled_end_time }: Scheduled): void {
    const [start, end] = [at(scheduled_start_time), at(scheduled_end_time)];
    if (end <= start) throw REFUSE.form('Cannot schedule event to end before starting');
    if (end <= date()) throw REFUSE.form('Cannot schedule event in the past');
    if (start > date() + FIVE_YEARS_MS) throw REFUSE.form('Cannot schedule event that far');
  }

  const payload = ({ creator, edits: _, ...one }: Scheduled) => ({
    ...{ ...one, guild_id: GUILD, channel_id: null, creator_id: creator },
    ...{ entity_id: null, recurrence_rule: null, image: null },
  });

  return {
    channel(id: string) {
      if (id !== CHANNEL || world.deleted.has(id)) throw REFUSE.channel();
      if (!world.invited) throw REFUSE.access();
      return { id, type: 0, name: 'atelier', guild_id: GUILD };
    },
    list(guild: string) {
      enter(guild);
      return all().filter(isOpen).map(payload);
    },
    create(guild: string, body: unknown) {
      enter(guild);
      if (!may(CREATE_EVENTS)) throw REFUSE.permissions();
      const said = parse(event, body);
      if (at(said.scheduled_start_time) <= date())
        throw REFUSE.form('Cannot schedule event in the past');
      if (all().filter(isOpen).length >= MOST) throw REFUSE.full();
      const made = {
        ...{ ...said, id: snowflake(), creator: APPLICATION, status: SCHEDULED, edits: 0 },
      } as Scheduled;
      checkHours(made);
      world.events.set(made.id, made);
      return payload(made);
    },
    edit(guild: string, id: string, body: unknown) {
      const before = known(guild, id);
      const { status, ...said } = parse(eventChange, body);
      if (!isOpen(before)) throw REFUSE.form('Cannot update a finished event');
      if (status !== undefined && !MAY_BECOME[before.status]?.includes(status))
        throw REFUSE.form(`Invalid status ${before.status} to ${status}`);
      const { scheduled_start_time: start } = said;
      if (start !== undefined && before.status === ACTIVE)
        throw REFUSE.form('Cannot update start time of an active event');
      if (start !== undefined && at(start) <= date())
        throw REFUSE.form('Cannot schedule event in the past');
      const begun = status === ACTIVE ? new Date(date()).toISOString() : undefined;
      const after = {
        ...{ ...before, ...said, status: status ?? before.status, edits: before.edits + 1 },
        ...(begun !== undefined && { scheduled_start_time: begun }),
      } as Scheduled;
      if (isOpen(after)) checkHours(after);
      world.events.set(id, after);
      return payload(after);
    },
    remove(guild: string, id: string): void {
      known(guild, id);
      world.events.delete(id);
    },
  };
}
