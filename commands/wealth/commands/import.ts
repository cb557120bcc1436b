import { isoDay } from '../../../src/kernel/dates/past.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, type Param, param } from '../../registry/param.js';
import { act, button, text, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { around } from '../drawing.js';
import { readFile } from '../imports/read-lines.js';
import { context as contextParam, contextTyped } from '../params.js';
import { LANDMARK } from '../views/card.js';
import { importPreview } from '../views/import.js';

/** In UTF-16 code units: a few hundred lines. A longer file is fetched from its address. */
const LONGEST_PASTED = 20_000;

/** A table as it is pasted, or the address where one is. */
const table = (): Param<string> =>
  param<string>({
    input: 'text',
    takes: 'words',
    maxLength: LONGEST_PASTED,
    parse: async (typed) => ok(typed),
  });

const importNumber = () => integer({ min: 1, max: 10_000_000 });

const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

async function contentOf({ services }: Context, typed: string): Promise<Result<string>> {
  if (!ADDRESS.test(typed)) return ok(typed);
  const fetched = await services.wealth.fetchTable(typed.trim());
  if (fetched.ok) return fetched;
  const [first, ...others] = fetched.refusals;
  return { ok: false, refusals: [{ ...first, field: 'table' }, ...others] };
}

/** Shows what a file says, before anything of it is declared. */
export const importTable = command({
  id: 'wealth.import',
  params: { context: contextParam(), table: table() },
  allows: ({ role }) => role === 'facilitator',
  async run(context, { context: about, table: typed }) {
    const { services, cause, community, member, locale, now } = context;
    const content = await contentOf(context, typed);
    if (!content.ok) return content;
    const file = await readFile(content.value, about, context);
    if (!file.ok) return file;
    const today = isoDay(now, community.zone);
    const done = await services.wealth.previewImport(cause, about, file.value.lines, today);
    if (!done.ok) return done;
    const draw = await around(services, { community: community.id, reader: member.id, now });
    return ok(importPreview(draw(locale), done.value, file.value));
  },
});

export const importTake = command({
  id: 'wealth.import-take',
  params: { import: importNumber() },
  allows: ({ role }) => role === 'facilitator',
  hidden: true,
  async run({ services, cause, room, locale }, { import: number }) {
    const done = await services.wealth.takeImport(cause, number, room?.id ?? null);
    if (!done.ok) return done;
    const { count, proposed, context } = done.value;
    const next = say(locale, 'sheet.done.proposed', { count: proposed });
    return ok(
      view({
        title: [say(locale, 'sheet.done', { count })],
        landmark: LANDMARK,
        blocks: next === '' ? [] : [text(next)],
        actions: [
          button(
            context.name,
            act('wealth.context', { context: contextTyped(context) }),
            'primary',
          ),
          ...(count > 0
            ? [button(say(locale, 'sheet.undo'), act('wealth.import-undo', { import: number }))]
            : []),
        ],
      }),
    );
  },
});

export const importUndo = command({
  id: 'wealth.import-undo',
  params: { import: importNumber() },
  allows: ({ role }) => role === 'facilitator',
  hidden: true,
  async run({ services, cause, locale }, { import: number }) {
    const done = await services.wealth.undoImport(cause, number);
    if (!done.ok) return done;
    const { count, context } = done.value;
    const fields = { context: contextTyped(context) };
    return ok(
      view({
        title: [say(locale, 'sheet.undone', { count })],
        blocks: [text(say(locale, 'sheet.undone.next'))],
        actions: [button(say(locale, 'sheet.again'), act('wealth.import', fields))],
      }),
    );
  },
});

/** What came with a file in one's own name is so. */
export const importConfirm = command({
  id: 'wealth.import-confirm',
  params: { import: importNumber() },
  hidden: true,
  async run({ services, cause, locale }, { import: number }) {
    const done = await services.wealth.confirmImport(cause, number);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'sheet.confirmed', { count: done.value.count })],
        blocks: [text(say(locale, 'sheet.confirmed.next'))],
        actions: [button(say(locale, 'wealth.overview.title'), act('wealth.list'))],
      }),
    );
  },
});
