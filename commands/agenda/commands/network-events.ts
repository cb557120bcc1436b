import { mayFollow } from '../../../src/agenda/policy.js';
import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { flag } from '../../registry/param.js';
import { note, text, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';

/** Whether networks show meetings among their own events: the community's choice. */
export const networkEvents = command({
  id: 'agenda.network-events',
  params: { shown: { ...flag(), takes: 'word' as const, required: true } },
  allows: mayFollow,
  async run({ services, cause, locale }, { shown }) {
    const done = await services.agenda.showEvents(cause, shown);
    if (!done.ok) return done;
    if (!shown) {
      const then = text(say(locale, 'events.hidden.then'));
      return ok(view({ title: [say(locale, 'events.hidden')], blocks: [then] }));
    }
    return ok(
      view({
        title: [say(locale, 'events.shown')],
        landmark: '🗓️',
        blocks: [text(say(locale, 'events.shown.who')), note(...rich(locale, 'events.shown.stop'))],
      }),
    );
  },
});
