import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import {
  type Content,
  type Contribution,
  SCALES,
  type WealthContext,
} from '../../../src/wealth/types.js';
import { note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, Inline } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, dayText, nameOf } from '../drawing.js';
import { natureName } from '../params.js';

/** « Donné par Nadia à Festival, vendredi 20 novembre. » */
export function byline(
  around: Around,
  { member }: Pick<Contribution, 'member'>,
  content: Content,
  context: Pick<WealthContext, 'name'>,
): Inline[] {
  const { flow, other, day } = content;
  const fill = {
    name: nameOf(around, member),
    other: other ? nameOf(around, other) : '',
    context: context.name,
    day: dayText(day, around),
  };
  return rich(around.locale, `wealth.${flow}.${other ? 'member' : 'context'}`, fill);
}

/** « **3 h** · communication » */
export const amountLine = (content: Content, { locale }: Pick<Around, 'locale'>): Inline[] => [
  { type: 'strong', children: [formatQuantity(content.quantity, locale)] },
  ` · ${natureName(content.nature, locale)}`,
];

/** How it was, for who did it. */
export function feltBlocks({ locale }: Pick<Around, 'locale'>, { scales }: Content): Block[] {
  const fields = SCALES.flatMap((scale) => {
    const value = scales[scale];
    if (value === undefined) return [];
    const label = say(locale, `scale.${scale}`);
    return [{ label, value: [say(locale, `step.${scale}.${value}`)] }];
  });
  return fields.length > 0 ? [{ type: 'fields', fields }] : [];
}

/** How much of what, how it was, and what else was said of it. */
export function contentBlocks(around: Around, content: Content): Block[] {
  const { locale } = around;
  return [
    text(...amountLine(content, around)),
    ...feltBlocks(around, content),
    ...(content.note === '' ? [] : [{ type: 'rich', content: richText(content.note) } as const]),
    ...(content.link === ''
      ? []
      : [text({ type: 'link', href: content.link, children: [content.link] })]),
    ...(content.reason === ''
      ? []
      : [note(...rich(locale, 'wealth.corrected', { reason: content.reason }))]),
  ];
}
