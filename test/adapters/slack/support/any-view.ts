import fc from 'fast-check';
import type { Action, Block, Inline, RichBlock, View } from '../../../../commands/view/view.js';
import { view } from '../../web/support/views.js';

/** Views of every shape, with text that tries the limits and the escapes of Slack. */

export const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '<#C1|x>',
    '<https://a.b|c>',
    '&lt;!here&gt;',
    '*_~`',
    'x'.repeat(9_000),
    '😀'.repeat(4_000),
    ' ',
    '',
  ),
);
const inline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    words,
    fc.constant<Inline>({ type: 'break' }),
    fc.record({
      type: fc.constantFrom('strong' as const, 'em' as const, 'del' as const, 'code' as const),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('link' as const),
      href: fc.oneof(
        fc.webUrl(),
        fc.constantFrom(
          'javascript:alert(1)',
          `https://a.b/${'x'.repeat(4_000)}`,
          'https://a.b/|>x',
        ),
      ),
      children: fc.array(tie('inline'), { maxLength: 2 }),
    }),
  ),
})).inline;
export const lineOf = fc.array(inline, { maxLength: 4 });
const richBlock: fc.Arbitrary<RichBlock> = fc.letrec<{ block: RichBlock }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant('paragraph' as const), children: lineOf }),
    fc.record({ type: fc.constant('code' as const), text: words }),
    fc.record({
      type: fc.constant('quote' as const),
      children: fc.array(tie('block'), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
    }),
  ),
})).block;
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('rich' as const), content: fc.array(richBlock, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('note' as const), content: lineOf }),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: words, value: lineOf }), { maxLength: 12 }),
  }),
  fc.record({
    type: fc.constant('progress' as const),
    label: words,
    value: fc.nat(30),
    max: fc.nat(20),
    text: words,
  }),
  fc.record({
    type: fc.constant('file' as const),
    name: words,
    mediaType: fc.constant('text/csv'),
    text: words,
  }),
  fc.record({
    type: fc.constant('table' as const),
    caption: words,
    columns: fc.constant([
      { label: 'a', align: 'start' as const },
      { label: '', align: 'end' as const },
    ]),
    rows: fc.array(fc.tuple(lineOf, lineOf), { maxLength: 60 }),
  }),
);
const label = words.map((one) => one.trim() || 'x');
const act = { command: 'decision.vote', args: { decision: '1' } };
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('button' as const),
    label,
    style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
    act: fc.constant(act),
  }),
  fc.record({ type: fc.constant('link' as const), label, href: fc.webUrl() }),
  fc.record({
    type: fc.constant('select' as const),
    label,
    act: fc.constant(act),
    param: fc.constant('vote'),
    multiple: fc.boolean(),
    options: fc.array(fc.record({ value: fc.uuid(), label }), { maxLength: 130 }),
  }),
);
export const anyView: fc.Arbitrary<View> = fc
  .record({
    title: fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 2 }),
    landmark: fc.constantFrom('', '🌱'),
    blocks: fc.array(block, { maxLength: 30 }),
    actions: fc.array(action, { maxLength: 8 }),
  })
  .map(({ title, ...parts }) => view({ ...parts, title: ['T', ...title] }));
