import { ok, type Result } from '../../../src/kernel/result.js';
import type { Handed } from '../../../src/mediation/service/outside.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { line } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { drawingFor } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef } from '../params.js';
import { linkView } from '../views/outside.js';
import { opened } from './follow.js';

/** What is said first, who may read above all, is in the form that confirms. */
const making = (gesture: 'outside' | 'relink'): Command =>
  command({
    id: `mediation.${gesture}`,
    params: { case: caseRef() },
    private: true,
    confidential: true,
    confirm: true,
    hidden: true,
    run: onCase(gesture, async (context, id) =>
      shown(context, await context.services.mediation[gesture](context.cause, id)),
    ),
  });

async function shown(context: Context, done: Result<Handed>): Promise<Result<View>> {
  return done.ok ? ok(linkView(await drawingFor(context), done.value)) : done;
}

export const outside = making('outside');
export const relink = making('relink');

export const unlink = command({
  id: 'mediation.unlink',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('unlink', async (context, id) => {
    const done = await context.services.mediation.unlink(context.cause, id);
    return done.ok ? opened(context, id) : done;
  }),
});

/** By whoever came by a link: what they are called. */
export const introduce = command({
  id: 'mediation.introduce',
  params: { case: caseRef(), called: line(LIMITS.called) },
  private: true,
  confidential: true,
  hidden: true,
  run: onCase('introduce', async (context, id, { called }) => {
    const { services, cause } = context;
    const done = await services.mediation.introduce(cause, id, called);
    return done.ok ? opened(context, id) : done;
  }),
});
