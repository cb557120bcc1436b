import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { view } from '../../view/build.js';
import { gather } from '../drawing.js';
import { decisionNumber } from '../params.js';
import { headline } from '../views/card.js';
import { steering } from '../views/steering.js';

/** The gestures of who answers for a decision's course, apart from those of everybody. */
export const steer = command({
  id: 'decision.steer',
  params: { decision: decisionNumber() },
  hidden: true,
  async run({ services, community, member, locale, now }, { decision: number }) {
    const about = { community: community.id, which: { number }, reader: member.id, now };
    const drawing = (await gather(services, about))?.(locale);
    if (!drawing) return refuse('unknown-decision', { number });
    const actions = steering(drawing.dossier.decision, { reader: member, locale, now });
    return actions.length === 0
      ? refuse('author-only')
      : ok(view({ title: headline(drawing), landmark: '🗳️', actions }));
  },
});
