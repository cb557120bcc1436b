import type { rules as fr } from '../fr/rules.js';

export const rules: Readonly<Record<keyof typeof fr, string>> = {
  'kind.consent': 'consent',
  'kind.agreement': 'agreement',
  'kind.choice': 'choice',
  'kind.consent.long': 'Consent, round {round, number}',
  'kind.agreement.long': 'Agreement',
  'kind.choice.long': 'Choice',
  'which.open': 'open',
  'which.ended': 'closed',

  'rule.consent': 'Adopted if at least one person consents and no objection stands on {closes}.',
  'rule.agreement':
    'Adopted if {threshold} of the votes, abstentions aside, are for and nobody blocks, on {closes}.',
  'rule.choice':
    'The option with the most votes wins, on {closes}. {max, plural, one {One option each} other {Up to # options each}}. If there is a tie, ECC does not break it.',
  'rule.closes': '{at} ({zone})',
  'rule.quorum': 'It takes at least {quorum, plural, one {# vote} other {# votes}}.',
  'rule.no-quorum': 'No quorum.',
  'rule.voters': '{count, plural, one {# voter: a single member} other {# voters: every member}}.',
  'rule.open': 'Everybody sees the votes.',
  'rule.secret':
    'Secret ballot: who has voted can be seen, never what, neither here nor in the database.',
  'rule.early': 'Closes as soon as every member has voted.',
  'rule.early-consent': 'Closes as soon as every member has voted with no objection.',
  'rule.prefix': '<i>Rule: {rule}</i>',
  'rule.title': 'How D-{number} is decided',
  'rule.more.consent':
    'Consenting is not preferring: it is being able to live with it. An objection says what the proposal would damage. Whoever raised it lifts it, when the text takes it in or when they let it go. If any is left when the round ends, nothing is adopted: the text is changed and another round opens, or it stops there.',
  'rule.more.agreement':
    'Abstentions count for the quorum, not for the threshold. A block, with its reason, stops the proposal until it is lifted.',
  'rule.more.choice': 'A blank vote counts for the quorum, but for no option.',
  'rule.more.amended':
    'If the text changes, a vote cast before counts only once confirmed. An objection or a block stands until whoever raised it lifts it.',
  'rule.more.secret':
    'What is voted is encrypted with a key that is not in the database. When the vote closes, votes are counted, then parted from the names. Before that, the person who runs the server and holds this key could technically read them.',
  'rule.more.recount': 'Anybody can recount: export the file, then <c>npx ecc tally</c>.',
  'threshold.majority': 'more than half',
  'threshold.all': 'all',
  'threshold.share': 'at least {share}',
  'threshold.share-strict': 'more than {share}',
};
