import { ok, type Result } from '../../../src/kernel/result.js';
import type { Handed } from '../../../src/mediation/service/outside.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { line } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { drawingFor } from '../drawing.js';
import { findCase } from '../find.js';
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
    async run(context, { case: named }) {
      const found = await findCase(context, named, gesture);
      if (!found.ok) return found;
      return shown(context, await context.services.mediation[gesture](context.cause, found.value));
    },
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
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'unlink');
    if (!found.ok) return found;
    const done = await context.services.mediation.unlink(context.cause, found.value);
    return done.ok ? opened(context, found.value) : done;
  },
});

/** By whoever came by a link: what they are called. */
export const introduce = command({
  id: 'mediation.introduce',
  params: { case: caseRef(), called: line(LIMITS.called) },
  private: true,
  confidential: true,
  hidden: true,
  async run(context, { case: named, called }) {
    const found = await findCase(context, named, 'introduce');
    if (!found.ok) return found;
    const { services, cause } = context;
    const done = await services.mediation.introduce(cause, found.value, called);
    return done.ok ? opened(context, found.value) : done;
  },
});
