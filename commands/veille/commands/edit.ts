import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { fold } from '../../../src/kernel/text.js';
import { type Edition, type EditionShown, LIMITS } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { advanced, line, optional, type Param, text } from '../../registry/param.js';
import { view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { editionRef, resourceRef, resourceRefs } from '../params.js';
import { editionFor } from './editions.js';

type Done =
  | 'begun'
  | 'rewritten'
  | 'added'
  | 'noted'
  | 'ordered'
  | 'removed'
  | 'published'
  | 'withdrawn';
type Given = Readonly<Record<string, string>>;

/** The edition as it is now, and what was just done with it. */
async function after(context: Context, done: Result<Edition>, what: Done): Promise<Result<View>> {
  if (!done.ok) return done;
  const { number } = done.value;
  return editionFor(context, number, {
    said: say(context.locale, `edition.done.${what}`, { number }),
  });
}

/** Only those who may: and what a form proposes is what there is. */
const proposing =
  (propose: (shown: EditionShown, given: Given) => Given) =>
  async (context: Context, given: Given): Promise<Result<Given>> => {
    const { services, community, member } = context;
    const { edits } = await services.veille.editionsFor(community.id, member.id);
    if (!edits) return refuse('editors-only');
    const read = await editionRef().parse(given.edition ?? '', context);
    if (!read.ok) return ok({});
    const found = await services.veille.editionFor(community.id, member.id, read.value);
    return found
      ? ok(propose(found.shown, given))
      : refuse('unknown-edition', { number: read.value });
  };

const onlyEditors = proposing(() => ({}));

export const begin = command({
  id: 'veille.edition-begin',
  params: { name: line(LIMITS.editionTitle), introduction: text(LIMITS.introduction) },
  prepare: onlyEditors,
  async run(context, { name, introduction }) {
    const written = { title: name, introduction };
    return after(
      context,
      await context.services.veille.beginEdition(context.cause, written),
      'begun',
    );
  },
});

export const rewrite = command({
  id: 'veille.edition-rewrite',
  params: {
    edition: editionRef(),
    ...{ name: line(LIMITS.editionTitle), introduction: text(LIMITS.introduction) },
  },
  prepare: proposing(({ edition: { title, introduction } }) => ({ name: title, introduction })),
  async run(context, { edition, name, introduction }) {
    const { services, cause } = context;
    const written = { title: name, introduction };
    return after(
      context,
      await services.veille.rewriteEdition(cause, edition, written),
      'rewritten',
    );
  },
});

export const add = command({
  id: 'veille.edition-add',
  params: {
    resources: resourceRefs(),
    note: optional({ ...text(LIMITS.note), takes: 'named' as const }),
    edition: advanced(optional(editionRef())),
  },
  prepare: onlyEditors,
  async run(context, { resources, note, edition }) {
    const { services, cause } = context;
    const added = await services.veille.addToEdition(cause, edition, { resources, note });
    return after(context, added, 'added');
  },
});

const NOTHING = new Set(['rien', 'nothing', 'aucune', 'none', '-']);

/** What is said of a page there; « rien » takes the note away. */
const noteText = (): Param<string> => {
  const inner = text(LIMITS.note);
  return {
    ...inner,
    parse: async (raw, context) => (NOTHING.has(fold(raw)) ? ok('') : inner.parse(raw, context)),
  };
};

export const annotate = command({
  id: 'veille.edition-note',
  params: { edition: editionRef(), resource: resourceRef(), note: noteText() },
  prepare: proposing(({ items }, { resource }) => {
    const [digits] = /\d+/.exec(resource ?? '') ?? [];
    const held = items.find(({ known }) => String(known.resource.number) === digits);
    return { note: held?.note ?? '' };
  }),
  async run(context, { edition, resource, note }) {
    const { services, cause } = context;
    const done = await services.veille.noteInEdition(cause, edition, resource, note);
    return after(context, done, 'noted');
  },
});

export const order = command({
  id: 'veille.edition-order',
  params: { edition: editionRef(), order: resourceRefs() },
  prepare: proposing(({ items }) => ({
    order: items.map(({ known }) => `V-${known.resource.number}`).join(', '),
  })),
  async run(context, { edition, order: numbers }) {
    const { services, cause } = context;
    return after(context, await services.veille.orderEdition(cause, edition, numbers), 'ordered');
  },
});

export const remove = command({
  id: 'veille.edition-remove',
  params: { edition: editionRef(), resource: resourceRef() },
  prepare: onlyEditors,
  async run(context, { edition, resource }) {
    const { services, cause } = context;
    const done = await services.veille.removeFromEdition(cause, edition, resource);
    return after(context, done, 'removed');
  },
});

/** What all the room will see, shown and confirmed first. */
const confirmed = (
  id: string,
  does: 'publishEdition' | 'withdrawEdition',
  what: 'published' | 'withdrawn',
) =>
  command({
    id,
    params: { edition: editionRef() },
    confirm: true,
    prepare: onlyEditors,
    async run(context, { edition }) {
      const { services, cause } = context;
      return after(context, await services.veille[does](cause, edition), what);
    },
  });

export const publish = confirmed('veille.edition-publish', 'publishEdition', 'published');
export const withdraw = confirmed('veille.edition-withdraw', 'withdrawEdition', 'withdrawn');

export const drop = command({
  id: 'veille.edition-drop',
  params: { edition: editionRef() },
  confirm: true,
  prepare: onlyEditors,
  async run({ services, cause, locale }, { edition: number }) {
    const done = await services.veille.dropEdition(cause, number);
    if (!done.ok) return done;
    return ok(view({ title: [say(locale, 'edition.done.dropped', { number })] }));
  },
});
