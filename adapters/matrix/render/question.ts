import { note, text, view } from '../../../commands/view/build.js';
import type { Block, Field, View } from '../../../commands/view/view.js';
import { type Asking, asked, extras } from '../questions.js';
import { type MatrixWords, wordsIn } from '../words.js';

/** One question, as a small document: what it is for, how to answer, how to stop. */
export function questionView(asking: Asking): View {
  const words = wordsIn(asking.locale);
  const first = asking.done.length === 0 && asking.hint === null;
  return view({
    title: asking.title,
    blocks: [
      ...(first ? asking.intro : []),
      ...hint(asking, words),
      ...question(asking, words),
      ...(first ? [note(words.ask.cancel)] : []),
    ],
  });
}

function question(asking: Asking, words: MatrixWords): Block[] {
  const field = asked(asking);
  if (field) return fieldBlocks(asking, field, words);
  if (asking.step.type === 'confirm') return [text(words.ask.confirm(asking.form.submit))];
  const items = extras(asking).map((one) => `${one.label} : ${shown(asking, one, words)}`);
  return [strong(words.ask.more), numbered(items), note(words.ask.moreHelp)];
}

function fieldBlocks(asking: Asking, field: Field, words: MatrixWords): Block[] {
  const { label, help, fault, input, options, required } = field;
  const proposed = (asking.values[field.name] ?? '') !== '';
  return [
    ...(fault === '' ? [] : [text(fault)]),
    strong(label),
    ...(help === '' ? [] : [text(help)]),
    ...(input === 'choice' ? [numbered(options.map((option) => option.label))] : []),
    ...(input === 'choice' ? [note(words.ask.number(options.length))] : []),
    ...(input === 'flag' ? [note(words.ask.yesNo)] : []),
    ...(input === 'file' ? [note(words.ask.file)] : []),
    ...(proposed ? [note(words.ask.keep(shown(asking, field, words)))] : []),
    ...(proposed || required ? [] : [note(words.ask.skip)]),
  ];
}

function hint(asking: Asking, words: MatrixWords): Block[] {
  switch (asking.hint) {
    case null:
      return [];
    case 'needed':
      return [text(words.ask.needed)];
    case 'file':
      return [text(words.ask.file)];
    case 'yes-no':
      return [text(words.ask.yesNo)];
    case 'number': {
      const field = asked(asking);
      return [text(words.ask.number(field ? field.options.length : extras(asking).length))];
    }
  }
}

/** A value as people read it. */
function shown(
  { values, files }: Asking,
  { name, input, options }: Field,
  words: MatrixWords,
): string {
  const value = values[name] ?? '';
  if (files[name] !== undefined || (input === 'file' && value !== '')) return words.ask.received;
  if (value === '') return words.ask.none;
  if (input === 'flag') return value === 'yes' ? words.yes : words.no;
  return options.find((option) => option.value === value)?.label ?? value;
}

const strong = (words: string): Block => text({ type: 'strong', children: [words] });

const numbered = (items: readonly string[]): Block => ({
  type: 'rich',
  content: [
    {
      type: 'list',
      ordered: true,
      items: items.map((item) => [{ type: 'paragraph', children: [item] }]),
    },
  ],
});
