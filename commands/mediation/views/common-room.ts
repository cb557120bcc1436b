import type { MemberId } from '../../../src/kernel/ids.js';
import type { MeetingNow } from '../../../src/mediation/service/meeting.js';
import type { RoomOffer } from '../../../src/mediation/types/meeting.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Action, Block, View } from '../../view/view.js';
import { has, rich, say } from '../../words/index.js';
import { caseArg, type Drawing, personIn } from '../drawing.js';

/** As it is said after « sur ». */
function networkName({ locale }: Pick<Drawing, 'locale'>, platform: string): string {
  const key = platform === 'web' ? 'mediation.room.web' : `network.${platform}`;
  return has(key) ? say(locale, key) : platform;
}

/** Where they meet: a room of their own when all said yes to one, else by relayed messages. */
export function roomBlocks(drawing: Drawing, now: MeetingNow, reader: MemberId): Block[] {
  const { locale } = drawing;
  const { room } = now.meeting;
  const relay = text(say(locale, 'mediation.room.relay'));
  if (!room) {
    const lone = now.part === 'requester' && now.platforms.length === 0;
    return [relay, ...(lone ? [note(say(locale, 'mediation.room.apart'))] : [])];
  }
  const network = networkName(drawing, room.platform);
  const said = (key: 'waiting' | 'opening' | 'refused' | 'open' | 'over') =>
    text(...rich(locale, `mediation.room.${key}`, { network }));
  switch (room.state) {
    case 'open':
      return [said('open'), note(say(locale, 'mediation.room.ends'))];
    case 'refused':
    case 'over':
      return [said(room.state), relay];
    case 'impossible':
      return [
        text(say(locale, `mediation.room.fault.${room.fault ?? 'away'}`, { network })),
        relay,
      ];
    case 'offered':
      if (isAsked(now, room, reader)) return asking(drawing, now, room);
      return everybodyIn(now, room) ? [said('opening')] : [said('waiting'), relay];
  }
}

const everybodyIn = ({ people }: MeetingNow, { entering }: RoomOffer): boolean =>
  people.every((one) => entering.includes(one));

const isAsked = ({ people }: MeetingNow, { entering }: RoomOffer, reader: MemberId): boolean =>
  people.includes(reader) && !entering.includes(reader);

/** What a room shows, said before anybody says yes. */
function asking(drawing: Drawing, { request }: MeetingNow, room: RoomOffer): Block[] {
  const { locale } = drawing;
  const facts = {
    name: personIn(drawing, request, room.by),
    network: networkName(drawing, room.platform),
  };
  return [
    text(...rich(locale, 'mediation.room.offered', facts)),
    text(say(locale, 'mediation.room.shows')),
    note(say(locale, 'mediation.room.kept')),
  ];
}

export function roomActions(drawing: Drawing, now: MeetingNow, reader: MemberId): Action[] {
  const { locale } = drawing;
  const { request, meeting, platforms, part } = now;
  const { room } = meeting;
  if (room?.state === 'open') {
    if (room.url === null) return [];
    return [{ type: 'link', label: say(locale, 'mediation.room.go'), href: room.url }];
  }
  if (room?.state === 'offered' && !everybodyIn(now, room)) {
    const about = { ...caseArg(request), round: room.round };
    const answer = (key: 'yes' | 'no' | 'take-back', yes: 'yes' | 'no') =>
      button(
        say(locale, `mediation.room.${key}`),
        act('mediation.enter', { ...about, yes }),
        yes === 'yes' ? 'primary' : 'plain',
      );
    if (isAsked(now, room, reader)) return [answer('yes', 'yes'), answer('no', 'no')];
    return room.by === reader ? [answer('take-back', 'no')] : [];
  }
  if (part !== 'requester' || room?.state === 'offered') return [];
  return platforms.map((network) =>
    button(
      say(locale, 'mediation.room.offer', { network: networkName(drawing, network) }),
      act('mediation.offer', { ...caseArg(request), network }),
    ),
  );
}

/**
 * The first words of a common room, whose title is its name. Networks show both in lists and
 * notifications: neither says what it is for.
 */
export const greetingView = (
  locale: Drawing['locale'],
  { platform, encrypted }: { readonly platform: string; readonly encrypted: boolean },
): View => {
  const network = networkName({ locale }, platform);
  return view({
    title: [say(locale, 'mediation.greeting.title')],
    audience: 'room',
    blocks: [
      text(say(locale, 'mediation.greeting')),
      encrypted
        ? note(say(locale, 'mediation.greeting.encrypted'))
        : text(...rich(locale, 'mediation.greeting.clear', { network })),
      note(say(locale, 'mediation.greeting.ecc')),
    ],
  });
};
