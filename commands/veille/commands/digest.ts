import { formatTime } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { mayGiveRoomDigest } from '../../../src/veille/policy.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, integer, optional, unseen } from '../../registry/param.js';
import { act, button, note, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { resourceRef } from '../params.js';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const USUAL_HOUR = 8;
const MONDAY = 1;

const dayName = (day: number, locale: string): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

export const digest = command({
  id: 'veille.digest',
  params: {
    frequency: choice(['daily', 'weekly'] as const, (one, { locale }: Context) =>
      say(locale, `digest.${one}`),
    ),
    hour: optional(integer({ min: 0, max: 23 })),
    weekday: optional(choice(DAYS, (day, { locale }: Context) => dayName(Number(day), locale))),
    whom: optional(
      choice(['me', 'room'] as const, (one, { locale }: Context) =>
        say(locale, `digest.for.${one}`),
      ),
    ),
  },
  async run(context, { frequency, hour, weekday, whom }) {
    const { services, cause, room, member, community, locale } = context;
    if (whom === 'room' && !room) return refuse('not-in-a-room');
    if (whom === 'room' && !mayGiveRoomDigest(member)) return refuse('room-digest-facilitators');
    const zone = whom === 'room' ? community.zone : (member.zone ?? community.zone);
    const done = await services.veille.subscribe(cause, {
      ...{ room: whom === 'room' ? (room?.id ?? null) : null, frequency, zone },
      ...{ hour: hour ?? USUAL_HOUR, weekday: weekday ? Number(weekday) : MONDAY },
    });
    if (!done.ok) return done;
    const { number, nextAt } = done.value;
    const at = { zone, locale };
    return ok(
      view({
        title: [
          say(locale, `digest.done.${whom === 'room' ? 'room' : 'me'}.${frequency}`, {
            time: formatTime(nextAt, at),
            day: dayName(done.value.weekday, locale),
          }),
        ],
        blocks: [note(...rich(locale, 'digest.done.what', { zone: zoneName(zone, locale) }))],
        actions: [button(say(locale, 'digest.stop'), act('veille.undigest', { digest: number }))],
      }),
    );
  },
});

const MOST = 9_999_999;

export const undigest = command({
  id: 'veille.undigest',
  params: { digest: unseen(integer({ min: 1, max: MOST })) },
  async run({ services, cause, locale }, { digest: number }) {
    const done = await services.veille.unsubscribe(cause, number);
    return done.ok ? ok(view({ title: [say(locale, 'digest.done.stopped')] })) : done;
  },
});

export const later = command({
  id: 'veille.later',
  hidden: true,
  params: { resource: resourceRef(), digest: integer({ min: 1, max: MOST }) },
  async run({ services, cause, locale }, { resource: number, digest: subscription }) {
    const done = await services.veille.later(cause, subscription, number);
    return done.ok ? ok(view({ title: [say(locale, 'digest.done.later', { number })] })) : done;
  },
});
