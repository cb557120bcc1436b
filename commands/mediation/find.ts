import type { MediationId } from '../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { type Gesture, may } from '../../src/mediation/policy.js';
import { standing } from '../../src/mediation/service/reading.js';
import type { Context } from '../registry/context.js';
import type { View } from '../view/view.js';

type Who = Pick<Context, 'services' | 'community' | 'member'>;

/** The one a button names or, typed, the only one of theirs that this can be done with. */
export async function findCase(
  { services, community, member }: Who,
  named: MediationId | null,
  gesture: Gesture,
): Promise<Result<MediationId>> {
  if (named) return ok(named);
  const { own } = await services.mediation.mine(community.id, member.id);
  const able = own.filter((one) => may(gesture, one.part, standing(one).state));
  const [only] = able;
  if (!only) return refuse('mediation-none');
  return able.length === 1 ? ok(standing(only).id) : refuse('mediation-several');
}

/** What a command does with a request, once it is known which. */
export const onCase =
  <A extends { readonly case: MediationId | null }>(
    gesture: Gesture,
    work: (context: Context, id: MediationId, args: A) => Promise<Result<View>>,
  ) =>
  async (context: Context, args: A): Promise<Result<View>> => {
    const found = await findCase(context, args.case, gesture);
    return found.ok ? work(context, found.value, args) : found;
  };
