import { expect, test } from 'vitest';
import { type Asking, answer, asked, begin } from '../../../adapters/matrix/questions.js';
import { view } from '../../../commands/view/build.js';
import type { Field, View } from '../../../commands/view/view.js';

const field = (name: string, more: Partial<Field> = {}): Field => ({
  ...{ name, label: name, help: '', input: 'line', options: [], value: '', required: true },
  ...{ advanced: false, maxLength: 100, fault: '', when: null },
  ...more,
});

const asking = (...fields: Field[]): Asking => {
  const form = { dialogue: 'd', submit: 'Envoyer', fields };
  const shown: View & { form: typeof form } = { ...view({ title: ['Essai'] }), form };
  const speaker = { userId: '@nadia:test.example', name: 'Nadia' };
  return begin({ view: shown, locale: 'fr', speaker, place: null });
};

/** Answers one after the other; gives the values sent, or what is being asked. */
function say(from: Asking, ...answers: string[]) {
  let now = from;
  for (const [index, text] of answers.entries()) {
    const answered = answer(now, text);
    if (answered.type !== 'ask') {
      expect(index, 'no answer is left').toBe(answers.length - 1);
      return answered.type === 'send' ? answered.asking.values : 'cancelled';
    }
    now = answered.asking;
  }
  return asked(now)?.name ?? now.step.type;
}

const kind = field('kind', {
  input: 'choice',
  value: 'consent',
  options: [
    { value: 'consent', label: 'Consentement' },
    { value: 'choice', label: 'Choix' },
  ],
});
const options = field('options', { when: { name: 'kind', values: ['choice'] } });

test('one question at a time, then it is sent', () => {
  expect(say(asking(field('title'), field('body')), ' Le titre ', 'Le texte')).toEqual({
    title: 'Le titre',
    body: 'Le texte',
  });
});

test('a choice is answered by number, label or value; what depends on it is asked only then', () => {
  const form = asking(kind, options);
  for (const chosen of ['2', 'choix', 'CHOICE']) expect(say(form, chosen)).toBe('options');
  expect(say(form, '1')).toEqual({ kind: 'consent', options: '' });
  expect(say(form, '3')).toBe('kind');
  expect(say(form, '3', '2', 'a;b')).toEqual({ kind: 'choice', options: 'a;b' });
});

test('what is proposed can be kept, what is optional passed, what is needed not', () => {
  expect(say(asking(kind), 'passer')).toEqual({ kind: 'consent' });
  expect(say(asking(field('note', { required: false })), '-')).toEqual({ note: '' });
  expect(say(asking(field('title')), 'skip')).toBe('title');
});

test('the rest is offered once, by number', () => {
  const more = field('quorum', { advanced: true, required: false, value: '0' });
  const form = asking(field('title'), more);
  expect(say(form, 'Titre')).toBe('more');
  expect(say(form, 'Titre', 'non')).toEqual({ title: 'Titre', quorum: '0' });
  expect(say(form, 'Titre', '1', '5', 'non')).toEqual({ title: 'Titre', quorum: '5' });
  expect(say(form, 'Titre', '7')).toBe('more');
});

test('what was wrong is asked again, alone, and not proposed', () => {
  const form = asking(
    field('title', { value: 'Bon' }),
    field('date', { value: 'x', fault: 'Non' }),
  );
  expect(asked(form)?.name).toBe('date');
  expect(say(form, 'passer')).toBe('date');
  expect(say(form, 'demain')).toEqual({ title: 'Bon', date: 'demain' });
});

test('what is confirmed needs a yes', () => {
  expect(asking().step.type).toBe('confirm');
  expect(say(asking(), 'oui')).toEqual({});
  expect(say(asking(), 'peut-être')).toBe('confirm');
  expect(say(asking(), 'non')).toBe('cancelled');
});

test('everything can be stopped at any time', () => {
  for (const word of ['annuler', 'Cancel', 'STOP']) {
    expect(say(asking(field('title'), field('body')), 'Titre', word)).toBe('cancelled');
  }
});
