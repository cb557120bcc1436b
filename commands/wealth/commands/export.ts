import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, integer, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { csvExport } from '../exports/csv.js';
import { fecExport } from '../exports/fec.js';
import { beancountJournal, hledgerJournal } from '../exports/journals.js';
import { type ExportLine, exportLines } from '../exports/lines.js';
import { valueFlowsExport } from '../exports/valueflows.js';
import { context as contextParam, contextTyped } from '../params.js';
import { LANDMARK } from '../views/card.js';

const FORMATS = ['csv', 'hledger', 'beancount', 'fec', 'valueflows'] as const;
type Format = (typeof FORMATS)[number];

const formats = () =>
  choice(FORMATS, (one, { locale }: Context) => say(locale, `export.format.${one}`));

const FILES: Readonly<Record<Format, readonly [ending: string, mediaType: string]>> = {
  csv: ['csv', 'text/csv'],
  hledger: ['journal', 'text/plain'],
  beancount: ['beancount', 'text/plain'],
  fec: ['txt', 'text/plain'],
  valueflows: ['jsonld', 'application/ld+json'],
};

function written(format: Format, lines: readonly ExportLine[], name: string, context: Context) {
  switch (format) {
    case 'csv':
      return csvExport(lines, name, context.locale);
    case 'hledger':
      return hledgerJournal(lines, name);
    case 'beancount':
      return beancountJournal(lines, name);
    case 'fec':
      return fecExport(lines, name);
    case 'valueflows':
      return valueFlowsExport(lines, name);
  }
}

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
    const [ending, mediaType] = FILES[format];
    const name = `${contextTyped(about)}.${ending}`;
    const fields = { context: contextTyped(about), ...(period !== null && { period }) };
    return ok(
      view({
        title: [say(locale, 'export.wealth.title', { name: about.name })],
        landmark: LANDMARK,
        blocks: [
          text(say(locale, `export.about.${format}`)),
          note(say(locale, 'export.wealth.count', { count: lines.value.length })),
          {
            type: 'file',
            name,
            mediaType,
            text: written(format, lines.value, about.name, context),
          },
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
