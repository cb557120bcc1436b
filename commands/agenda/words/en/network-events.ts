/** Meetings among the events of a network: a Discord server. */
export const networkEvents = {
  'command.agenda.network-events': 'calendar events | agenda events',
  'command.agenda.network-events.help': 'Show meetings among the events of the Discord server',
  'command.agenda.network-events.title': 'Meetings among the events of the server',
  'command.agenda.network-events.shown': 'show',
  'command.agenda.network-events.shown.help': 'Yes: they are there; no: they are not',
  'events.shown': 'Meetings go among the events of the Discord server',
  'events.shown.who':
    'The next ones are there within a minute or so, and follow every change of the agenda. The whole server sees them, beyond this room too. Meetings whose answers are discreet never go there.',
  'events.shown.stop': 'To stop: <c>/calendar events no</c>.',
  'events.hidden': 'Meetings no longer go among the events of the Discord server',
  'events.hidden.then': 'Those to come are taken away from there. The agenda stays as it is.',
  'events.refused': 'Meetings are not among the events of the Discord server',
  'events.refused.forbidden':
    'ECC lacks the permission “Create Events”. Somebody who manages the server can grant it with this button.',
  'events.refused.full':
    'This server already has a hundred events to come, and Discord takes no more. The next ones will go there as soon as there is room.',
  'events.refused.gone':
    'ECC is no longer in this server. Somebody who manages it can invite it again with this button.',
  'events.refused.then':
    'ECC tries again every hour. In rooms, the agenda stays as it is. To give it up: <c>/calendar events no</c>.',
  'events.refused.grant': 'Grant the permission',
  'events.refused.invite': 'Invite ECC',
  'refusal.no-event-network':
    'No room of this community is on Discord, where these events are. Link one first: <c>/ecc link-room</c>.',
} as const;
