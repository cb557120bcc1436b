export const agreements = {
  'mediation.terms.title': 'The agreement being written',
  'mediation.terms.none':
    'Nothing is written yet. Anybody in the shared conversation can suggest a text, and anybody can change it. It is an agreement once {names} have confirmed it as it stands.',
  'mediation.terms.by': 'Version {version}, written by {name}, {at}.',
  'mediation.terms.follow': 'You will be asked privately whether it still holds, {at}.',
  'mediation.terms.follow.never': 'No date is chosen to come back to it.',
  'mediation.terms.awaited':
    '{confirmed, select, none {Nobody has confirmed it yet} other {Confirmed by {confirmed}}}. Still awaited: {names}.',
  'mediation.terms.before': 'Before, written by {name}, {at}:',
  'mediation.terms.rule':
    'Changing the text starts the confirmations again: nobody is held to words they have not read. Nothing obliges anybody to confirm. Once each has, the agreement is kept apart, encrypted, even when all the rest is erased.',
  'mediation.terms.act.open': 'Write an agreement',
  'mediation.terms.act.write': 'Suggest a text',
  'mediation.terms.act.amend': 'Change the text',
  'mediation.terms.act.confirm': 'I confirm this text',

  'mediation.agreement.title': 'Your agreement',
  'mediation.agreement.asks': 'Does this agreement still hold?',
  'mediation.agreement.between': 'Between {names}, confirmed by each {at}.',
  'mediation.agreement.kept':
    'This text is kept for you, encrypted, with a key of its own. You can let it go at any time; it is destroyed when nobody keeps it any more.',
  'mediation.agreement.private':
    'Your answer is for you. Nobody sees it unless you choose to say it to the others.',
  'mediation.agreement.yours': 'Your answer: <b>{said}</b>. You alone see it.',
  'mediation.agreement.yours.told': 'Your answer, said to the others: <b>{said}</b>.',
  'mediation.agreement.theirs': '<b>{name}</b> tells you: {said}.',
  'mediation.agreement.act.yes': 'It holds',
  'mediation.agreement.act.partly': 'In part',
  'mediation.agreement.act.no': 'It no longer holds',
  'mediation.agreement.act.tell': 'Say my answer to the others',
  'mediation.agreement.act.drop': 'Keep it no more',
  'mediation.holds.yes': 'it holds',
  'mediation.holds.partly': 'in part',
  'mediation.holds.no': 'it no longer holds',
  'mediation.agreements.title': 'The agreements you keep',
  'mediation.agreements.none':
    'You keep no agreement. Once each has confirmed one, it is found here.',
  'mediation.agreements.one': '{names}, {at}',
  'mediation.dropped.title': 'You no longer keep this agreement',
  'mediation.dropped':
    'It no longer opens for you, and the others are not told. It is destroyed when nobody keeps it any more.',

  'refusal.terms-changed':
    'The text has changed since you read it. Open it again from the shared conversation.',
  'refusal.agreement-unknown':
    'This agreement is not, or no longer, among those you keep: <c>/mediation agreements</c>.',

  'command.mediation.terms': 'mediation text',
  'command.mediation.terms.help': 'Read the agreement being written',
  'command.mediation.amend': 'mediation draft',
  'command.mediation.amend.help': 'Write an agreement together, or change its text',
  'command.mediation.amend.title': 'The text of the agreement',
  'command.mediation.amend.intro':
    'Those in the shared conversation will read it, and can change it. It is an agreement only once each has confirmed it.',
  'command.mediation.amend.submit': 'Suggest this text',
  'command.mediation.confirm': 'mediation confirm',
  'command.mediation.confirm.help': 'Confirm the agreement as it is written',
  'command.mediation.agreements': 'mediation agreements',
  'command.mediation.agreements.help': 'The agreements you keep',
  'command.mediation.agreement': 'mediation agreement',
  'command.mediation.agreement.help': 'Read again an agreement that you keep',
  'command.mediation.hold': 'mediation hold',
  'command.mediation.hold.help': 'Say, for yourself, whether an agreement still holds',
  'command.mediation.tell': 'mediation share',
  'command.mediation.tell.help': 'Say your answer to the others of the agreement',
  'command.mediation.tell.title': 'Say your answer to the others?',
  'command.mediation.tell.intro':
    'The others who keep this agreement will read it, with your name.',
  'command.mediation.tell.submit': 'Yes, say it',
  'command.mediation.drop': 'mediation let go',
  'command.mediation.drop.help': 'Keep an agreement no more',
  'command.mediation.drop.title': 'Keep this agreement no more?',
  'command.mediation.drop.intro':
    'You will not be able to read it again. The others keep it if they wish, and are not told.',
  'command.mediation.drop.submit': 'Yes, let it go',

  'param.agreement': 'agreement',
  'param.agreement.help': 'Which one',
  'param.holds': 'answer',
  'param.holds.help': 'Does it still hold?',
  'param.wording': 'text',
  'param.wording.help': 'Who does what, from when: what each will be able to confirm',
  'param.followup': 'come back to it on',
  'param.followup.help': 'A date, if you wish: each will say privately whether it holds',
} as const;
