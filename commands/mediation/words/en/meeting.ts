import type { meeting as fr } from '../fr/meeting.js';

/** What ECC says when the people of a mediation come to meet. */
export const meeting: Readonly<Record<keyof typeof fr, string>> = {
  'command.mediation.meeting': 'mediation meeting',
  'command.mediation.meeting.help': 'Find a date, and where to meet',
  'command.mediation.dates': 'mediation dates',
  'command.mediation.dates.help': 'Propose dates',
  'command.mediation.dates.title': 'Dates to propose',
  'command.mediation.dates.intro':
    'They are shown only to the people of this meeting, and do not enter the shared agenda.',
  'command.mediation.dates.submit': 'Propose',
  'command.mediation.dates.slots': 'dates',
  'command.mediation.dates.slots.help': 'One a line: Tuesday 8pm, Thursday 6:30pm, Saturday 10am',
  'command.mediation.suit': 'mediation suit',
  'command.mediation.suit.help': 'Say which dates suit you',
  'command.mediation.choose': 'mediation choose',
  'command.mediation.choose.help': 'Choose a date',
  'command.mediation.choose.slot': 'number',
  'command.mediation.choose.slot.help': 'The number of the date that is kept',
  'command.mediation.offer': 'mediation room',
  'command.mediation.offer.help': 'Offer a common room',
  'command.mediation.offer.title': 'Offer a common room?',
  'command.mediation.offer.intro':
    'In a common room, people see each other under their own accounts: your pseudonym no longer serves there, and your name will be known. Nothing opens before each person has said yes. What is written there is kept by the network.',
  'command.mediation.offer.submit': 'Yes, offer it',
  'command.mediation.enter': 'mediation enter',
  'command.mediation.enter.help': 'Answer the offer of a common room',

  'param.round': 'round',
  'param.round.help': 'Which dates this is about',
  'param.presence': 'answer',
  'param.presence.help': 'Yes, or if need be',
  'param.network': 'network',
  'param.network.help': 'Where the room would open',
  'param.yes': 'yes',
  'param.yes.help': 'Whether to enter',

  'mediation.act.meeting': 'Meeting',
  'mediation.meeting.title': 'Meeting each other',
  'mediation.meeting.at': 'You meet on <b>{at}</b>',
  'mediation.meeting.reminded':
    'A word will be sent to you the day before, then an hour before, without saying what it is about.',
  'mediation.meeting.none.yours': 'No date is proposed yet.',
  'mediation.meeting.none.theirs':
    'No date is proposed yet. Whoever accompanies can do so; you can write to them what suits you.',
  'mediation.meeting.dates': 'Which dates suit you?',
  'mediation.meeting.zone': 'Hours are in {zone}. ★: what suits best.',
  'mediation.meeting.yes': 'yes ({who})',
  'mediation.meeting.maybe': 'if need be ({who})',
  'mediation.meeting.no': 'no ({who})',
  'mediation.meeting.nobody': 'no answer yet',
  'mediation.meeting.suits.yes': 'The dates that suit me',
  'mediation.meeting.suits.maybe': 'If need be, also',
  'mediation.meeting.suits.none': 'None suits me',
  'mediation.meeting.choose': 'Choose a date',
  'mediation.meeting.propose': 'Propose dates',
  'mediation.meeting.again': 'Propose other dates',

  'mediation.room.web': 'the web page',
  'mediation.room.relay': 'You meet here, by relayed messages.',
  'mediation.room.apart':
    'No network has an account of each person: there is no common room to be had.',
  'mediation.room.offer': 'Offer a room on {network}',
  'mediation.room.offered': '<b>{name}</b> offers to meet in a private room on <b>{network}</b>.',
  'mediation.room.shows':
    'Entering it shows your account to the other people of this meeting, and to nobody else. Nothing opens before each of them has said yes.',
  'mediation.room.kept':
    'What is written there is kept by the network, and whoever administers it may have access to it. On Matrix, the room is encrypted when that is possible; otherwise its first message says so.',
  'mediation.room.yes': 'Yes, I enter',
  'mediation.room.no': 'No, by relayed messages',
  'mediation.room.take-back': 'Take my offer back',
  'mediation.room.waiting':
    'A private room on <b>{network}</b> is offered. It opens when each person has said yes.',
  'mediation.room.opening': 'Each person said yes: the room is opening on <b>{network}</b>.',
  'mediation.room.refused': 'The room on {network} does not open: not everybody said yes to it.',
  'mediation.room.over':
    'The common room on {network} is closed: it was for those who had said yes to it, and they are not the same who take part now. Another can be offered to all.',
  'mediation.room.open': 'Your private room is open on <b>{network}</b>.',
  'mediation.room.ends':
    'It closes when the mediation ends, when whoever accompanies steps back, or when somebody joins the others or leaves. ECC keeps nothing of what is written there.',
  'mediation.room.go': 'Go there',
  'mediation.room.fault.forbidden':
    'The room could not be opened on {network}: ECC has no permission to make one there.',
  'mediation.room.fault.apart':
    'The room could not be opened on {network}: one of the people cannot be invited there.',
  'mediation.room.fault.nowhere':
    'The room could not be opened: {network} has no place for a private room.',
  'mediation.room.fault.away':
    'The room could not be opened: {network} does not answer. You can offer it again later.',

  'mediation.greeting.title': 'A private exchange',
  'mediation.greeting':
    'This room is only for the people invited to it. Each of them said yes before it opened. Each can leave it at any time.',
  'mediation.greeting.encrypted': 'What is written here is encrypted from end to end.',
  'mediation.greeting.clear':
    '<b>What is written here is not encrypted from end to end.</b> Whoever administers {network} may have access to it. If that does not suit you, write nothing here: relayed messages stay open.',
  'mediation.greeting.ecc':
    'ECC opened this room and will close it. It keeps nothing of what is said.',

  'refusal.mediation-date-past': 'One of these dates is past already. Give dates to come.',
  'refusal.mediation-dates-changed':
    'Other dates were proposed since. <c>/mediation meeting</c> shows them.',
  'refusal.mediation-room-already':
    'A common room is open or offered already. <c>/mediation meeting</c> says where it stands.',
  'refusal.mediation-room-apart':
    'Not everybody has an account on that network. You meet by relayed messages: <c>/mediation meeting</c>',
  'refusal.mediation-room-over':
    'This room waits for no answer any more. <c>/mediation meeting</c> says where it stands.',
};
