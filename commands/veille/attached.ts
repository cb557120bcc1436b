import type { CommunityId, DecisionId, ResourceId, SeriesId } from '../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import type { Target } from '../../src/veille/types/attaching.js';
import { eventRef, readRef } from '../agenda/params.js';
import { decisionNumber } from '../decisions/params.js';
import type { Context, Services } from '../registry/context.js';
import { type Param, param } from '../registry/param.js';
import { act } from '../view/build.js';
import type { Act } from '../view/view.js';

/** Something else of the community that a page goes with, as people name it. */
export interface Trace {
  /** `D-12`, `A-3`. */
  readonly reference: string;
  readonly title: string;
  readonly opens: Act;
}

/** What a page goes with, as it is called now. */
export async function tracesOf(
  services: Pick<Services, 'veille' | 'decisions' | 'agenda'>,
  about: {
    readonly community: CommunityId;
    readonly resource: ResourceId;
    readonly now: Date;
  },
): Promise<Trace[]> {
  const { community, resource, now } = about;
  const found: Trace[] = [];
  for (const { target } of await services.veille.attachments(community, resource)) {
    if (target.kind === 'decision') {
      const which = { id: target.id as DecisionId };
      const decision = await services.decisions.decision(community, which);
      if (decision) {
        const { number, text } = decision;
        const opens = act('decision.show', { decision: number });
        found.push({ reference: `D-${number}`, title: text.title, opens });
      }
    } else {
      const meeting = await services.agenda.meeting(
        community,
        { id: target.id as SeriesId },
        { now },
      );
      if (meeting) {
        const { number, title } = meeting.occurrence;
        const opens = act('agenda.show', { event: number });
        found.push({ reference: `A-${number}`, title, opens });
      }
    }
  }
  return found;
}

/** How a decision or a meeting is named: by a letter and a number. */
interface Named {
  readonly kind: Target['kind'];
  readonly number: number;
}

/** A decision or a meeting by its name: `D-12`, `A-3`. Offers the open ones and those to come. */
export const targetRef = (): Param<Named> =>
  param<Named>({
    options: async (context) => [
      ...(await decisionNumber('open').options(context)),
      ...(await eventRef().options(context)),
    ],
    parse: async (typed) => {
      const [, digits] = /^\s*d\s*-?\s*(\d{1,7})\s*$/i.exec(typed) ?? [];
      if (digits) return ok({ kind: 'decision', number: Number(digits) });
      const ref = /^\s*a/i.test(typed) ? readRef(typed) : null;
      return ref ? ok({ kind: 'event', number: ref.number }) : refuse('not-a-target', { typed });
    },
  });

/** The one that is meant, here. */
export async function findTarget(
  { services, community, now }: Context,
  { kind, number }: Named,
): Promise<Result<Target>> {
  if (kind === 'decision') {
    const decision = await services.decisions.decision(community.id, { number });
    return decision
      ? ok({ kind, id: decision.id })
      : refuse('unknown-decision', { number }, 'target');
  }
  const meeting = await services.agenda.meeting(community.id, { number }, { now });
  return meeting
    ? ok({ kind, id: meeting.series.id })
    : refuse('unknown-event', { number }, 'target');
}
