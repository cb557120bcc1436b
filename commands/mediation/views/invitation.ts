import { type MemberId, shortenId } from '../../../src/kernel/ids.js';
import type { Invitation } from '../../../src/mediation/rules/participants.js';
import type { Mediator } from '../../../src/mediation/types.js';
import { act, button, note, select, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Action, Block, Button, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { caseArg, type Drawing, listOf, momentOf, nameOf, secretView } from '../drawing.js';
import { meetingBlocks } from './meeting.js';

const MOST_CHOICES = 25;

type Press = 'join' | 'decline' | 'leave' | 'together';

const press = (
  { locale }: Drawing,
  invitation: Invitation,
  key: Press,
  style: Button['style'] = 'plain',
): Button =>
  button(
    say(locale, `mediation.invitation.act.${key}`),
    act(`mediation.${key === 'decline' ? 'leave' : key}`, caseArg(invitation)),
    style,
  );

const line = (drawing: Drawing, invitation: Invitation, key: 'write' | 'talk'): Button =>
  button(
    say(drawing.locale, `mediation.invitation.act.${key}`, {
      name: nameOf(drawing, invitation.mediator ?? ''),
    }),
    act(`mediation.${key}`, caseArg(invitation)),
  );

const quoted = ({ text: words }: Invitation): Block => ({
  type: 'rich',
  content: [{ type: 'quote', children: richText(words) }],
});

interface Around {
  readonly reader: MemberId;
  readonly pool: readonly Mediator[];
}

/** For somebody invited: all that they know of it, and what they can do. */
export function invitationView(drawing: Drawing, invitation: Invitation, around: Around): View {
  switch (invitation.part) {
    case 'invited':
      return invited(drawing, invitation, around);
    case 'held':
      return held(drawing, invitation);
    case 'joined':
      return invitation.state === 'closed'
        ? over(drawing, invitation)
        : joined(drawing, invitation);
  }
}

function invited(drawing: Drawing, invitation: Invitation, around: Around): View {
  const { locale } = drawing;
  const { until, prefers, keepDays: days } = invitation;
  const name = nameOf(drawing, invitation.mediator ?? '');
  return secretView(invitation, {
    title: [say(locale, 'mediation.invitation.title')],
    blocks: [
      text(...rich(locale, 'mediation.invitation.who', { name })),
      quoted(invitation),
      prefers
        ? text(
            say(locale, 'mediation.invitation.prefers', { other: nameOf(drawing, prefers), name }),
          )
        : text(say(locale, 'mediation.invitation.free', { name })),
      ...(until
        ? [text(say(locale, 'mediation.invitation.until', { until: momentOf(drawing, until) }))]
        : []),
      note(say(locale, 'mediation.invitation.known', { name, days })),
    ],
    actions: [
      press(drawing, invitation, 'join', 'primary'),
      press(drawing, invitation, 'decline'),
      line(drawing, invitation, 'write'),
      line(drawing, invitation, 'talk'),
      ...elsewhere(drawing, invitation, around),
    ],
  });
}

/** Anybody of the pool but them and their mediator: who is set aside, and why, is not shown. */
function elsewhere(drawing: Drawing, invitation: Invitation, { reader, pool }: Around): Action[] {
  const { locale } = drawing;
  const options = pool
    .filter(({ member, available }) => available && drawing.names.has(member))
    .filter(({ member }) => member !== reader && member !== invitation.mediator)
    .slice(0, MOST_CHOICES)
    .map(({ member }) => ({
      value: shortenId(member),
      label: say(locale, 'mediation.invitation.act.prefer.option', {
        name: nameOf(drawing, member),
      }),
    }));
  if (options.length === 0) return [];
  return [
    select({
      label: say(locale, 'mediation.invitation.act.prefer'),
      ...{ act: act('mediation.prefer', caseArg(invitation)), param: 'helper', options },
    }),
  ];
}

const held = (drawing: Drawing, invitation: Invitation): View =>
  secretView(invitation, {
    title: [say(drawing.locale, 'mediation.invitation.held.title')],
    blocks: [text(say(drawing.locale, 'mediation.invitation.held'))],
    actions: [press(drawing, invitation, 'leave')],
  });

function joined(drawing: Drawing, invitation: Invitation): View {
  const { locale } = drawing;
  const { together, keepDays: days } = invitation;
  const name = nameOf(drawing, invitation.mediator ?? '');
  const all = together.length > 0;
  return secretView(invitation, {
    title: [say(locale, 'mediation.invitation.joined.title')],
    blocks: [
      quoted(invitation),
      all
        ? text(...rich(locale, 'mediation.invitation.all', { names: listOf(drawing, together) }))
        : text(say(locale, 'mediation.invitation.alone')),
      ...meetingBlocks(drawing, invitation),
      note(say(locale, 'mediation.invitation.joined', { name, days })),
    ],
    actions: [
      ...(all ? [press(drawing, invitation, 'together', 'primary')] : []),
      ...(all
        ? [
            button(
              say(locale, 'mediation.act.meeting'),
              act('mediation.meeting', caseArg(invitation)),
            ),
          ]
        : []),
      line(drawing, invitation, 'write'),
      line(drawing, invitation, 'talk'),
      press(drawing, invitation, 'leave'),
    ],
  });
}

function over(drawing: Drawing, invitation: Invitation): View {
  const { locale } = drawing;
  const at = invitation.eraseAt ? momentOf(drawing, invitation.eraseAt) : '';
  return secretView(invitation, {
    title: [say(locale, 'mediation.invitation.over.title')],
    blocks: [text(say(locale, 'mediation.status.closed', { at }))],
    actions: [
      ...(invitation.together.length > 0 ? [press(drawing, invitation, 'together')] : []),
      line(drawing, invitation, 'talk'),
      press(drawing, invitation, 'leave'),
    ],
  });
}
