import { formatList } from '../../../src/kernel/dates/format.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import { type Quantity, sumByUnit } from '../../../src/kernel/quantities/quantity.js';
import { endsOf } from '../../../src/wealth/rules/matrix.js';
import type { ImportPreview } from '../../../src/wealth/service/importing.js';
import type {
  Content,
  Contribution,
  ImportLine,
  WealthContext,
} from '../../../src/wealth/types.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, Inline, View } from '../../view/view.js';
import { refusalLine, refusalText } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';
import { type Around, dayText, nameOf } from '../drawing.js';
import type { Fault, ReadFile } from '../imports/read-lines.js';
import { contextTyped, natureName } from '../params.js';
import { LANDMARK } from './card.js';
import { listOf, titled } from './context.js';

/** A screen of a phone holds no more; the rest is in a file. */
const MOST_FAULTS = 15;
const MOST_SHOWN = 5;

/** What would be added, what is there already, and every line that is to be put right. */
export function importPreview(
  around: Around,
  preview: ImportPreview,
  file: Pick<ReadFile, 'faults' | 'left' | 'order'>,
): View {
  const { locale, reader } = around;
  const { context, number, fresh, known } = preview;
  const faults = [...file.faults, ...preview.faults].sort((a, b) => a.line - b.line);
  const others = fresh.filter(({ member }) => member !== reader?.id).length;
  const total = totals(fresh, around);
  return view({
    title: [say(locale, 'sheet.preview', { name: context.name })],
    landmark: LANDMARK,
    blocks: [
      text(...rich(locale, 'sheet.fresh', { count: fresh.length, total })),
      ...(others > 0 ? [text(say(locale, 'sheet.for-others', { count: others }))] : []),
      ...(known.length > 0 ? [text(say(locale, 'sheet.known', { count: known.length }))] : []),
      ...(fresh.length > 0
        ? [
            titled(say(locale, 'sheet.sample')),
            listOf(fresh.slice(0, MOST_SHOWN).map((line) => lineOf(line, context, around))),
          ]
        : []),
      ...faultBlocks(faults, around),
      ...(file.order ? [note(say(locale, `sheet.how.${file.order}`))] : []),
      ...(file.left.length > 0
        ? [note(say(locale, 'sheet.left', { list: file.left.join(', ') }))]
        : []),
    ],
    actions: [
      ...(number === null
        ? []
        : [
            button(
              say(locale, 'sheet.take', { count: fresh.length }),
              act('wealth.import-take', { import: number }),
              'primary',
            ),
          ]),
      button(say(locale, 'sheet.again'), act('wealth.import', { context: contextTyped(context) })),
    ],
  });
}

const totals = (lines: readonly ImportLine[], { locale }: Around): string =>
  formatList(
    [...sumByUnit(lines.map(({ content }): Quantity => content.quantity))].map(([unit, amount]) =>
      formatQuantity({ amount, unit }, locale),
    ),
    locale,
  );

function lineOf(line: ImportLine, context: WealthContext, around: Around): Inline[] {
  const { locale } = around;
  return rich(locale, 'sheet.line', { line: line.line, ...told(line, context, around) });
}

/** A declaration in one line: when, from whom to whom, how much of what. */
export function told(
  { member, content }: { readonly member: Contribution['member']; readonly content: Content },
  context: Pick<WealthContext, 'name'>,
  around: Around,
) {
  const { from, to } = endsOf({ member, content, period: null });
  const end = (id: string | null): string => (id ? nameOf(around, id) : context.name);
  return {
    ...{ day: dayText(content.day, around), from: end(from), to: end(to), what: content.what },
    quantity: formatQuantity(content.quantity, around.locale),
    nature: natureName(content.nature, around.locale),
  };
}

function faultBlocks(faults: readonly Fault[], { locale, community, now }: Around): Block[] {
  if (faults.length === 0) return [];
  const { zone } = community;
  const why = ({ refusals }: Fault): Inline[] =>
    refusals.flatMap((refusal, index) => [
      ...(index > 0 ? [' '] : []),
      ...refusalLine(locale, refusal, zone, now),
    ]);
  const plain = ({ line, refusals }: Fault): string =>
    `${line}\t${refusals.map((one) => refusalText(locale, one, zone, now)).join(' ')}\r\n`;
  const shown = faults
    .slice(0, MOST_FAULTS)
    .map((fault): Inline[] => [
      ...rich(locale, 'sheet.fault', { line: fault.line, why: '' }),
      ...why(fault),
    ]);
  const all: Block = {
    ...{ type: 'file', name: 'import-faults.txt', mediaType: 'text/plain' },
    text: `\uFEFF${faults.map(plain).join('')}`,
  };
  return [
    titled(say(locale, 'sheet.faults', { count: faults.length })),
    listOf(shown),
    ...(faults.length > MOST_FAULTS ? [note(say(locale, 'sheet.faults.file')), all] : []),
    note(say(locale, 'sheet.faults.next')),
  ];
}
