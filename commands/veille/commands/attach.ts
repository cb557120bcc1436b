import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { act, button } from '../../view/build.js';
import { say } from '../../words/index.js';
import { findTarget, targetRef } from '../attached.js';
import { resourceRef } from '../params.js';
import { page } from './read.js';

const LETTERS = { decision: 'D', event: 'A' } as const;

/** One gesture, and the one that undoes it. */
const attaching = (id: 'attach' | 'detach', undo: 'attach' | 'detach') =>
  command({
    id: `veille.${id}`,
    params: { resource: resourceRef(), target: targetRef() },
    async run(context: Context, { resource: number, target: named }) {
      const { services, cause, locale } = context;
      const target = await findTarget(context, named);
      if (!target.ok) return target;
      const done = await services.veille[id](cause, { number }, target.value);
      if (!done.ok) return done;
      const reference = `${LETTERS[named.kind]}-${named.number}`;
      const back = act(`veille.${undo}`, { resource: number, target: reference });
      return page(context, number, {
        said: say(locale, `attached.done.${id}`, { number, reference }),
        actions: [button(say(locale, 'veille.act.undo'), back)],
      });
    },
  });

export const attach = attaching('attach', 'detach');
export const detach = attaching('detach', 'attach');
