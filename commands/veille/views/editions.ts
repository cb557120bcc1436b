import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Edition } from '../../../src/veille/types.js';
import { act, button, select, text, view } from '../../view/build.js';
import type { RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { EDITION_LANDMARK } from './edition.js';

const MOST_LISTED = 25;

interface Around {
  readonly locale: Locale;
  readonly now: Date;
  readonly zone: string;
}

/** The editions that somebody may see, the latest first: drafts too, for those who edit. */
export function editionsView(
  found: { readonly editions: readonly Edition[]; readonly edits: boolean },
  around: Around,
): View {
  const { locale } = around;
  const { editions, edits } = found;
  const listed = editions.slice(0, MOST_LISTED);
  const none = listed.length === 0;
  return view({
    title: [say(locale, 'editions.title')],
    landmark: EDITION_LANDMARK,
    blocks: none
      ? [text(...rich(locale, edits ? 'editions.empty.edits' : 'editions.empty'))]
      : [
          {
            type: 'rich',
            content: [
              { type: 'list', ordered: false, items: listed.map((one) => [line(one, around)]) },
            ],
          },
        ],
    actions: [
      ...(none
        ? []
        : [
            select({
              label: say(locale, 'editions.open-one'),
              act: act('veille.edition'),
              param: 'edition',
              options: listed.map(({ number, title }) => ({
                value: `N-${number}`,
                label: `N-${number} · ${title}`,
              })),
            }),
          ]),
      ...(edits
        ? [
            button(
              say(locale, 'editions.begin'),
              act('veille.edition-begin'),
              none ? 'primary' : 'plain',
            ),
          ]
        : []),
    ],
  });
}

function line({ number, title, state, items, publishedAt }: Edition, around: Around): RichBlock {
  const { locale } = around;
  const when =
    state === 'draft' || !publishedAt
      ? say(locale, 'editions.draft')
      : formatDay(publishedAt, around);
  const pages = say(locale, 'editions.pages', { count: items.length });
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [`N-${number}`] }, ` · ${title} (${when}, ${pages})`],
  };
}
