export const guests = {
  'mediation.act.guests': 'The other people',
  'mediation.act.together': 'Shared conversation',

  'mediation.guests.title': 'The other people',
  'mediation.guests.none.requester':
    'Nobody is invited. Only you can suggest somebody; nothing leaves before {name} and you have read and approved the same text.',
  'mediation.guests.none.mediator':
    'Nobody is invited. It is for the person you accompany to suggest somebody; nothing leaves before you have both read and approved the same text.',
  'mediation.guests.line': '<b>{name}</b>: {stands}',
  'mediation.guests.theirs.first':
    'nothing has left. {name} has yet to read this text and approve it.',
  'mediation.guests.theirs.again':
    'waiting. {name} has to read this text and approve it before a new invitation.',
  'mediation.guests.yours.first':
    'nothing has left. Read this text: it waits for your approval, or for other words.',
  'mediation.guests.yours.again':
    'waiting. This text had been sent to them; it waits for your approval, or for other words.',
  'mediation.guests.waiting': 'has received this text. Their answer is expected before {until}.',
  'mediation.guests.elsewhere': 'would accept with {name} to accompany.',
  'mediation.guests.elsewhere.away':
    'would accept with {name} to accompany, but that is not possible.',
  'mediation.guests.accepted': 'accepts.',
  'mediation.guests.together': 'takes part in the shared conversation.',
  'mediation.guests.declined':
    'has declined. There is no reason to give, and nothing else will be asked of them.',
  'mediation.guests.silent': 'no answer; nothing is expected any more.',
  'mediation.guests.left': 'has withdrawn.',
  'mediation.guests.gather':
    'Everybody has answered. You can open a shared conversation with {names} and the person who accompanies you. Each will see your name there.',
  'mediation.guests.known.requester':
    'Before the shared conversation, somebody invited reads the invitation and the name of {name}, and nothing else. They are never shown your request or your messages with {name}. What they write to {name} is read by {name} alone.',
  'mediation.guests.known.mediator':
    'Before the shared conversation, somebody invited reads the invitation and your name, and nothing else. They are never shown the request or the messages the two of you exchange. What they write to you is read by you alone.',
  'mediation.guests.act.invite': 'Invite somebody',
  'mediation.guests.act.gather': 'Open the shared conversation',
  'mediation.guests.act.approve': 'Approve the text for {name}',
  'mediation.guests.act.reword': 'Other words for {name}',
  'mediation.guests.act.withdraw': 'No longer invite {name}',
  'mediation.guests.act.change': 'Ask {name} to accompany',
  'mediation.guests.act.write': 'Write to {name}',
  'mediation.guests.act.talk': 'Messages with {name}',

  'mediation.invite.model':
    'Hello. I would like us to be able to talk about what happened, with the help of somebody who listens to each of us without taking sides. You are free to accept or not.',

  'mediation.invitation.title': 'An invitation to talk',
  'mediation.invitation.who':
    '<b>{name}</b> accompanies a conversation to which you are invited. Their part is to listen to each person and to help people talk, without judging or taking sides. This is what is written to you:',
  'mediation.invitation.free':
    'You are free. You can accept, decline with no reason to give, prefer somebody else to accompany, or first put a question to {name}.',
  'mediation.invitation.prefers':
    'You said that you would accept with {other}. You will know whether it is possible. Until then you can also accept with {name}, or decline.',
  'mediation.invitation.until':
    'There is no hurry: an answer is welcome before {until}. Without one, nothing else will be asked of you.',
  'mediation.invitation.known':
    'Your answer is known to {name} and to the person who writes to you, and to nobody else. What you write to {name} is read by {name} alone. Nothing shows in the room. You can withdraw at any time; everything is erased at the latest {days, plural, one {# day} other {# days}} after the end.',
  'mediation.invitation.act.join': 'I accept',
  'mediation.invitation.act.decline': 'I decline',
  'mediation.invitation.act.leave': 'Withdraw',
  'mediation.invitation.act.prefer': 'Prefer somebody else',
  'mediation.invitation.act.prefer.option': 'I would accept with {name}',
  'mediation.invitation.act.write': 'Write to {name}',
  'mediation.invitation.act.talk': 'Messages with {name}',
  'mediation.invitation.act.together': 'Shared conversation',
  'mediation.invitation.held.title': 'The conversation is paused',
  'mediation.invitation.held':
    'The person who accompanied no longer does. Nothing is expected of you. If somebody takes over you will know, and you will say again whether you wish to take part.',
  'mediation.invitation.joined.title': 'You take part in this conversation',
  'mediation.invitation.alone':
    'A shared conversation can open once each person invited has answered. You will know; names are shown only then.',
  'mediation.invitation.all': 'In the shared conversation: <b>{names}</b>.',
  'mediation.invitation.joined':
    'What you write to {name} is read by {name} alone. You can withdraw at any time, with no reason to give; everything is erased at the latest {days, plural, one {# day} other {# days}} after the end.',
  'mediation.invitation.over.title': 'This conversation is over',
  'mediation.invitation.short.invited': 'An invitation to talk',
  'mediation.invitation.short.held': 'The conversation is paused',
  'mediation.invitation.short.joined': 'You take part in a conversation',

  'mediation.left.title': 'Noted: you take no part in it',
  'mediation.left':
    'Nothing else will be asked of you. Your messages to the person who accompanies are erased. What you wrote in the shared conversation stays with those who received it, until everything is erased.',

  'mediation.line.read': 'What is written here is read by {name} and you, nobody else.',
  'mediation.together.title': 'The shared conversation',
  'mediation.together.line': '<b>{name}</b>, {at}, read by {readers}',
  'mediation.together.read':
    'What you write here will be read by: {names}. Readings are written down, and the person who began this can see them.',
  'mediation.together.act.say': 'Write to everybody',
  'mediation.said': 'It will be read by: {names}.',

  'mediation.status.paused.replaced': '{name} no longer accompanies, as you asked.',
  'mediation.readings.together': '{name} read the shared conversation, {at}',

  'refusal.guest-yourself':
    'This is you: your request makes you part of it already. Choose somebody else.',
  'refusal.guest-mediator':
    'This person accompanies you already. To talk with somebody else, choose another name.',
  'refusal.guest-declined':
    'This person has declined or withdrawn: they will not be invited again. Whoever accompanies you can help you see what comes next.',
  'refusal.guest-already':
    'This person is invited already: <c>/mediation follow</c>, then “The other people”.',
  'refusal.guests-too-many':
    'No more than {most, plural, one {# person} other {# people}} in one conversation. With more, an accompanied meeting suits better.',
  'refusal.guest-sent':
    'This text has left, or is not proposed any more: it does not change. <c>/mediation follow</c> says where it stands.',
  'refusal.guest-reworded':
    'The text has changed since you read it. Open “The other people” again to read the new one.',
  'refusal.guest-prefers-nobody':
    'This person is not free to accompany. Choose somebody else, accept, or decline.',
  'refusal.guests-not-ready':
    'Each person invited has to answer first, and one at least to accept.',
  'refusal.mediation-not-together':
    'There is no shared conversation for now. It opens once each person invited has answered.',
} as const;
