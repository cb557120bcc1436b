/** The rule of the game. `{closes}` is a moment with its zone, `{share}` a fraction or a percentage. */
export const rules = {
  'kind.consent': 'consentement',
  'kind.agreement': 'accord',
  'kind.choice': 'choix',
  'kind.consent.long': 'Consentement, {round, selectordinal, one {#er} other {#e}} tour',
  'kind.agreement.long': 'Accord',
  'kind.choice.long': 'Choix',
  'which.open': 'en cours',
  'which.ended': 'closes',

  'rule.consent':
    'Adoptée si au moins une personne consent et si personne ne maintient d’objection {closes}.',
  'rule.agreement':
    'Adoptée si le « pour » recueille {threshold} des voix exprimées et si personne ne bloque, {closes}.',
  'rule.choice':
    'L’option qui a le plus de voix l’emporte, {closes}. {max, plural, one {Une option par personne} other {Jusqu’à # options par personne}}. En cas d’égalité, ECC ne tranche pas.',
  'rule.closes': '{at} ({zone})',
  'rule.quorum': 'Il faut {quorum, plural, one {# voix} other {# voix}} au moins.',
  'rule.no-quorum': 'Pas de quorum.',
  'rule.voters':
    '{count, plural, one {# voix : un seul membre} other {# voix : tous les membres}}.',
  'rule.open': 'Tout le monde voit les votes.',
  'rule.secret':
    'Vote secret : on voit qui a voté, jamais quoi, ni ici ni dans la base de données.',
  'rule.early': 'Clôture dès que tous les membres ont voté.',
  'rule.early-consent': 'Clôture dès que tous les membres ont voté sans objection.',
  'rule.prefix': '<i>Règle : {rule}</i>',
  'rule.title': 'Règle du jeu de D-{number}',
  'rule.more.consent':
    'Consentir, ce n’est pas préférer : c’est pouvoir vivre avec. Une objection dit ce que la proposition abîmerait. La personne qui l’a posée la lève, quand le texte en tient compte ou quand elle y renonce. S’il en reste à la fin du tour, rien n’est adopté : on modifie le texte et on ouvre un autre tour, ou on s’arrête là.',
  'rule.more.agreement':
    'Les abstentions comptent pour le quorum, pas pour le seuil. Un blocage, avec sa raison, arrête la proposition tant qu’il n’est pas levé.',
  'rule.more.choice': 'Un vote blanc compte pour le quorum, mais pour aucune option.',
  'rule.more.amended':
    'Si le texte change, une voix déjà donnée ne compte qu’une fois confirmée. Une objection ou un blocage tient tant que la personne qui l’a posé ne le lève pas.',
  'rule.more.secret':
    'Le contenu des votes est chiffré avec une clé qui n’est pas dans la base de données. À la clôture, les votes sont comptés puis séparés des noms. Avant la clôture, la personne qui administre le serveur et détient cette clé pourrait techniquement les lire.',
  'rule.more.recount':
    'Tout le monde peut recompter : exportez le fichier, puis <c>npx ecc tally</c>.',
  'threshold.majority': 'plus de la moitié',
  'threshold.all': 'la totalité',
  'threshold.share': 'au moins {share}',
  'threshold.share-strict': 'plus de {share}',
} as const;
