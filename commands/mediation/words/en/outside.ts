/** A mediator from outside the community: the link, and the page that it opens. */
export const outside = {
  'command.mediation.outside': 'mediation link',
  'command.mediation.outside.help': 'Ask somebody from outside, by a link',
  'command.mediation.outside.title': 'Ask somebody from outside?',
  'command.mediation.outside.intro':
    'You will get a link, to hand over yourself to somebody you trust who is not of the community; they need no account. Whoever opens it first will be able to read your request and accompany you: ECC does not check who it is. The link opens once only, and is valid for seven days. You will know that it was opened, and can withdraw it at any time. If they cannot, it goes on as with anybody else. Nobody else will know of it, facilitators included.',
  'command.mediation.outside.submit': 'Make the link',
  'command.mediation.relink': 'mediation new link',
  'command.mediation.relink.help': 'Another link, for the same person',
  'command.mediation.relink.title': 'A new link?',
  'command.mediation.relink.intro':
    'It leads to the same place: whoever opens it first reads your request there, and what you wrote to each other. The link before it, and the page opened with it, give nothing any more from now on. The new one opens once only, and is valid for seven days.',
  'command.mediation.relink.submit': 'Make a new link',
  'command.mediation.unlink': 'mediation take back the link',
  'command.mediation.unlink.help': 'Withdraw the link, and the access of whoever opened it',
  'command.mediation.unlink.title': 'Withdraw the link?',
  'command.mediation.unlink.intro':
    'The link, and the page opened with it, will give nothing any more. The people invited, if any, will be on pause. You will choose what comes next.',
  'command.mediation.unlink.submit': 'Yes, withdraw it',
  'command.mediation.introduce': 'mediation introduce oneself',
  'command.mediation.introduce.help': 'Say what to call you',
  'command.mediation.introduce.title': 'What should you be called?',
  'command.mediation.introduce.submit': 'Continue',
  'param.called': 'your name',
  'param.called.help':
    'A first name is enough. It is followed by “from outside” wherever it appears.',

  'mediation.act.outside': 'Somebody from outside, by a link',
  'mediation.act.relink': 'A new link',
  'mediation.act.unlink': 'Withdraw the link',

  'mediation.outside.somebody': 'Somebody from outside',
  'mediation.outside.called': '{name} (from outside)',
  'mediation.outside.unreachable':
    'Asking somebody from outside, by a link, is not possible here: ECC has no address that others reach. Whoever administers it can give it one (<c>ECC_PUBLIC_URL</c>).',
  'mediation.outside.link.title': 'Your link is ready',
  'mediation.outside.link.how':
    'Hand it over yourself, by whatever means you like, to the person you have in mind, and to nobody else. It is shown only once.',
  'mediation.outside.link.rule':
    'It opens once only, before {until}. Whoever opens it first can read your request. You will know, and can withdraw the link at any time.',
  'mediation.outside.onward':
    '{onward, select, yes {If they cannot, or do not answer, somebody of the community will be asked, if anybody is free; you will know.} other {If they cannot, or do not answer, you will choose what comes next.}}',
  'mediation.outside.waiting.title': 'Your link waits to be opened',
  'mediation.outside.waiting': 'Nobody has opened it yet. It is valid until {until}.',
  'mediation.outside.opened.title': 'Your link was opened',
  'mediation.outside.opened':
    '<b>{name}</b> opened it {at}, and can read your request. Their answer is expected before {until}.',
  'mediation.outside.doubt':
    'If it is not the person you handed it to, withdraw the link: nothing will be read there any more.',
  'mediation.outside.met':
    'This person reads and writes from a web page, without an account. ECC can neither tell them anything nor remind them of a meeting: when there is news, tell them to come back to it. If they cannot get in any more, make a new link.',
  'mediation.outside.renewed':
    'A new link waits to be opened, before {until}. Until then, nobody gets in by the old one.',
  'mediation.status.paused.withdrawn': 'The link is withdrawn: nothing is read there any more.',
  'refusal.outside-unreachable':
    'ECC has no address that others reach for such a link. Whoever administers it can give it one (<c>ECC_PUBLIC_URL</c>). To choose somebody else: <c>/mediation follow</c>.',

  'mediation.passage.door.title': 'A word for you',
  'mediation.passage.door':
    'Somebody hands you this link in confidence. It opens once only: if it is not for you, close this page. If it is, open it when you have a quiet moment.',
  'mediation.passage.door.browser':
    'This browser will keep the access for thirty days at most. Rather use your own than a shared computer. Opened it here already? The same button takes you back.',
  'mediation.passage.door.open': 'Open',
  'mediation.passage.door.back': 'Continue',
  'mediation.passage.gone.title': 'Nothing opens here',
  'mediation.passage.gone':
    'This link was already used, or is not valid any more. If you came by it, ask the person who handed it to you for a new one.',
  'mediation.passage.hurried.title': 'One moment',
  'mediation.passage.hurried': 'Too many tries in a row. Try again in a minute.',
  'mediation.passage.broken.title': 'That did not work, through our fault',
  'mediation.passage.broken': 'Try again in a moment.',
  'mediation.passage.welcome.title': 'Somebody asks you to accompany them',
  'mediation.passage.welcome':
    'A person, who goes by <b>{name}</b> here, is in a conflict, and asks you to help talk about it. What is hoped for: to listen, then to help people talk, without judging or deciding.',
  'mediation.passage.free':
    'You will be able to read the request, then accept, or decline with no reason to give. If this conflict concerns you, decline.',
  'mediation.passage.reads':
    'What you write to one person is read by them alone; what you write to all bears the names of those who read it. The other members of the community, and those who facilitate it, see nothing and do not know that you are here.',
  'mediation.passage.noted':
    'When you read the request or the messages, it is written down; the person can see it.',
  'mediation.passage.kept':
    'Everything is kept encrypted, and is erased {days, plural, one {# day} other {# days}} after the end, or as soon as the person asks for it. Whoever runs the machine could technically read. When it is over, this page closes.',
  'mediation.passage.return':
    'ECC cannot tell you anything by itself: come back to this page. This browser gets in until {until}; after that, or if its data is cleared, ask whoever handed you the first link for a new one.',
  'mediation.passage.without':
    'What cannot be done from here: getting a reminder of a meeting (write it down), or entering a common room (relayed messages stand in for it). When a text names a command, such as <c>/mediation follow</c>, it is for members: here, everything goes by the buttons.',
  'mediation.passage.about': 'Who reads what, and how to come back',
  'mediation.passage.home': 'Where the request stands',
  'mediation.passage.emergency': 'Emergency numbers',
  'mediation.passage.other': 'Français',
} as const;
