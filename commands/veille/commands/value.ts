import { ok } from '../../../src/kernel/result.js';
import { LIMITS, MARKS, type MarkKind } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, text } from '../../registry/param.js';
import { act, button } from '../../view/build.js';
import { say } from '../../words/index.js';
import { resourceRef, tags } from '../params.js';
import { done, page } from './read.js';

/** One gesture, and how to take it back. */
const marking = (id: string, mark: MarkKind) =>
  command({
    id,
    // Few words for what a digest asks by a button.
    hidden: mark === 'not_for_us',
    params: { resource: resourceRef() },
    async run({ services, cause, locale }: Context, { resource: number }) {
      const marked = await services.veille.mark(cause, { number }, mark);
      if (!marked.ok) return marked;
      const undo = act('veille.unmark', { resource: number, mark });
      return ok(
        done(say(locale, `veille.done.${mark}`, { number }), [
          button(say(locale, 'veille.act.undo'), undo),
        ]),
      );
    },
  });

export const useful = marking('veille.useful', 'useful');
export const read = marking('veille.read', 'read');
export const notForUs = marking('veille.not-for-us', 'not_for_us');

export const unmark = command({
  id: 'veille.unmark',
  hidden: true,
  params: {
    resource: resourceRef(),
    mark: choice(MARKS, (mark, { locale }: Context) => say(locale, `mark.${mark}`)),
  },
  async run({ services, cause, locale }, { resource: number, mark }) {
    const taken = await services.veille.unmark(cause, { number }, mark);
    return taken.ok ? ok(done(say(locale, 'veille.done.unmarked', { number }))) : taken;
  },
});

const remarking = (id: string, kind: 'comment' | 'question') =>
  command({
    id,
    params: { resource: resourceRef(), text: text(LIMITS.remark) },
    async run(context: Context, { resource: number, text: said }) {
      const { services, cause, locale } = context;
      const made = await services.veille.remark(cause, { number }, { kind, text: said });
      if (!made.ok) return made;
      const undo = act('veille.unremark', { resource: number });
      return page(context, number, {
        said: say(locale, `veille.done.${kind}`, { number }),
        actions: [button(say(locale, 'veille.act.unremark'), undo)],
      });
    },
  });

export const comment = remarking('veille.comment', 'comment');
export const dig = remarking('veille.dig', 'question');

export const unremark = command({
  id: 'veille.unremark',
  hidden: true,
  params: { resource: resourceRef() },
  async run(context, { resource: number }) {
    const { services, cause, locale } = context;
    const taken = await services.veille.unremark(cause, { number });
    if (!taken.ok) return taken;
    return page(context, number, { said: say(locale, 'veille.done.unremarked', { number }) });
  },
});

const tagging = (id: string, what: 'tag' | 'untag') =>
  command({
    id,
    params: { resource: resourceRef(), tags: tags() },
    async run(context: Context, { resource: number, tags: words }) {
      const { services, cause, locale } = context;
      const changed = await services.veille[what](cause, { number }, words);
      if (!changed.ok) return changed;
      return page(context, number, { said: say(locale, `veille.done.${what}`, { number }) });
    },
  });

export const tag = tagging('veille.tag', 'tag');
export const untag = tagging('veille.untag', 'untag');
