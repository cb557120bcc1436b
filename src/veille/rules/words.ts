import { fold } from '../../kernel/text.js';

/** Words that say nothing of a subject, folded, in both languages. */
const EMPTY = new Set(
  (
    'les des une dans pour par sur avec sans sous aux est sont ete etre avoir fait faire qui que quoi ' +
    'dont plus moins tres tout tous toute toutes cette ces ses son nos vos leur leurs nous vous ils elles ' +
    'elle lui mais donc car comment pourquoi quand entre vers chez apres avant encore aussi comme contre ' +
    'ont peut veut doit faut deux trois voici voila quel quelle ainsi lors ' +
    'the and for with from that this these those are was were has have had not but you your our their ' +
    'its his her they them what when where why how who which will can could should would may more most ' +
    'about into over after before under than then out all any new one two'
  ).split(' '),
);

const SHORTEST = 3;

/** The words of a line that say its subject: as written, by their folded form without plural. */
export function tellingWords(text: string): Map<string, string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Map(
    words
      .map((word) => [fold(word), word.toLowerCase()] as const)
      .filter(
        ([folded]) => folded.length >= SHORTEST && !EMPTY.has(folded) && !/^\d+$/.test(folded),
      )
      .map(([folded, word]) => [
        folded.length > SHORTEST ? folded.replace(/[sx]$/, '') : folded,
        word,
      ]),
  );
}
