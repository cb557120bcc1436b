import { LIMITS } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import { advanced, optional, text, unseen } from '../../registry/param.js';
import { act, button } from '../../view/build.js';
import { say } from '../../words/index.js';
import { pageAddress, resourceRef, tags, theme } from '../params.js';
import { page } from './read.js';

/** The first address that a text holds, without the stop or the bracket that closes a sentence. */
function addressIn(said: string): string | null {
  const [found] = /https?:\/\/[^\s<>"]+/i.exec(said) ?? [];
  return found?.replace(/[).,;:!?»”'\]]+$/, '') ?? null;
}

export const add = command({
  id: 'veille.add',
  params: {
    link: pageAddress(),
    theme: optional(theme()),
    why: optional({ ...text(LIMITS.why), input: 'text' as const }),
    tags: advanced(optional(tags())),
    /** The address of the message it is in. */
    source: unseen(pageAddress()),
  },
  onMessage: ({ text: said, link }) => ({
    ...(addressIn(said) && { link: addressIn(said) ?? '' }),
    ...(link && { source: link }),
  }),
  async run(context, { link, theme: asked, why, tags: words, source }) {
    const { services, cause, room, locale } = context;
    const done = await services.veille.share(cause, {
      ...{ address: link, theme: asked, why: why ?? '', tags: words ?? [] },
      ...{ room: room?.id ?? null, link: source },
    });
    if (!done.ok) return done;
    const { resource, how } = done.value;
    const { number } = resource;
    return page(context, number, { said: say(locale, `veille.done.${how}`, { number }) });
  },
});

export const unshare = command({
  id: 'veille.unshare',
  hidden: true,
  params: { resource: resourceRef() },
  async run(context, { resource: number }) {
    const { services, cause, locale } = context;
    const done = await services.veille.unshare(cause, { number });
    if (!done.ok) return done;
    return page(context, number, { said: say(locale, 'veille.done.unshared', { number }) });
  },
});

export const reread = command({
  id: 'veille.reread',
  hidden: true,
  params: { resource: resourceRef() },
  async run(context, { resource: number }) {
    const { services, cause, locale } = context;
    const done = await services.veille.reread(cause, { number });
    if (!done.ok) return done;
    const again = button(say(locale, 'card.more'), act('veille.show', { resource: number }));
    return page(context, number, {
      said: say(locale, 'veille.done.reread', { number }),
      actions: [again],
    });
  },
});
