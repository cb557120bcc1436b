import type { Line } from '../../../src/mediation/service/talking.js';
import { act, button, note, text } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { type Drawing, guestArgs, nameOf, secretView } from '../drawing.js';
import { earlier, latest, said } from './said.js';

/** What a guest and the mediator wrote to each other, for one of the two. */
export function lineView(drawing: Drawing, line: Line): View {
  const { locale } = drawing;
  const { guest, mediator, side, messages, state } = line;
  const other = nameOf(drawing, side === 'guest' ? (mediator ?? '') : guest);
  const own = guestArgs(line, side === 'mediator' ? guest : null);
  return secretView(line, {
    title: [say(locale, 'mediation.talk.title.with', { name: other })],
    blocks: [
      ...(messages.length === 0 ? [text(say(locale, 'mediation.talk.none'))] : []),
      ...earlier(drawing, messages),
      ...latest(messages).flatMap(({ from, mediator: who, at, text: words }) => {
        const name =
          from === side
            ? say(locale, 'mediation.talk.you')
            : nameOf(drawing, from === 'guest' ? guest : who);
        return said(drawing, { name, at, words });
      }),
      note(say(locale, 'mediation.line.read', { name: other })),
    ],
    actions:
      state === 'met'
        ? [button(say(locale, 'mediation.act.write'), act('mediation.write', own), 'primary')]
        : [],
  });
}
