import { last } from '../../../src/mediation/rules/course.js';
import { type Own, standing } from '../../../src/mediation/service/reading.js';
import { act, button, note, text } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { calledIn, caseArg, type Drawing, listView, nameOf } from '../drawing.js';

const MOST = 20;
const LABEL = 75;

/** One line for a request, which is also what its button says. */
function short(drawing: Drawing, own: Own): string {
  const { locale } = drawing;
  if (!('request' in own)) return say(locale, `mediation.invitation.short.${own.part}`);
  const { request, part } = own;
  const mediator = nameOf(drawing, last(request)?.mediator ?? '');
  if (part === 'asked') {
    return say(locale, 'mediation.status.asked.short', { name: calledIn(drawing, request) });
  }
  if (part === 'mediator') {
    const key = request.state === 'met' ? 'status.with.title' : 'status.ended.with';
    return say(locale, `mediation.${key}`, { name: calledIn(drawing, request) });
  }
  switch (request.state) {
    case 'draft':
      return say(locale, 'mediation.status.draft.short');
    case 'met':
      return say(locale, 'mediation.status.met.title', { name: mediator });
    case 'asking':
    case 'paused':
    case 'closed':
      return say(locale, `mediation.status.${request.state}.title`);
  }
}

export function mineView(drawing: Drawing, own: readonly Own[], lost: number): View {
  const { locale } = drawing;
  const shown = own.slice(-MOST).reverse();
  return listView(shown.map(standing), {
    title: [say(locale, 'mediation.mine.title')],
    blocks: [
      ...(own.length === 0 ? [text(...rich(locale, 'mediation.mine.empty'))] : []),
      ...(lost > 0 ? [note(say(locale, 'mediation.mine.lost'))] : []),
    ],
    actions: [
      ...shown.map((one) =>
        button(clipped(short(drawing, one), LABEL), act('mediation.open', caseArg(standing(one)))),
      ),
      ...(own.length === 0
        ? [button(say(locale, 'mediation.begin'), act('mediation.ask'), 'primary')]
        : []),
    ],
  });
}
