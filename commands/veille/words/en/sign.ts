/** What is said of the reaction that brings links to the watch. */
export const sign = {
  'command.veille.sign': 'watch reaction',
  'command.veille.sign.help': 'The sign that, put under a message, adds its links to the watch',
  'command.veille.sign.sign': 'sign',
  'command.veille.sign.sign.help': 'For example 🔖; “none” to listen to none any more',
  'command.veille.unsign': 'watch no-reaction',
  'command.veille.unsign.help': 'No longer add links by a reaction',
  'command.veille.gather': 'watch gather',
  'command.veille.gather.help': 'Add the links of a message to the watch',
  'command.veille.gather.links': 'links',
  'command.veille.gather.links.help': 'The addresses, one a line',

  'sign.title': 'Here, {sign} under a message adds its links to the watch',
  'sign.body':
    'Whoever reacts with {sign} to a message shares the links it holds, in their own name. ECC reads only the messages where somebody puts that sign, and answers only that person.',
  'sign.note':
    '{network, select, discord {On Discord, ECC can read only if whoever runs it allowed it; otherwise it privately says what to do instead.} web {In the workshop messages have no reactions: their menu offers “Add to the watch”.} other {Taking the reaction away does not take the share away: ECC’s answer offers that.}}',
  'sign.none.title': 'Here, no reaction adds links to the watch',
  'sign.none.body':
    'Somebody who facilitates can choose a sign: putting it under a message will be enough to share its links. For example: <c>/watch reaction {example}</c>.',
  'sign.act.stop': 'Stop listening to it',
  'sign.done.chosen': '{sign} is chosen. The room is told.',
  'sign.done.none': 'No reaction is listened to here any more. The room is told.',

  'gathered.title':
    '{count, plural, one {# link of this message is in the watch.} other {# links of this message are in the watch.}}',
  'gathered.left':
    'This message holds {count, plural, one {# more} other {# more}}: <c>/watch add</c> and the address.',
  'gathered.note': 'Taking your reaction away does not take the share away: that is done here.',
  'gathered.unshare-one': 'Take away my share of…',

  'refusal.not-a-sign': '“{typed}” is not a sign to react with. Choose a single one, such as 🔖.',
  'refusal.sign-by-name':
    'On Slack a sign has a name: write it as Slack calls it, for example <c>bookmark</c>.',
  'refusal.no-link-there':
    'This message holds no link: nothing is added to the watch. For a page: <c>/watch add</c> and its address.',
  'refusal.message-unreadable':
    '{network, select, discord {ECC could not read this message: on Discord it has to be shown. Right click on the message (or press long), <b>Apps</b>, <b>Add to the watch</b>.} slack {ECC could not read this message. In its ⋮ menu: <b>Add to the watch</b>. Or type <c>/watch add</c> and the address.} other {ECC could not read this message. Type <c>/watch add</c> and the address of the page.}}',
} as const;
