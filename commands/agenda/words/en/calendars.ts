/** Agendas in people's own calendars. */
export const calendars = {
  'feed.kind.mine': 'all my meetings',
  'feed.kind.coming': 'those I come to',
  'feed.kind.community': 'this community',
  'feed.kind.theme': 'a theme',
  'feed.kind.room': 'this room',
  'feed.name.mine': 'My meetings',
  'feed.name.coming': 'Where I come',
  'feed.name.community': 'Agenda: {community}',
  'feed.name.theme': '{theme}: {community}',
  'feed.name.room': 'Agenda of a room: {community}',
  'feed.event': 'A-{number} · {community}',
  'feed.opened': 'Your address: {name}',
  'feed.how':
    'In your calendar (Nextcloud, Thunderbird, Google, Apple, Outlook…), choose <b>subscribe by address</b> and paste this one. It reads it again by itself.',
  'feed.private':
    'This address is yours: whoever has it reads these meetings. It will not be shown again. Lost, or given by mistake: <c>/calendar renew {number}</c>.',
  'feed.public':
    'This address is for anybody: it shows the meetings, never who comes. It will not be shown again. To close it: <c>/calendar unsubscribe {number}</c>.',
  'feed.local':
    'For now, this address is only read on the machine where ECC runs. Whoever administers it can give it one that others reach (ECC_PUBLIC_URL).',
  'feed.all': 'My subscriptions',
  'feed.close': 'Close this address',
  'feed.open': 'New subscription',
  'feed.none': 'No subscription yet',
  'feed.none.how':
    'A subscription puts the agenda in your own calendar, always up to date. For the first: <c>/calendar subscribe</c>.',
  'feed.list': 'Your subscriptions',
  'feed.list.how':
    'An address is shown once only. To change it: <c>/calendar renew 1</c>. To close it: <c>/calendar unsubscribe 1</c>.',
  'feed.is-public': '(public)',
  'feed.is-private': '(yours)',
  'feed.read': 'read {at}',
  'feed.unread': 'never read',
  'feed.closed': 'Subscription closed: {name}',
  'feed.closed.then':
    'Its address leads nowhere any more. Calendars that read it will not change again.',
  'feed.attendees.shown': 'Calendars show who comes',
  'feed.attendees.hidden': 'Calendars do not show who comes',
  'refusal.unknown-feed':
    'You have no subscription {number}. <c>/calendar subscriptions</c> shows them.',
  'refusal.feed-not-public':
    'Your own meetings are not published. Choose the community, a theme or this room.',
  'refusal.too-many-feeds':
    'You have {max} subscriptions already. Close one: <c>/calendar subscriptions</c>.',
  'event.origin': 'Comes from',
  'import.news':
    '{count, plural, one {A meeting joins the agenda} other {# meetings join the agenda}}: {name}',
  'import.see': 'See the agenda',
  'import.done': 'Imported',
  'import.counts':
    '{added, plural, =0 {No new meeting} one {One new meeting} other {# new meetings}}{changed, plural, =0 {} one {, one changed} other {, # changed}}{cancelled, plural, =0 {} one {, one cancelled} other {, # cancelled}}{same, plural, =0 {} one {, one known already} other {, # known already}}.',
  'import.skipped': '“{title}” was left out: {why}.',
  'import.skipped.more':
    '{count, plural, one {Another one was left out.} other {# others were left out.}}',
  'import.skipped.other': 'its text is damaged',
  'import.skipped.calendar-no-date': 'its date cannot be read',
  'import.skipped.calendar-zone': 'its time zone is unknown',
  'import.skipped.calendar-range': 'it changes a date and those after it in a way ECC cannot read',
  'import.skipped.event-long': 'it lasts more than a year',
  'import.skipped.rule-unreadable': 'its repetition cannot be read',
  'import.skipped.rule-unsupported': 'its repetition asks for what ECC cannot do',
  'import.skipped.rule-too-fast': 'it comes back too often for an agenda',
  'import.skipped.rule-too-long': 'its repetition has too many dates',
  'import.skipped.rule-never': 'its repetition never falls',
  'follow.done': 'This agenda is followed: {name}',
  'follow.then':
    'It is read again every hour: what changes or is cancelled there changes here. To stop: <c>/calendar unfollow {number}</c>.',
  'follow.none': 'No agenda followed',
  'follow.none.how':
    'Meetings of partners can be seen here, always up to date: <c>/calendar follow https://…</c>',
  'follow.list': 'The agendas followed',
  'follow.list.how': 'To stop following one: <c>/calendar unfollow 1</c>.',
  'follow.read': 'up to date, read {at}',
  'follow.problem': '{host} does not give this calendar any more',
  'follow.problem.fetch-unreachable': '{host} does not answer',
  'follow.problem.fetch-too-slow': '{host} takes too long to answer',
  'follow.problem.calendar-not-one': 'what {host} gives is no calendar any more',
  'follow.problem.calendar-cut': 'the calendar that {host} gives stops half way',
  'follow.failing': 'This agenda can no longer be read: {name}',
  'follow.failing.why': 'For several hours, {why}. The meetings already known stay.',
  'follow.failing.then':
    'ECC goes on trying. To stop following it: <c>/calendar unfollow {number}</c>.',
  'follow.stopped': 'This agenda is no longer followed: {name}',
  'follow.stopped.then':
    '{count, plural, =0 {Its meetings have left the agenda.} one {Its meetings have left the agenda, but one that somebody answered: it is from here now.} other {Its meetings have left the agenda, but # that somebody answered: they are from here now.}}',
  'refusal.event-followed':
    'A-{number} comes from another agenda ({origin}): that is where it is changed.',
  'refusal.unknown-followed':
    'There is no followed agenda {number}. <c>/calendar followed</c> shows them.',
  'refusal.calendar-already-followed': 'This agenda is followed already, under number {number}.',
  'refusal.too-many-followed':
    'The community follows {max} agendas already. Stop following one first.',
  'refusal.calendar-not-one':
    'This is no calendar. An .ics file begins with <c>BEGIN:VCALENDAR</c>: paste it whole, or give its address.',
  'refusal.calendar-cut': 'This calendar stops half way: its end is missing. Copy it whole.',
  'refusal.calendar-garbled':
    'This calendar is damaged: what it holds is tangled. Export it again.',
  'refusal.calendar-large':
    'This calendar is too large: {max, number} meetings at most. Export a part of it.',
} as const;
