/** Why not, and what to do, about wealth. */
export const refusals = {
  'refusal.quantity-unknown':
    'I did not understand “{typed}”. A quantity with its unit, for example: 3h, 1h30, 2 days, €12.50, 4 kg, 3 kWh, 20 km{tokens}.',
  'refusal.quantity-ambiguous': '“{typed}” can be read two ways. Write 1200 or 1.2 for example.',
  'refusal.quantity-too-fine':
    '“{typed}” is too fine: we count to the minute, the cent, the gram, the joule or the metre, and to the hundredth for the rest.',
  'refusal.quantity-too-much': '“{typed}” is more than can be counted here. One digit too many?',
  'refusal.quantity-nothing': '“{typed}”: it takes more than zero.',
  'refusal.not-a-contribution':
    '“{typed}” is not a contribution. For example: R-12, as its card says.',
  'refusal.unknown-contribution':
    'There is no contribution R-{number} here. <c>/wealth</c> shows yours.',
  'refusal.unknown-context':
    'No context is called “{name}”. Choose it from the list, or open it: <c>/wealth open "{name}"</c>.',
  'refusal.context-known':
    'The context “{name}” is already there. Give another name, or declare in that one.',
  'refusal.context-missing':
    'In which context? Choose it from the list, or open it: <c>/wealth open "Festival"</c>.',
  'refusal.context-keepers-only':
    'This is for whoever opened the context, or those who facilitate.',
  'refusal.sees-promised':
    'Who sees what was promised to those who have declared already: it does not change any more. Open another context if need be.',
  'refusal.no-open-period':
    'No period is open for {name}. Whoever opened the context, or facilitates, can open one: <c>/period set</c>.',
  'refusal.period-frozen':
    'R-{number} is in a period closed since {at}: it does not move any more. Its person can correct it in the next period: <c>/wealth correct</c>.',
  'refusal.day-ahead': 'This day has not come yet: we declare what is done.',
  'refusal.day-far': 'This is too long ago: we go back {years} years.',
  'refusal.day-unknown':
    'I did not understand the day “{typed}”. For example: yesterday, tuesday, 12 october.',
  'refusal.flow-to-oneself':
    'Nobody gives to themselves. Leave it empty to give to the context, or choose somebody else.',
  'refusal.own-only': 'Only the person in whose name it is declared can do this.',
  'refusal.own-not-validated':
    'Nobody validates their own contribution, nor one they wrote for somebody. Another person will.',
  'refusal.participants-only':
    'Only those who took part in {name} look at what is declared there. If you did: <c>/wealth join</c>.',
  'refusal.not-for-you': 'The rule of {name} keeps this contribution for other eyes.',
  'refusal.already-validated':
    'You have validated R-{number} already. To go back on it: <c>/wealth unsay R-{number}</c>.',
  'refusal.nothing-said-yet': 'You have said nothing of R-{number} yet.',
  'refusal.no-such-question': 'R-{number} has no such question. Its page shows those that wait.',
  'refusal.no-such-figure': 'This other figure for R-{number} is not proposed any more.',
  'refusal.correction-same': 'This is what is declared already: nothing to correct.',
  'refusal.correction-other-unit':
    'The period is closed: only the quantity can be corrected, in the same unit. For the rest, declare a new contribution.',
  'refusal.contribution-proposed': 'R-{number} still waits for its person to say that it is right.',
  'refusal.contribution-declared': 'R-{number} is declared already.',
  'refusal.contribution-validated': 'R-{number} is declared and validated already.',
  'refusal.contribution-withdrawn':
    'R-{number} was withdrawn. Its person can restore it: <c>/wealth restore R-{number}</c>.',
  'refusal.contribution-declined':
    'R-{number} was declined. Its person can take it up again: <c>/wealth restore R-{number}</c>.',
  'refusal.already-in': 'You take part in {name} already.',
  'refusal.not-in': 'You do not take part in {name}.',
  'refusal.declared-here':
    'You declared something in {name}: you take part in it. Withdrawing your declarations does not erase their trace.',
  'refusal.nature-too-long': '“{typed}” is too long for a nature: {max} characters at most.',
  'refusal.period-end-past': 'This end is already past: {at}. Give a date to come.',
  'refusal.period-end-far': 'This is too far: a period lasts {years} years at most.',
  'refusal.period-still-open': 'No period is closed for {name}: there is nothing to reopen.',
  'refusal.unknown-retro': 'Nothing said here has the number {number}.',
  'refusal.retro-participants-only':
    'The retrospective belongs to those who take part in {name}. If you do: <c>/wealth join</c>.',
  'refusal.not-retro-numbers': '“{typed}”: give numbers, for example 1,3,4.',
  'refusal.thanks-to-oneself': 'Choose somebody else than yourself.',
  'refusal.unknown-period': '{name} has no period {position}.',
  'refusal.unknown-thanks': 'There are no such thanks here.',
} as const;
