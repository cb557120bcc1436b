import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, integer, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { exportFile } from '../exports/file.js';
import { exportLines } from '../exports/lines.js';
import { context as contextParam, contextTyped } from '../params.js';
import { LANDMARK } from '../views/card.js';

const FORMATS = ['csv', 'xlsx', 'hledger', 'beancount', 'fec', 'valueflows'] as const;

const formats = () =>
  choice(FORMATS, (one, { locale }: Context) => say(locale, `export.format.${one}`));

/** What is validated in a context, for people, for accounts, for other commons. */
export const exported = command({
  id: 'wealth.export',
  params: {
    context: contextParam(),
    format: optional({ ...formats(), takes: 'last' as const }, 'csv' as const),
    period: optional({ ...integer({ min: 1, max: 10_000 }), takes: 'named' as const }),
  },
  async run(context, { context: about, format, period }) {
    const { locale } = context;
    const lines = await exportLines(context, about, { period, locale });
    if (!lines.ok) return lines;
    const { file, count } = await exportFile(context, about, { format, lines: lines.value });
    const fields = { context: contextTyped(about), ...(period !== null && { period }) };
    return ok(
      view({
        title: [say(locale, 'export.wealth.title', { name: about.name })],
        landmark: LANDMARK,
        blocks: [
          text(say(locale, `export.about.${format}`)),
          note(say(locale, 'export.wealth.count', { count })),
          file,
        ],
        actions: FORMATS.filter((one) => one !== format).map((one) =>
          button(
            say(locale, `export.format.${one}`),
            act('wealth.export', { ...fields, format: one }),
          ),
        ),
      }),
    );
  },
});
