import type { refusals as fr } from '../fr/refusals.js';

export const refusals: Readonly<Record<keyof typeof fr, string>> = {
  'refusal.unknown-decision':
    'There is no decision D-{number} here. <c>/decisions</c> shows the list.',
  'refusal.decision-closed':
    'This vote closed on {at}. The result: <c>/decision show D-{number}</c>. To take the subject up again: <c>/decision propose from:D-{number}</c>.',
  'refusal.decision-withdrawn':
    'D-{number} was withdrawn. To take the subject up again: <c>/decision propose from:D-{number}</c>.',
  'refusal.decision-between-rounds':
    'The round is over and the next one is not open yet. Voting on D-{number} starts again with the next round.',
  'refusal.deadline-past':
    'The deadline ({at}) is past, or less than a minute away. A later date is needed.',
  'refusal.deadline-far': 'The deadline ({at}) is too far away: {days, number} days at most.',
  'refusal.not-later':
    'The deadline can no longer come earlier, only later than {at}. To end sooner: <c>/decision close</c>.',
  'refusal.consent-not-secret':
    'Consent is given in the open, so that objections can be answered. For a secret ballot, take agreement or choice as the method.',
  'refusal.options-too-few': 'It takes at least two options, one a line.',
  'refusal.max-too-many': 'There are only {count, number} options: give that number at most.',
  'refusal.vote-of-another-kind':
    '{kind, select, consent {Here you consent or object.} agreement {Here you vote for or against, abstain or block.} other {Here you choose among the options.}}',
  'refusal.unknown-option': 'This option is not in the list. Take one from the card.',
  'refusal.too-many-options':
    '{max, plural, one {One option only} other {# options at most}}: there are {count, number}.',
  'refusal.reason-needed': 'The reason is missing: it helps to find what would be fine.',
  'refusal.no-vote-yet':
    'You have not voted on D-{number} yet. To vote: <c>/decision vote D-{number}</c>.',
  'refusal.author-only': 'This is for the person who made the proposal, or those who facilitate.',
  'refusal.same-text': 'The text is the same as before: there is nothing to post.',
  'refusal.not-between-rounds':
    'A round opens when the one before has ended with objections. To change the text: <c>/decision amend D-{number}</c>.',
  'refusal.decision-not-ended': 'D-{number} is not closed: there is nothing to reopen.',
  'refusal.decision-counted':
    'The vote on D-{number} ran its course: its result stands. To take the subject up again: <c>/decision propose from:D-{number}</c>.',
  'refusal.decision-secret-counted':
    'The secret ballot of D-{number} is counted and parted from the names: it cannot be reopened. To take the subject up again: <c>/decision propose from:D-{number}</c>.',
  'refusal.decision-still-open':
    'D-{number} is not closed: the conclusion is written after it closes.',
  'refusal.unknown-question':
    'D-{number} has no question with this number. The questions: <c>/decision show D-{number}</c>.',
  'refusal.secret-open':
    'The ballot of D-{number} is secret and still open: the file will be there once it closes.',
  'refusal.not-a-decision': '“{typed}” is not the number of a decision. For example: D-12.',
  'refusal.not-a-vote':
    '{kind, select, consent {“{typed}”: answer “I consent” or “objection”.} other {“{typed}”: answer for, against, abstain or block.}}',
  'refusal.amend-too-late':
    'People have voted, and there is too little time left for them to see a new text before {at}. Move the deadline first: <c>/decision deadline D-{number}</c>.',
};
