/** The calendar of a server that the agenda is the same as. */
export const linkedCalendar = {
  'link.done': 'Calendar linked: {name}',
  'link.then':
    'What is on one side now goes to the other, within a minute or so. Your password is encrypted; only {host} gets it.',
  'link.how': 'To stop: <c>/calendar unlink</c>.',
  'link.see': 'See how it goes',
  'link.none': 'No calendar linked',
  'link.none.how':
    'The agenda can be the same as the community’s calendar on Nextcloud, Radicale or another CalDAV server: <c>/calendar link</c>.',
  'link.is': 'Calendar linked: {name}',
  'link.state': 'Both are the same. Last look at {host}: {at}.',
  'link.not-yet': 'The first exchange with {host} is on its way.',
  'link.stopped': 'Calendar unlinked: {name}',
  'link.stopped.then':
    'Each keeps its meetings. What changes on one side no longer goes to the other.',
  'link.failing': 'The linked calendar does not answer: {name}',
  'link.failing.why': 'What is known: {why}. Nothing is lost, all of it will go later.',
  'link.failing.then':
    'ECC goes on trying. If the password has changed: <c>/calendar unlink</c>, then <c>/calendar link</c>.',
  'link.back': 'The linked calendar answers again: {name}',
  'link.back.then': 'Both sides are up to date.',
  'follow.problem.closed': '{host} refuses the account or the password',
  'conflict.title': 'A-{number} changed on both sides: {title}',
  'conflict.why':
    'Here and in the linked calendar, at nearly the same time. The latest version is kept, the other is here.',
  'conflict.why.gone':
    'It was deleted or cancelled in the linked calendar when it had just changed here. It is kept, and goes back there. To cancel it here too, take the other version.',
  'conflict.taken': 'The other version holds now.',
  'conflict.held.ours': 'Kept (from here):',
  'conflict.held.theirs': 'Kept (from the calendar):',
  'conflict.other.ours': 'The other (from here):',
  'conflict.other.theirs': 'The other (from the calendar):',
  'conflict.dates': 'They may differ as well by dates that were moved or cancelled.',
  'conflict.cancelled': 'cancelled',
  'conflict.take': 'Take the other version',
  'conflict.take-back': 'Go back to the first',
  'refusal.conflict-gone': 'That other version is no more. <c>/agenda</c> shows what holds.',
  'refusal.calendar-linked':
    'A calendar is linked already. To change: <c>/calendar unlink</c> first.',
  'refusal.no-calendar-linked': 'No calendar is linked.',
  'refusal.caldav-not-one':
    'What {host} says at this address is not of a CalDAV calendar. Take the one that its settings show, often under “CalDAV address”.',
  'refusal.caldav-several':
    'This account has several calendars. Give the address of one of them: {list}',
  'refusal.caldav-plain':
    'The password would go to {host} unprotected on its way. Give an address that begins with https.',
} as const;
