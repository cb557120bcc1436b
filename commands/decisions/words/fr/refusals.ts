/** Why something is refused, and what can be done. `{at}` is a moment in full. */
export const refusals = {
  'refusal.unknown-decision':
    'Il n’y a pas de décision D-{number} ici. <c>/décisions</c> montre la liste.',
  'refusal.decision-closed':
    'Ce vote est clos depuis le {at}. Le résultat : <c>/décision voir D-{number}</c>. Pour rouvrir le sujet : <c>/décision proposer reprend:D-{number}</c>.',
  'refusal.decision-withdrawn':
    'D-{number} a été retirée. Pour reprendre le sujet : <c>/décision proposer reprend:D-{number}</c>.',
  'refusal.decision-between-rounds':
    'Le tour est terminé et le suivant n’est pas encore ouvert. On pourra voter sur D-{number} dès l’ouverture d’un nouveau tour.',
  'refusal.deadline-past':
    'L’échéance ({at}) est passée, ou dans moins d’une minute. Il faut une date plus lointaine.',
  'refusal.deadline-far': 'L’échéance ({at}) est trop lointaine : {days, number} jours au plus.',
  'refusal.not-later':
    'L’échéance ne peut plus être avancée, seulement repoussée après le {at}. Pour finir plus tôt : <c>/décision clore</c>.',
  'refusal.consent-not-secret':
    'Le consentement se donne à découvert, pour qu’on puisse répondre aux objections. Pour un vote secret, prenez la méthode accord ou choix.',
  'refusal.options-too-few': 'Il faut deux options au moins, une par ligne.',
  'refusal.max-too-many': 'Il n’y a que {count, number} options : donnez ce nombre au plus.',
  'refusal.vote-of-another-kind':
    '{kind, select, consent {Ici, on consent ou on objecte.} agreement {Ici, on vote pour ou contre, on s’abstient ou on bloque.} other {Ici, on choisit parmi les options.}}',
  'refusal.unknown-option': 'Cette option n’est pas dans la liste. Prenez-en une de la carte.',
  'refusal.too-many-options':
    '{max, plural, one {Une seule option} other {# options au plus}} : il y en a {count, number}.',
  'refusal.reason-needed': 'Il manque la raison : elle aide à trouver ce qui conviendrait.',
  'refusal.no-vote-yet':
    'Vous n’avez pas encore voté sur D-{number}. Pour voter : <c>/décision voter D-{number}</c>.',
  'refusal.author-only':
    'Ce geste revient à la personne qui a proposé, ou à celles qui facilitent.',
  'refusal.same-text': 'Le texte est le même qu’avant : il n’y a rien à publier.',
  'refusal.not-between-rounds':
    'Un tour s’ouvre quand le précédent s’est terminé avec des objections. Pour changer le texte : <c>/décision modifier D-{number}</c>.',
  'refusal.decision-not-ended': 'D-{number} n’est pas close : il n’y a rien à rouvrir.',
  'refusal.decision-counted':
    'Le vote sur D-{number} est allé à son terme : son résultat reste. Pour reprendre le sujet : <c>/décision proposer reprend:D-{number}</c>.',
  'refusal.decision-secret-counted':
    'Le vote secret de D-{number} est compté et séparé des noms : il ne peut plus être rouvert. Pour reprendre le sujet : <c>/décision proposer reprend:D-{number}</c>.',
  'refusal.decision-still-open':
    'D-{number} n’est pas close : la conclusion s’écrit après la clôture.',
  'refusal.unknown-question':
    'Il n’y a pas de question à ce numéro sur D-{number}. Les questions : <c>/décision voir D-{number}</c>.',
  'refusal.secret-open':
    'Le vote de D-{number} est secret et encore ouvert : le fichier sera disponible à la clôture.',
  'refusal.not-a-decision': '« {typed} » n’est pas un numéro de décision. Par exemple : D-12.',
  'refusal.not-a-vote':
    '{kind, select, consent {« {typed} » : répondez « je consens » ou « objection ».} other {« {typed} » : répondez pour, contre, abstention ou blocage.}}',
  'refusal.amend-too-late':
    'Des personnes ont voté, et il reste trop peu de temps pour qu’elles voient un nouveau texte avant {at}. Reculez d’abord l’échéance : <c>/décision échéance D-{number}</c>.',
} as const;
