import type { MemberId } from '../../../src/kernel/ids.js';
import type { Writing } from '../../../src/mediation/service/agreeing.js';
import type { Terms } from '../../../src/mediation/types.js';
import { act, button, note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { caseArg, type Drawing, listOf, momentOf, nameOf, secretView } from '../drawing.js';

const quote = (words: string): Block => ({
  type: 'rich',
  content: [{ type: 'quote', children: richText(words) }],
});

/** The agreement that is being written: the words, whose, and who has confirmed them. */
export function termsView(drawing: Drawing, writing: Writing, reader: MemberId): View {
  const { locale } = drawing;
  const { terms, parties } = writing;
  return secretView(writing, {
    title: [say(locale, 'mediation.terms.title')],
    blocks: terms
      ? wordsBlocks(drawing, writing, terms)
      : [text(say(locale, 'mediation.terms.none', { names: listOf(drawing, parties) }))],
    actions: [
      ...(terms && parties.includes(reader) && !terms.confirmed.includes(reader)
        ? [
            button(
              say(locale, 'mediation.terms.act.confirm'),
              act('mediation.confirm', { ...caseArg(writing), version: terms.version }),
              'primary',
            ),
          ]
        : []),
      button(
        say(locale, terms ? 'mediation.terms.act.amend' : 'mediation.terms.act.write'),
        act('mediation.amend', caseArg(writing)),
      ),
    ],
  });
}

function wordsBlocks(drawing: Drawing, { before, parties }: Writing, terms: Terms): Block[] {
  const { locale } = drawing;
  const awaited = parties.filter((one) => !terms.confirmed.includes(one));
  const by = (of: { readonly by: MemberId; readonly at: Date }) => ({
    name: nameOf(drawing, of.by),
    at: momentOf(drawing, of.at),
  });
  return [
    quote(terms.text),
    text(say(locale, 'mediation.terms.by', { ...by(terms), version: terms.version })),
    text(
      terms.followAt
        ? say(locale, 'mediation.terms.follow', { at: momentOf(drawing, terms.followAt) })
        : say(locale, 'mediation.terms.follow.never'),
    ),
    text(
      say(locale, 'mediation.terms.awaited', {
        names: listOf(drawing, awaited),
        confirmed: terms.confirmed.length === 0 ? 'none' : listOf(drawing, terms.confirmed),
      }),
    ),
    ...(before
      ? [text(say(locale, 'mediation.terms.before', by(before))), quote(before.text)]
      : []),
    note(say(locale, 'mediation.terms.rule')),
  ];
}
