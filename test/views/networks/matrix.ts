import {
  type Answered,
  type Asking,
  answer,
  answerWithFile,
  asked,
  begin,
} from '../../../adapters/matrix/questions.js';
import { questionView } from '../../../adapters/matrix/render/question.js';
import { render } from '../../../adapters/matrix/render/render.js';
import { commands } from '../../../commands/commands.js';
import type { View } from '../../../commands/view/view.js';
import { allNames } from '../../../commands/words/command-words.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { checkJson, checkMessage, checkSize } from '../../platforms/matrix/strict.js';
import type { Network } from '../network.js';

const WORDS = [
  ...new Set(commands.flatMap(({ id }) => allNames(id).map((name) => name.split(' ')[0] ?? ''))),
];

/** Its plain text, which reads without its HTML; a form is as many questions. */
export const matrix: Network = ({ view }, locale) => {
  const { form } = view;
  const direct = view.audience !== 'room';
  const views = form ? questions({ ...view, form }, locale) : [view];
  const pages = views.flatMap(
    (one) => render(one, { locale, direct, msgtype: 'm.text', words: WORDS }).pages,
  );
  const faults: unknown[] = [];
  for (const content of pages) {
    try {
      checkJson(content);
      checkMessage('m.room.message', content);
      checkSize({ content });
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { text: pages.map(({ body }) => String(body)).join('\n———\n'), faults };
};

/** Every question of a form, each answered as simply as may be. */
function questions(view: View & { form: NonNullable<View['form']> }, locale: Locale): View[] {
  const speaker = { userId: '@nadia:example.org', name: 'Nadia' };
  const views: View[] = [];
  let asking: Asking | null = begin({ view, locale, speaker, place: null });
  while (asking) {
    views.push(questionView(asking));
    const answered: Answered | null =
      asked(asking)?.input === 'file'
        ? answerWithFile(asking, '$receipt')
        : answer(asking, simple(asking));
    asking = answered?.type === 'ask' ? answered.asking : null;
  }
  return views;
}

function simple(asking: Asking): string {
  const field = asked(asking);
  if (!field) return asking.step.type === 'confirm' ? 'oui' : 'non';
  if ((asking.values[field.name] ?? '') !== '' || !field.required) return 'passer';
  return field.input === 'choice' ? '1' : '…';
}
