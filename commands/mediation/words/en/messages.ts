export const messages = {
  'mediation.title': 'Mediation',
  'mediation.intro':
    'When a disagreement weighs, somebody can listen to you, then help you talk about it. They accompany; they judge nobody.',
  'mediation.secret':
    'Your words will be read only by the person you address them to. Nothing shows in the room. You can stop at every step, and everything is erased.',
  'mediation.begin': 'Write a request',
  'mediation.follow': 'Follow',
  'mediation.people': 'Who accompanies',
  'mediation.danger': 'I am in danger',

  'mediation.word.title': 'A word for you',
  'mediation.word.body': 'To open when you have a quiet moment.',
  'mediation.word.open': 'Open',

  'mediation.urgency.calm': 'it can wait',
  'mediation.urgency.soon': 'in the coming days',
  'mediation.urgency.now': 'as soon as possible',
  'mediation.next.onward': 'go on to the next',
  'mediation.next.only': 'ask me first',
  'mediation.country.auto': 'from the time zone',
  'mediation.country.FR': 'France',
  'mediation.country.BE': 'Belgium',
  'mediation.country.CH': 'Switzerland',
  'mediation.country.LU': 'Luxembourg',
  'mediation.country.CA': 'Canada',
  'mediation.country.GB': 'United Kingdom',
  'mediation.country.IE': 'Ireland',
  'mediation.country.US': 'United States',

  'mediation.emergency.title': 'In danger, call',
  'mediation.emergency.now':
    '<b>If somebody is in danger now, call first.</b> What is written here is not read within the minute.',
  'mediation.emergency.line': '<b>{number}</b>: {help}',
  'mediation.emergency.all': 'all emergencies',
  'mediation.emergency.police': 'police',
  'mediation.emergency.ambulance': 'medical emergencies',
  'mediation.emergency.deaf': 'emergencies by text message, for who cannot hear or speak well',
  'mediation.emergency.violence': 'violence in the couple and the family, listening',
  'mediation.emergency.suicide': 'thoughts of suicide, day and night',
  'mediation.emergency.listening': 'somebody to listen, day and night',
  'mediation.emergency.children': 'children and young people',
  'mediation.emergency.elsewhere':
    'In another country: its emergency number. In the European Union, 112.',

  'mediation.prospect.title': 'Your request, before it leaves',
  'mediation.prospect.again': 'To whom should it go now?',
  'mediation.prospect.who': 'It will be read by the person you choose, and by them alone.',
  'mediation.prospect.who.onward':
    'It will be read by the person you choose. If they cannot, or do not answer within {hours, plural, one {# hour} other {# hours}}, by the next of: {names}.',
  'mediation.prospect.who.alone':
    'It will be read by {name}, the only one who is free right now. If they cannot, or do not answer within {hours, plural, one {# hour} other {# hours}}, your request goes to somebody else who is free by then; if nobody is, you choose what comes next.',
  'mediation.prospect.pseudonym':
    'In it you are called <b>{pseudonym}</b>, until you say who you are.',
  'mediation.prospect.aside': 'Will not receive it, and will know nothing of it: {names}.',
  'mediation.prospect.nobody-else':
    'It is shown to nobody else, facilitators included. Every reading is written down, and you can see which.',
  'mediation.prospect.kept':
    'It is kept here, encrypted. Everything is erased {days, plural, one {# day} other {# days}} after the end, or as soon as you ask. To find it again: <c>/mediation follow</c>.',
  'mediation.prospect.none':
    'Nobody is free right now among those who accompany. Your request is kept, and you can send it later: <c>/mediation follow</c>',
  'mediation.prospect.none.contact': 'Outside the community, you can reach: <b>{contact}</b>',
  'mediation.prospect.choose': 'Choose whom to send it to',
  'mediation.prospect.option': 'Send to {name}{about, select, none {} other { · {about}}}',
  'mediation.prospect.propose': 'Let ECC choose, and send',
  'mediation.prospect.edit': 'Correct',
  'mediation.prospect.erase': 'Erase',

  'mediation.story.what': 'What happens',
  'mediation.story.others': 'With whom',
  'mediation.story.hope': 'What is hoped for',
  'mediation.story.urgency': 'Urgency',
  'mediation.story.reach': 'To reach them',
  'mediation.story.from': 'From',
  'mediation.story.title': 'The request of {name}',
  'mediation.story.noted': 'Your reading is written down; the person can see it.',

  'mediation.status.asking.title': 'Your request has left',
  'mediation.status.asking':
    '<b>{name}</b> has received it. Their answer is expected before {until}. {onward, select, yes {Without one, the next person will be asked, and you will know.} other {Without one, you will choose what comes next.}}',
  'mediation.status.asking.before': 'Asked before, to no avail: {names}.',
  'mediation.status.met.title': '{name} accompanies you',
  'mediation.status.met':
    'Write to them from here: your messages go through ECC. {named, select, yes {They know your name.} other {You stay {pseudonym} until you say who you are.}}',
  'mediation.status.paused.title': 'Your request waits for your choice',
  'mediation.status.paused.declined': '{name} cannot accompany you.',
  'mediation.status.paused.silent': '{name} did not answer within the time announced.',
  'mediation.status.paused.recused': '{name} has stepped back and no longer reads your request.',
  'mediation.status.closed.title': 'This request is over',
  'mediation.status.closed': 'Everything will be erased {at}.',
  'mediation.status.asked.title': 'Somebody asks to be accompanied',
  'mediation.status.asked':
    'Urgency: {urgency}. An answer is expected before {until}. You can read it before answering, and decline with no reason to give.',
  'mediation.status.asked.short': 'The request of {name} waits for your answer',
  'mediation.status.with.title': 'You accompany {name}',
  'mediation.status.with': 'Write from here: your messages go through ECC.',
  'mediation.status.draft.short': 'Your request, not sent yet',
  'mediation.status.ended.with': 'The request of {name} is over',

  'mediation.act.read': 'Read the request',
  'mediation.act.accept': 'I accept',
  'mediation.act.decline': 'I cannot',
  'mediation.act.write': 'Write',
  'mediation.act.talk': 'Messages',
  'mediation.act.readings': 'Who has read',
  'mediation.act.reveal': 'Say who I am',
  'mediation.act.recuse': 'Step back',
  'mediation.act.close': 'End it',
  'mediation.act.erase': 'Erase everything',

  'mediation.mine.title': 'What you follow',
  'mediation.mine.empty':
    'No request in progress. To write one, at your own pace: <c>/mediation ask</c>',
  'mediation.mine.lost':
    'At least one request no longer opens here: its key is lost, and nobody can say whose it was. If it was yours, it has to be made again.',

  'mediation.sent.title': 'Your request has left',
  'mediation.sent':
    '<b>{name}</b> receives it. Their answer is expected before {until}. You will be told here, quietly.',
  'mediation.declined.title': 'Noted: you cannot',
  'mediation.declined': 'Nothing else is asked of you. You can no longer read this request.',
  'mediation.recused.title': 'You no longer accompany this request',
  'mediation.written.title': 'Your message is passed on',
  'mediation.written': 'It will be read by: {name}.',
  'mediation.revealed.title': 'Your name is given: {name}',
  'mediation.erased.title': 'Everything is erased',
  'mediation.erased':
    'What is left in your conversations with ECC is being taken away too, except what your own application keeps.',

  'mediation.talk.title.with': 'Messages with {name}',
  'mediation.talk.none': 'Nothing has been written yet.',
  'mediation.talk.line': '<b>{name}</b>, {at}',
  'mediation.talk.earlier':
    '{count, plural, one {One older message is not shown.} other {# older messages are not shown.}}',
  'mediation.talk.you': 'You',
  'mediation.readings.title': 'Who has read your request',
  'mediation.readings.none': 'Nobody has opened it yet.',
  'mediation.readings.request': '{name} read the request, {at}',
  'mediation.readings.messages': '{name} read the messages, {at}',

  'mediation.pool.title': 'The people who accompany',
  'mediation.pool.empty':
    'Nobody is named to accompany yet. A facilitator does it: <c>/mediation name</c>',
  'mediation.pool.away': 'not available right now',
  'mediation.pool.languages': 'languages: {list}',
  'mediation.pool.present': 'Introduce myself',
  'mediation.named.done': '{name} can now receive requests',
  'mediation.named.next': 'They introduce themselves with: <c>/mediation introduce</c>',
  'mediation.unnamed.done': '{name} will not receive requests any more',
  'mediation.presented.done': 'Saved',
  'mediation.rules.done': 'Saved',
  'mediation.rules.said':
    'An answer within {hours, plural, one {# hour} other {# hours}}, erasure {days, plural, one {# day} other {# days}} after the end. Outside contact: {contact}. Emergency numbers: {country}.',
  'mediation.rules.no-contact': 'none for now',

  'mediation.figures.title': 'Requests, by quarter',
  'mediation.figures.line':
    '{quarter}: {asked, number} requests{met, plural, =0 {} one {, # accompanied} other {, # accompanied}}',
  'mediation.figures.few': '{quarter}: fewer than five requests',
  'mediation.figures.empty': 'Nothing to show: only quarters that are over are counted.',
  'mediation.figures.note':
    'No names, no dates. A number smaller than five is never shown, because it would point at people.',
  'mediation.figures.quarter':
    '{season, select, 1 {1st} 2 {2nd} 3 {3rd} other {{season}th}} quarter of {year}',

  'refusal.mediation-unknown':
    'This request is not, or no longer, among yours. <c>/mediation follow</c> says what waits for you.',
  'refusal.mediation-passed': 'This is no longer in your hands. Nothing else is expected.',
  'refusal.mediation-not-now':
    'This is not possible at this step. <c>/mediation follow</c> says where the request stands.',
  'refusal.mediation-none':
    'No request is ready for that. <c>/mediation follow</c> says what waits for you.',
  'refusal.mediation-several':
    'You follow several requests: open the right one from <c>/mediation follow</c>.',
  'refusal.mediation-too-many':
    'You already have {most, plural, one {# request} other {# requests}} in progress. End one: <c>/mediation follow</c>.',
  'refusal.mediator-unavailable':
    'This person is not free any more. Choose another: <c>/mediation follow</c>.',
  'refusal.no-mediator':
    '{contact, select, none {Nobody is free right now. Your request is kept: try again in a few days.} other {Nobody is free right now. Your request is kept. Outside the community: {contact}}}',
  'refusal.mediator-already':
    'This person already receives requests. The list: <c>/mediation mediators</c>',
  'refusal.not-a-mediator':
    'This person does not receive requests. A facilitator can name them: <c>/mediation name</c>',
  'refusal.unknown-languages': '“{typed}”: choose among French and English, separated by a comma.',
} as const;
