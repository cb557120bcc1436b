import { diffWordsWithSpace } from 'diff';
import type { DecisionId } from '../../../src/kernel/ids.js';
import type { Showing } from '../../registry/announcement.js';
import type { Services } from '../../registry/context.js';
import { plainBlocks, richText } from '../../view/markdown.js';
import type { Block, Inline, RichBlock } from '../../view/view.js';

/** Two texts further apart than this are two texts: shown one after the other. */
const MOST_EDITS = 400;

const segmenter = new Intl.Segmenter('fr', { granularity: 'word' });

/** Two texts as one, word by word: what went is struck out, what came is strong. */
function wordDifference(before: string, after: string): Inline[] {
  const parts = diffWordsWithSpace(before, after, {
    intlSegmenter: segmenter,
    maxEditLength: MOST_EDITS,
  }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.flatMap((part, index): Inline[] => {
    if (!part.added) return [part.removed ? { type: 'del', children: [part.value] } : part.value];
    // A word and the one in its place do not run into each other.
    const gap = parts[index - 1]?.removed ? [' '] : [];
    return [...gap, { type: 'strong', children: [part.value] }];
  });
}

/** What changed as people read it; in the signs of formatting only when nothing else changed. */
function bodyDifference(before: string, after: string): Inline[] {
  const [was, is] = [plainBlocks(richText(before)), plainBlocks(richText(after))];
  return was === is ? wordDifference(before, after) : wordDifference(was, is);
}

/** Line ends kept, since the difference is shown as text, not as Markdown. */
const paragraphs = (inlines: readonly Inline[]): RichBlock => ({
  type: 'quote',
  children: [{ type: 'paragraph', children: inlines.flatMap(withBreaks) }],
});

function withBreaks(inline: Inline): Inline[] {
  if (typeof inline !== 'string') {
    return 'children' in inline
      ? [{ ...inline, children: inline.children.flatMap(withBreaks) }]
      : [inline];
  }
  return inline
    .split('\n')
    .flatMap((part, index): Inline[] => (index === 0 ? [part] : [{ type: 'break' }, part]))
    .filter((part) => part !== '');
}

/** What changed from one version to another, and who wrote the last; `null` when one is not there. */
export async function difference(
  { community, subject }: Pick<Showing, 'community' | 'subject'>,
  services: Services,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<{ readonly blocks: readonly Block[]; readonly by: string } | null> {
  const decision = { id: subject as DecisionId, community };
  const before = await services.decisions.text(decision, from);
  const after = await services.decisions.text(decision, to);
  if (!before || !after) return null;
  const changes = [
    ...(before.title === after.title ? [] : [wordDifference(before.title, after.title)]),
    ...(before.body === after.body ? [] : [bodyDifference(before.body, after.body)]),
  ];
  return { by: after.author, blocks: [{ type: 'rich', content: changes.map(paragraphs) }] };
}
