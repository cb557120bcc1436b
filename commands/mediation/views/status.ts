import { last } from '../../../src/mediation/rules/course.js';
import { placeOf } from '../../../src/mediation/rules/outside.js';
import { talksTogether } from '../../../src/mediation/rules/participants.js';
import type { Case, Prospect } from '../../../src/mediation/service/reading.js';
import type { Request } from '../../../src/mediation/types.js';
import { act, button, text } from '../../view/build.js';
import type { Button, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import {
  calledIn,
  caseArg,
  type Drawing,
  listOf,
  momentOf,
  nameOf,
  secretView,
} from '../drawing.js';
import { meetingBlocks } from './meeting.js';
import { askedOutside, metOutside, outsideNotes, placeButtons } from './outside.js';
import { choosing, readersBlocks } from './prospect.js';

type Press =
  | 'read'
  | 'accept'
  | 'decline'
  | 'write'
  | 'talk'
  | 'readings'
  | 'reveal'
  | 'meeting'
  | 'guests'
  | 'together';
type Grave = 'recuse' | 'close' | 'erase';

const press = (
  { locale }: Drawing,
  request: Request,
  key: Press | Grave,
  style: Button['style'] = 'plain',
): Button =>
  button(say(locale, `mediation.act.${key}`), act(`mediation.${key}`, caseArg(request)), style);

/** To the other people, and to the conversation of all when there is one. */
const withOthers = (drawing: Drawing, request: Request): Button[] => [
  ...(talksTogether(request) ? [press(drawing, request, 'together')] : []),
  ...(request.state === 'met' ? [press(drawing, request, 'guests')] : []),
];

/** Where a request stands, for its requester or its mediator. */
export function statusView(drawing: Drawing, { request, part }: Case): View {
  if (part !== 'requester') return forMediator(drawing, request, part === 'asked');
  if (request.state === 'asking') return asking(drawing, request);
  return request.state === 'met' ? met(drawing, request) : closed(drawing, request);
}

function asking(drawing: Drawing, request: Request): View {
  const { locale } = drawing;
  const asked = last(request);
  // A link that was withdrawn tells nothing of whether anybody could.
  const others = request.asked.slice(0, -1).filter(({ outcome }) => outcome !== 'withdrawn');
  const before = others.map(({ mediator }) => mediator);
  const facts = {
    name: nameOf(drawing, asked?.mediator ?? ''),
    until: asked ? momentOf(drawing, asked.until) : '',
    onward: request.story.onward ? 'yes' : 'no',
  };
  const place = placeOf(request);
  const sent = place
    ? askedOutside(drawing, request, place)
    : {
        title: [say(locale, 'mediation.status.asking.title')],
        blocks: [text(...rich(locale, 'mediation.status.asking', facts))],
      };
  return secretView(request, {
    title: sent.title,
    blocks: [
      ...sent.blocks,
      ...(before.length === 0
        ? []
        : [
            text(say(locale, 'mediation.status.asking.before', { names: listOf(drawing, before) })),
          ]),
    ],
    actions: [
      press(drawing, request, 'read'),
      press(drawing, request, 'readings'),
      ...placeButtons(drawing, request),
      ...(request.named ? [] : [press(drawing, request, 'reveal')]),
      press(drawing, request, 'close'),
      press(drawing, request, 'erase', 'danger'),
    ],
  });
}

function met(drawing: Drawing, request: Request): View {
  const { locale } = drawing;
  const name = nameOf(drawing, last(request)?.mediator ?? '');
  const named = request.named ? 'yes' : 'no';
  const { pseudonym } = request;
  return secretView(request, {
    title: [say(locale, 'mediation.status.met.title', { name })],
    blocks: [
      text(say(locale, 'mediation.status.met', { named, pseudonym })),
      ...metOutside(drawing, request),
      ...meetingBlocks(drawing, request),
    ],
    actions: [
      press(drawing, request, 'write', 'primary'),
      press(drawing, request, 'talk'),
      ...withOthers(drawing, request),
      press(drawing, request, 'meeting'),
      press(drawing, request, 'readings'),
      ...placeButtons(drawing, request),
      ...(request.named ? [] : [press(drawing, request, 'reveal')]),
      press(drawing, request, 'close'),
      press(drawing, request, 'erase', 'danger'),
    ],
  });
}

/** Nobody is asked any more: why, and what can come next. */
export function pausedView(drawing: Drawing, prospect: Prospect): View {
  const { request, able } = prospect;
  const { locale } = drawing;
  const asked = last(request);
  const why = asked && asked.outcome !== 'waiting' && asked.outcome !== 'accepted';
  const name = nameOf(drawing, asked?.mediator ?? '');
  return secretView(request, {
    title: [say(locale, 'mediation.status.paused.title')],
    blocks: [
      ...(why ? [text(say(locale, `mediation.status.paused.${asked.outcome}`, { name }))] : []),
      ...(able.length > 0
        ? [text({ type: 'strong', children: [say(locale, 'mediation.prospect.again')] })]
        : []),
      ...readersBlocks(drawing, prospect),
      ...outsideNotes(drawing, prospect),
    ],
    actions: [
      ...choosing(drawing, prospect),
      press(drawing, request, 'talk'),
      press(drawing, request, 'readings'),
      press(drawing, request, 'close'),
      press(drawing, request, 'erase', 'danger'),
    ],
  });
}

const erasing = (drawing: Drawing, { eraseAt }: Request): string =>
  say(drawing.locale, 'mediation.status.closed', {
    at: eraseAt ? momentOf(drawing, eraseAt) : '',
  });

const closed = (drawing: Drawing, request: Request): View =>
  secretView(request, {
    title: [say(drawing.locale, 'mediation.status.closed.title')],
    blocks: [text(erasing(drawing, request))],
    actions: [
      press(drawing, request, 'talk'),
      ...withOthers(drawing, request),
      press(drawing, request, 'readings'),
      press(drawing, request, 'erase', 'danger'),
    ],
  });

function forMediator(drawing: Drawing, request: Request, asked: boolean): View {
  const { locale } = drawing;
  const name = calledIn(drawing, request);
  if (asked) {
    const until = last(request)?.until;
    const facts = {
      urgency: say(locale, `mediation.urgency.${request.story.urgency}`),
      until: until ? momentOf(drawing, until) : '',
    };
    return secretView(request, {
      title: [say(locale, 'mediation.status.asked.title')],
      blocks: [text(say(locale, 'mediation.status.asked', facts))],
      actions: [
        press(drawing, request, 'read', 'primary'),
        press(drawing, request, 'accept'),
        press(drawing, request, 'decline'),
      ],
    });
  }
  const over = request.state === 'closed';
  return secretView(request, {
    title: [
      say(locale, over ? 'mediation.status.ended.with' : 'mediation.status.with.title', { name }),
    ],
    blocks: [
      text(over ? erasing(drawing, request) : say(locale, 'mediation.status.with')),
      ...(over ? [] : meetingBlocks(drawing, request)),
    ],
    actions: [
      ...(over ? [] : [press(drawing, request, 'write', 'primary')]),
      press(drawing, request, 'talk'),
      ...withOthers(drawing, request),
      press(drawing, request, 'read'),
      ...(over ? [] : [press(drawing, request, 'meeting'), press(drawing, request, 'recuse')]),
    ],
  });
}
