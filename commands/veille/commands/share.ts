import { LIMITS } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import { advanced, optional, text, unseen } from '../../registry/param.js';
import { act, button } from '../../view/build.js';
import { say } from '../../words/index.js';
import { pageAddress, resourceRef, tags, theme } from '../params.js';
import { page } from './read.js';

/** The addresses that a text holds, each once, in order. */
export function addressesIn(said: string): string[] {
  const found = [...said.matchAll(/https?:\/\/[^\s<>"]+/gi)].map(([one]) => addressOf(one));
  return [...new Set(found)].filter((one) => URL.canParse(one));
}

/** Without the stop that ends a sentence, or the bracket that was opened before it. */
function addressOf(said: string): string {
  const bare = said.replace(/[.,;:!?»”'\]]+$/, '');
  const count = (sign: string): number => bare.split(sign).length;
  return bare.endsWith(')') && count(')') > count('(') ? addressOf(bare.slice(0, -1)) : bare;
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
  onMessage: ({ text: said, link: source }) => {
    const [link] = addressesIn(said);
    return { ...(link && { link }), ...(source && { source }) };
  },
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
