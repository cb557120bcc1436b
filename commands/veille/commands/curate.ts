import { type Result, refuse } from '../../../src/kernel/result.js';
import { LIMITS } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { text } from '../../registry/param.js';
import { act, button } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { resourceRef, theme } from '../params.js';
import { page } from './read.js';

async function classified(context: Context, number: number, name: string): Promise<Result<View>> {
  const { services, cause, locale } = context;
  const done = await services.veille.classify(cause, { number }, name);
  if (!done.ok) return done;
  const { theme: written } = done.value.resource;
  return page(context, number, {
    said: say(locale, 'veille.done.classified', { number, theme: written }),
  });
}

export const classify = command({
  id: 'veille.classify',
  params: { resource: resourceRef(), theme: theme() },
  run: (context, { resource, theme: name }) => classified(context, resource, name),
});

/** In the theme that was suggested. */
export const accept = command({
  id: 'veille.accept',
  hidden: true,
  params: { resource: resourceRef() },
  async run(context, { resource: number }) {
    const { services, community } = context;
    const known = await services.veille.resource(community.id, { number });
    if (!known) return refuse('unknown-resource', { number });
    if (!known.suggestion) return refuse('no-suggestion', { number });
    return classified(context, number, known.suggestion.theme);
  },
});

/** What a curator does to one resource, and how it is undone. */
const curating = (
  id: 'promote' | 'demote' | 'split' | 'restore',
  undo: 'promote' | 'demote' | null,
) =>
  command({
    id: `veille.${id}`,
    // Each is offered where it can be done.
    hidden: id !== 'promote',
    params: { resource: resourceRef() },
    async run(context: Context, { resource: number }) {
      const { services, cause, locale } = context;
      const done = await services.veille[id](cause, { number });
      if (!done.ok) return done;
      return page(context, number, {
        said: say(locale, `veille.done.${id}`, { number }),
        ...(undo && {
          actions: [
            button(say(locale, 'veille.act.undo'), act(`veille.${undo}`, { resource: number })),
          ],
        }),
      });
    },
  });

export const promote = curating('promote', 'demote');
export const demote = curating('demote', 'promote');
export const split = curating('split', null);
export const restore = curating('restore', null);

export const merge = command({
  id: 'veille.merge',
  params: { resource: resourceRef(), into: resourceRef() },
  async run(context, { resource: number, into }) {
    const { services, cause, locale } = context;
    const done = await services.veille.merge(cause, { number }, { number: into });
    if (!done.ok) return done;
    return page(context, done.value.number, {
      said: say(locale, 'veille.done.merged', { number, into: done.value.number }),
      actions: [button(say(locale, 'veille.act.undo'), act('veille.split', { resource: number }))],
    });
  },
});

export const retract = command({
  id: 'veille.retract',
  params: { resource: resourceRef(), reason: text(LIMITS.reason) },
  async run(context, { resource: number, reason }) {
    const { services, cause, locale } = context;
    const done = await services.veille.retract(cause, { number }, reason);
    if (!done.ok) return done;
    return page(context, number, { said: say(locale, 'veille.done.retracted', { number }) });
  },
});
