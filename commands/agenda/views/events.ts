import type { EventProblem } from '../../../src/agenda/types.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

/** To who facilitates: why a network shows no meetings, and what to do. */
export function eventsRefused(
  problem: EventProblem,
  grantUrl: string | null,
  locale: Locale,
): View {
  const label = say(locale, problem === 'gone' ? 'events.refused.invite' : 'events.refused.grant');
  const offered = problem === 'full' ? null : grantUrl;
  return view({
    title: [say(locale, 'events.refused')],
    landmark: '🗓️',
    audience: 'direct',
    blocks: [
      text(say(locale, `events.refused.${problem}`)),
      note(...rich(locale, 'events.refused.then')),
    ],
    actions: offered === null ? [] : [{ type: 'link', label, href: offered }],
  });
}
