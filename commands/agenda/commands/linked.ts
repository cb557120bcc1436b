import { mayFollow } from '../../../src/agenda/policy.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import type { ConflictId } from '../../../src/kernel/ids.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { line, type Param, param } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { problemText } from '../calendar-news.js';
import { surroundings } from '../drawing.js';
import { conflictCard, conflictRead } from '../views/conflict.js';

const named = (max: number) => ({ ...line(max), takes: 'named' as const });

/** The agenda and a calendar of a server become the same. */
export const link = command({
  id: 'agenda.link-calendar',
  params: { address: line(2_000), user: named(200), password: named(500) },
  allows: mayFollow,
  private: true,
  async run({ services, cause, locale }, { address, user, password }) {
    const done = await services.agenda.linkCalendar(cause, { url: address, user, password });
    if (!done.ok) return done;
    const { name, host } = done.value;
    return ok(
      view({
        title: [say(locale, 'link.done', { name })],
        landmark: '🔗',
        blocks: [text(say(locale, 'link.then', { host })), note(...rich(locale, 'link.how'))],
        actions: [button(say(locale, 'link.see'), act('agenda.linked-calendar'))],
      }),
    );
  },
});

export const linked = command({
  id: 'agenda.linked-calendar',
  params: {},
  async run({ services, community, locale, now }) {
    const found = await services.agenda.linkedCalendar(community.id);
    if (!found) {
      const how = text(...rich(locale, 'link.none.how'));
      return ok(view({ title: [say(locale, 'link.none')], blocks: [how] }));
    }
    const { name, host, problem, readAt } = found;
    const at = readAt ? formatMoment(readAt, { zone: community.zone, locale, now }) : '';
    const state = at
      ? say(locale, 'link.state', { host, at })
      : say(locale, 'link.not-yet', { host });
    return ok(
      view({
        title: [say(locale, 'link.is', { name })],
        landmark: '🔗',
        blocks: [
          text(problem === '' ? state : problemText(locale, problem, host)),
          note(...rich(locale, 'link.how')),
        ],
      }),
    );
  },
});

export const unlink = command({
  id: 'agenda.unlink-calendar',
  params: {},
  allows: mayFollow,
  confirm: true,
  async run({ services, cause, locale }) {
    const done = await services.agenda.unlinkCalendar(cause);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'link.stopped', { name: done.value.name })],
        blocks: [text(say(locale, 'link.stopped.then'))],
      }),
    );
  },
});

/** A button names it, and nothing else does. */
const conflictRef = (): Param<ConflictId> =>
  param<ConflictId>({
    unasked: true,
    parse: async (typed) => {
      const id = conflictRead(typed);
      return id ? ok(id) : refuse('conflict-gone');
    },
  });

/** The version that lost holds after all. */
export const takeOther = command({
  id: 'agenda.take-other',
  params: { conflict: conflictRef() },
  hidden: true,
  async run({ services, cause, community, member, locale, now }, { conflict }) {
    const done = await services.agenda.takeOther(cause, conflict);
    if (!done.ok) return done;
    const versions = await services.agenda.versions(community.id, conflict);
    if (!versions) return refuse('conflict-gone');
    const around = { community: community.id, reader: member.id, now };
    const draw = await surroundings(services, around);
    return ok({
      ...conflictCard(versions, (meeting) => draw(meeting, locale)),
      audience: 'only-you',
    });
  },
});
