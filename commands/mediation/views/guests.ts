import { mediatorOf } from '../../../src/mediation/rules/course.js';
import { canGather, isPending, MOST_GUESTS } from '../../../src/mediation/rules/guests.js';
import type { Inviting } from '../../../src/mediation/service/guests.js';
import type { Guest } from '../../../src/mediation/types.js';
import { act, button, note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, Button, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import {
  calledIn,
  caseArg,
  type Drawing,
  guestArgs,
  listOf,
  momentOf,
  nameOf,
  secretView,
} from '../drawing.js';

/** The other people, for requester or mediator: what each is told, and what they answered. */
export function guestsView(drawing: Drawing, inviting: Inviting): View {
  const { locale } = drawing;
  const { request, part } = inviting;
  const requester = part === 'requester';
  const mediator = nameOf(drawing, mediatorOf(request) ?? '');
  const accepted = request.guests.filter(({ state }) => state === 'accepted');
  const open = requester && canGather(request);
  return secretView(request, {
    title: [say(locale, 'mediation.guests.title')],
    blocks: [
      ...(request.guests.length === 0
        ? [text(say(locale, `mediation.guests.none.${part}`, { name: mediator }))]
        : []),
      ...request.guests.flatMap((guest) => guestBlocks(drawing, inviting, guest)),
      ...(open
        ? [
            text(
              say(locale, 'mediation.guests.gather', {
                names: listOf(
                  drawing,
                  accepted.map(({ member }) => member),
                ),
              }),
            ),
          ]
        : []),
      note(say(locale, `mediation.guests.known.${part}`, { name: mediator })),
    ],
    actions: [
      ...(open ? [press(drawing, inviting, 'gather')] : []),
      ...request.guests.flatMap((guest) => guestButtons(drawing, inviting, guest)),
      ...(requester && request.guests.length < MOST_GUESTS
        ? [press(drawing, inviting, 'invite')]
        : []),
    ],
  });
}

const press = ({ locale }: Drawing, { request }: Inviting, key: 'gather' | 'invite'): Button =>
  button(
    say(locale, `mediation.guests.act.${key}`),
    act(`mediation.${key}`, caseArg(request)),
    key === 'gather' ? 'primary' : 'plain',
  );

/** Where one of them is, in a sentence. */
function stands(drawing: Drawing, { request, part, able }: Inviting, guest: Guest): string {
  const { locale } = drawing;
  const { state, approved, reached, until, prefers } = guest;
  if (state === 'drafted') {
    const mine = approved.includes(part);
    const other =
      part === 'requester'
        ? nameOf(drawing, mediatorOf(request) ?? '')
        : calledIn(drawing, request);
    const again = reached ? 'again' : 'first';
    return say(locale, `mediation.guests.${mine ? 'theirs' : 'yours'}.${again}`, { name: other });
  }
  if (state === 'elsewhere') {
    const free = part === 'mediator' || able.some(({ member }) => member === prefers);
    const key = free ? 'elsewhere' : 'elsewhere.away';
    return say(locale, `mediation.guests.${key}`, { name: nameOf(drawing, prefers ?? '') });
  }
  if (state === 'accepted') {
    return say(locale, guest.together ? 'mediation.guests.together' : 'mediation.guests.accepted');
  }
  return say(locale, `mediation.guests.${state}`, {
    until: until ? momentOf(drawing, until) : '',
  });
}

function guestBlocks(drawing: Drawing, inviting: Inviting, guest: Guest): Block[] {
  const shown = guest.state === 'drafted' || isPending(guest);
  return [
    text(
      ...rich(drawing.locale, 'mediation.guests.line', {
        name: nameOf(drawing, guest.member),
        stands: stands(drawing, inviting, guest),
      }),
    ),
    ...(shown
      ? [
          {
            type: 'rich' as const,
            content: [{ type: 'quote' as const, children: richText(guest.text) }],
          },
        ]
      : []),
  ];
}

function guestButtons(drawing: Drawing, { request, part, able }: Inviting, guest: Guest): Button[] {
  const { locale } = drawing;
  const name = nameOf(drawing, guest.member);
  const args = guestArgs(request, guest.member);
  const on = (
    key: 'approve' | 'reword' | 'withdraw' | 'change' | 'write' | 'talk',
    more: Readonly<Record<string, string | number>> = {},
    whom = name,
  ): Button =>
    button(
      say(locale, `mediation.guests.act.${key}`, { name: whom }),
      act(`mediation.${key}`, { ...args, ...more }),
      key === 'approve' ? 'primary' : 'plain',
    );
  if (guest.state === 'drafted') {
    return [
      ...(guest.approved.includes(part) ? [] : [on('approve', { version: guest.version })]),
      on('reword'),
      on('withdraw'),
    ];
  }
  const talks = isPending(guest) || guest.state === 'accepted';
  const changes = able.some(({ member }) => member === guest.prefers) && isPending(guest);
  return [
    ...(changes ? [on('change', {}, nameOf(drawing, guest.prefers ?? ''))] : []),
    ...(part === 'mediator' && talks ? [on('write'), on('talk')] : []),
    ...(isPending(guest) ? [on('withdraw')] : []),
  ];
}
