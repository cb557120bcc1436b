import type { Meeting } from '../../../src/agenda/types.js';
import { formatTime } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import { LOCALES } from '../../../src/kernel/locale.js';
import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { zone } from '../../registry/moment.js';
import { choice, flag } from '../../registry/param.js';
import { act, button, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { meView } from '../views/me.js';

const AHEAD_MS = 28 * 86_400_000;
const MOST_LOOKED_AT = 50;
const MOST_EVENTS = 5;
const MOST_GIVEN = 3;

/** What they said that they come to, or may, in the next weeks. */
export async function eventsOf(
  context: Pick<Context, 'services' | 'community' | 'member' | 'now'>,
): Promise<Meeting[]> {
  const { services, community, member, now } = context;
  const to = new Date(now.getTime() + AHEAD_MS);
  const around = { from: now, to, limit: MOST_LOOKED_AT };
  const { meetings } = await services.agenda.meetings(community.id, around);
  return meetings.filter(({ attendance: { coming, maybe } }) =>
    [...coming, ...maybe].some((answer) => answer.member === member.id),
  );
}

export const me = command({
  id: 'ecc.me',
  params: {},
  async run(context) {
    const { services, community, member, locale, now } = context;
    const members = await services.community.members(community.id);
    const waiting = await services.decisions.waitingFor(community.id, member.id, now);
    const events = (await eventsOf(context)).slice(0, MOST_EVENTS);
    const page = { member: member.id, limit: MOST_GIVEN };
    const given = await services.wealth.contributions(community.id, page, member.id);
    const { zone } = community;
    return ok(meView({ member, members, waiting, events, given, zone, locale, now }));
  },
});

const languages = () =>
  choice([...LOCALES, 'auto'] as const, (one, { locale }: Context) =>
    say(locale, `language.${one}`),
  );

export const language = command({
  id: 'ecc.language',
  params: { language: languages() },
  async run({ services, cause, locale }, { language: wanted }) {
    const chosen = wanted === 'auto' ? null : wanted;
    const done = await services.community.setMember(cause, { locale: chosen });
    if (!done.ok) return done;
    if (chosen === null) return ok(view({ title: [say(locale, 'language.done.auto')] }));
    const language = say(chosen, `language.${chosen}`);
    return ok(view({ title: [say(chosen, 'language.done', { language })] }));
  },
});

/** The one somebody lives in; the community’s own is no choice of theirs. */
export const ownZone = command({
  id: 'ecc.zone',
  params: { zone: zone() },
  async run({ services, community, cause, locale, now }, { zone: wanted }) {
    const own = wanted === community.zone ? null : wanted;
    const done = await services.community.setMember(cause, { zone: own });
    if (!done.ok) return done;
    const time = formatTime(now, { zone: wanted, locale });
    return ok(
      view({ title: [say(locale, 'zone.done', { zone: zoneName(wanted, locale), time })] }),
    );
  },
});

export const reminders = command({
  id: 'ecc.reminders',
  params: { wanted: { ...flag(), required: true, takes: 'word' } },
  async run({ services, cause, locale }, { wanted }) {
    const done = await services.community.setMember(cause, { reminders: wanted });
    if (!done.ok) return done;
    const title = rich(locale, wanted ? 'reminders.done.on' : 'reminders.done.off');
    const other = button(
      say(locale, wanted ? 'me.reminders.stop' : 'me.reminders.start'),
      act('ecc.reminders', { wanted: wanted ? 'no' : 'yes' }),
    );
    return ok(view({ title, actions: [other] }));
  },
});
