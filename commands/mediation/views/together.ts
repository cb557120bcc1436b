import type { MemberId } from '../../../src/kernel/ids.js';
import type { Together } from '../../../src/mediation/service/sharing.js';
import { act, button, note, text } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { caseArg, type Drawing, listOf, nameOf, secretView } from '../drawing.js';
import { earlier, latest, said } from './said.js';

/** The conversation of all: on each message, who reads it. */
export function togetherView(drawing: Drawing, together: Together, reader: MemberId): View {
  const { locale } = drawing;
  const { people, messages, state } = together;
  const others = people.filter((one) => one !== reader);
  const writable = state === 'met' && others.length > 0;
  return secretView(together, {
    title: [say(locale, 'mediation.together.title')],
    blocks: [
      ...(messages.length === 0 ? [text(say(locale, 'mediation.talk.none'))] : []),
      ...earlier(drawing, messages),
      ...latest(messages).flatMap(({ from, to, at, text: words }) =>
        said(drawing, {
          name: from === reader ? say(locale, 'mediation.talk.you') : nameOf(drawing, from),
          ...{ at, words, readers: listOf(drawing, to) },
        }),
      ),
      ...(writable
        ? [note(say(locale, 'mediation.together.read', { names: listOf(drawing, others) }))]
        : []),
    ],
    actions: writable
      ? [
          button(
            say(locale, 'mediation.together.act.say'),
            act('mediation.say', caseArg(together)),
            'primary',
          ),
          button(
            say(locale, 'mediation.terms.act.open'),
            act('mediation.terms', caseArg(together)),
          ),
        ]
      : [],
  });
}
