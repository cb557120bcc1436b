import type { fr } from './fr.js';

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'form.submit': 'Send',
  'bug.title': 'This could not be done, and the fault is ours',
  'bug.body':
    'Try again in a moment; if it lasts, give this reference to whoever runs ECC: <b>{reference}</b>',
  'unknown.title': 'I did not recognise this command',
  'unknown.body': '“{typed}” begins with no command I know.',
  'unknown.like': 'Perhaps: <c>/{name}</c>',
  'unknown.help': 'See the help',
  'stranger.title': 'Not a member here yet',
  'stranger.body':
    'First type a command in one of the community’s rooms, for instance <c>/ecc</c>: you will be a member.',

  'param.decision': 'decision',
  'param.decision.help': 'From the list, or by its name, such as D-12',
  'param.reason': 'reason',
  'param.reason.help': 'In a few words',
  'param.title': 'title',
  'param.title.help': 'One line that says the essential',
  'param.closes': 'deadline',
  'param.closes.help': 'For example: tomorrow 6pm, in three days, friday noon',

  'form.file.held': 'Received already: {name}. Another file would take its place.',
  'refusal.file-too-big':
    'This file is over {max, number} MB. A lighter picture, or a PDF, will do; the rest is kept.',
  'refusal.file-not-taken':
    'This file is neither a picture (PNG, JPEG, WebP, HEIC) nor a PDF: only those are kept here. The rest is kept.',
  'refusal.file-unreachable':
    'The file could not be read on the network. Send it again; the rest is kept.',
  'refusal.file-gone': 'This file is not there any more. Send it again.',
  'param.file': 'file',
  'param.file.help': 'A picture or a PDF of the receipt, 10 MB at most. Kept encrypted.',

  'refusal.missing': 'This answer is missing.',
  'refusal.too-long':
    'Too long: {length, number} characters, for {max, number} at most. Nothing is lost, shorten it and send again.',
  'refusal.too-many':
    '{max, plural, one {One line only} other {# lines at most}}: there are {count, number}.',
  'refusal.repeated': 'Two lines say the same thing. Keep one.',
  'refusal.not-in-list': '“{typed}” is not in the list. Choose from: {list}.',
  'refusal.not-yes-or-no': '“{typed}”: answer yes or no.',
  'refusal.not-a-number': '“{typed}” is not a number between {min, number} and {max, number}.',
  'refusal.left-over':
    'I did not know what to do with “{text}”. Put texts of several words in quotes, or type the command alone: what is missing will be asked.',
  'refusal.old-button':
    'This button comes from an earlier version. Type <c>/ecc</c> to find the action.',
  'refusal.form-gone':
    'This form has already been sent, or is more than a day old. Type the command again.',
  'refusal.elsewhere':
    'This card belongs to another community than this room. Open it in its own room.',
  'refusal.already-done': 'This is already recorded.',
  'refusal.facilitators-only':
    'This is for those who facilitate. <c>/ecc me</c> says who they are.',
  'refusal.not-a-member': 'You are not a member of this community.',
  'refusal.not-yet-a-member':
    '“{name}” is not a member here yet. It is enough that they type <c>/ecc</c> once in this room.',
  'refusal.unknown-member':
    '{name, select, other {Nobody is called “{name}” here. Choose the name from the list.}}',
  'refusal.several-members': 'Several people are called “{name}” here. Choose from the list.',
  'refusal.last-facilitator':
    'This is the only person who facilitates. Name another one first: <c>/ecc role</c>.',
  'refusal.unknown-zone':
    '“{typed}” is not a time zone I know. For example: Europe/Paris, Indian/Reunion, America/Toronto.',
  'refusal.moment-unknown':
    'I did not understand “{typed}”. For example: tomorrow 6pm, friday noon, in three days.',
  'refusal.moment-past': '“{typed}” is already past.',
  'refusal.moment-no-day': '“{typed}”: there is no such day.',
  'refusal.moment-no-hour':
    '“{typed}”: there is no such hour, the clocks go forward that night. Just after it: {after}.',
  'refusal.moment-ambiguous': '“{typed}” can be read: {list}. Say the date more fully.',
  'refusal.not-a-share': '“{typed}”: write majority, 2/3, 75% or unanimity.',
  'refusal.code-unknown':
    'There is no such code, or it is over. Ask for another one on the other side.',
  'refusal.code-spent': 'Too many tries on this code. Ask for another one on the other side.',
  'refusal.rooms-already-linked':
    'This code comes from this very community: type it in the other room.',
  'refusal.only-room': 'This is the community’s only room: there is nothing to detach.',
  'refusal.not-in-a-room': 'Type this command in a room.',
  'refusal.link-rooms-first':
    'Your two accounts are in two communities. Somebody who facilitates can first link the rooms: <c>/ecc link-room</c>.',
  'refusal.accounts-already-linked':
    'This code comes from this very account, or from accounts already linked: type it from the other one.',
  'refusal.accounts-not-linked': 'No other account is linked to yours.',

  'refusal.fetch-bad-address':
    '“{typed}” is not the address of a page. For example: <c>https://example.org/agenda.ics</c>',
  'refusal.fetch-not-public':
    '{host} is not on the public internet, and ECC reads nothing elsewhere. Whoever runs ECC can allow it.',
  'refusal.fetch-too-large': 'What {host} answers is too large to be read.',
  'refusal.fetch-too-slow': '{host} takes too long to answer. Try again later.',
  'refusal.fetch-too-many-redirects':
    '{host} sends from one address to another without end. Open the page, and copy the address where it stops.',
  'refusal.fetch-unreachable':
    '{reason, select, name {No site is called {host}. Check the address.} certificate {The certificate of {host} does not prove that it is that site. Tell whoever looks after it.} other {{host} does not answer. Try again later.}}',
  'refusal.fetch-garbled':
    'What {host} answers cannot be read. Tell whoever looks after that site.',
  'refusal.fetch-bad-status':
    '{kind, select, closed {{host} asks who you are before it shows this page. Check the access.} gone {There is nothing at this address on {host}. Check it.} busy {{host} asks to come back later.} broken {{host} is out of order. Try again later.} other {{host} would not answer (answer {status}). Check the address.}}',
};
