import { last } from '../../../src/mediation/rules/course.js';
import { placeOf } from '../../../src/mediation/rules/outside.js';
import type { Handed } from '../../../src/mediation/service/outside.js';
import type { Prospect } from '../../../src/mediation/service/reading.js';
import type { Place, Request } from '../../../src/mediation/types.js';
import { act, button, note, text } from '../../view/build.js';
import type { Block, Button, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { caseArg, type Drawing, momentOf, nameOf, secretView } from '../drawing.js';

const press = (
  { locale }: Drawing,
  request: Request,
  key: 'outside' | 'relink' | 'unlink',
): Button => button(say(locale, `mediation.act.${key}`), act(`mediation.${key}`, caseArg(request)));

/** Beside the members one can choose, where links open from where people are. */
export const outsideChoice = (drawing: Drawing, { request, outside }: Prospect): Button[] =>
  outside ? [press(drawing, request, 'outside')] : [];

/** Said only where somebody is missing: to who can choose a member, it would be noise. */
export const outsideNotes = ({ locale }: Drawing, { request, able, outside }: Prospect): Block[] =>
  outside || (able.length > 0 && request.state !== 'paused')
    ? []
    : [note(...rich(locale, 'mediation.outside.unreachable'))];

const next = ({ locale }: Drawing, request: Request): Inline =>
  say(locale, 'mediation.outside.onward', { onward: request.story.onward ? 'yes' : 'no' });

/** The one time that a link is seen. */
export function linkView(drawing: Drawing, { request, href }: Handed): View {
  const { locale } = drawing;
  const until = momentOf(drawing, placeOf(request)?.link?.until ?? drawing.now);
  return secretView(request, {
    title: [say(locale, 'mediation.outside.link.title')],
    blocks: [
      // As code, networks do not go and look what is there.
      text({ type: 'code', children: [href] }),
      text(say(locale, 'mediation.outside.link.how')),
      text(say(locale, 'mediation.outside.link.rule', { until })),
      ...(request.state === 'asking' ? [text(next(drawing, request))] : []),
    ],
    actions: [
      button(say(locale, 'mediation.follow'), act('mediation.open', caseArg(request))),
      press(drawing, request, 'unlink'),
    ],
  });
}

/** While an answer is waited for: whether the link was opened, and when. */
export function askedOutside(
  drawing: Drawing,
  request: Request,
  place: Place,
): Pick<View, 'title' | 'blocks'> {
  const { locale } = drawing;
  const asked = last(request);
  const at = (moment: Date | null | undefined): string => (moment ? momentOf(drawing, moment) : '');
  if (place.link) {
    const facts = { until: at(place.link.until) };
    return {
      title: [say(locale, 'mediation.outside.waiting.title')],
      blocks: [text(say(locale, 'mediation.outside.waiting', facts)), text(next(drawing, request))],
    };
  }
  const facts = {
    name: nameOf(drawing, place.seat),
    at: at(place.takenAt),
    until: at(asked?.until),
  };
  return {
    title: [say(locale, 'mediation.outside.opened.title')],
    blocks: [
      text(...rich(locale, 'mediation.outside.opened', facts)),
      text(say(locale, 'mediation.outside.doubt')),
      text(next(drawing, request)),
    ],
  };
}

/** To whoever they accompany: how to reach them, since ECC cannot. */
export function metOutside(drawing: Drawing, request: Request): Block[] {
  const { locale } = drawing;
  const place = placeOf(request);
  if (!place) return [];
  return [
    text(say(locale, 'mediation.outside.met')),
    ...(place.link
      ? [
          text(
            say(locale, 'mediation.outside.renewed', {
              until: momentOf(drawing, place.link.until),
            }),
          ),
        ]
      : []),
  ];
}

export const placeButtons = (drawing: Drawing, request: Request): Button[] =>
  placeOf(request) ? [press(drawing, request, 'relink'), press(drawing, request, 'unlink')] : [];
