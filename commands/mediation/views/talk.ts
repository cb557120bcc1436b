import type { MediationId } from '../../../src/kernel/ids.js';
import { last } from '../../../src/mediation/rules/course.js';
import type { Reading, Talk } from '../../../src/mediation/service/talking.js';
import { act, button, note, text } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { calledIn, caseArg, type Drawing, momentOf, nameOf, secretView } from '../drawing.js';
import { earlier, latest, said } from './said.js';

/** What was written to each other, the latest last. */
export function talkView(drawing: Drawing, { request, messages, side }: Talk): View {
  const { locale } = drawing;
  const called = (from: Talk['side'], mediator: string): string => {
    if (from === side) return say(locale, 'mediation.talk.you');
    return from === 'mediator' ? nameOf(drawing, mediator) : calledIn(drawing, request);
  };
  const other =
    side === 'mediator'
      ? calledIn(drawing, request)
      : nameOf(drawing, last(request)?.mediator ?? '');
  const write = button(
    say(locale, 'mediation.act.write'),
    act('mediation.write', caseArg(request)),
    'primary',
  );
  return secretView(request, {
    title: [say(locale, 'mediation.talk.title.with', { name: other })],
    blocks: [
      ...(messages.length === 0 ? [text(say(locale, 'mediation.talk.none'))] : []),
      ...earlier(drawing, messages),
      ...latest(messages).flatMap(({ from, mediator, at, text: words }) =>
        said(drawing, { name: called(from, mediator), at, words }),
      ),
      note(say(locale, 'mediation.line.read', { name: other })),
    ],
    actions: request.state === 'met' ? [write] : [],
  });
}

export function readingsView(
  drawing: Drawing,
  id: MediationId,
  readings: readonly Reading[],
): View {
  const { locale } = drawing;
  const items = readings.map(({ reader, what, at }) => [
    {
      type: 'paragraph' as const,
      children: [
        say(locale, `mediation.readings.${what}`, {
          name: nameOf(drawing, reader),
          at: momentOf(drawing, at),
        }),
      ],
    },
  ]);
  return secretView(
    { id },
    {
      title: [say(locale, 'mediation.readings.title')],
      blocks:
        items.length === 0
          ? [text(say(locale, 'mediation.readings.none'))]
          : [{ type: 'rich', content: [{ type: 'list', ordered: false, items }] }],
    },
  );
}
