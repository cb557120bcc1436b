/** Why not, and what to do, about wealth. */
export const refusals = {
  'refusal.quantity-unknown':
    'Je n’ai pas compris « {typed} ». Une quantité avec son unité, par exemple : 3h, 1h30, 2 j, 12,50 €, 4 kg, 3 kWh, 20 km{tokens}.',
  'refusal.quantity-ambiguous':
    '« {typed} » peut se lire de deux façons. Écrivez 1200 ou 1,2 par exemple.',
  'refusal.quantity-too-fine':
    '« {typed} » est trop fin : on compte à la minute, au centime, au gramme, au joule ou au mètre près, et au centième pour le reste.',
  'refusal.quantity-too-much':
    '« {typed} » dépasse ce qui peut se compter ici. Un chiffre de trop ?',
  'refusal.quantity-nothing': '« {typed} » : il faut plus que zéro.',
  'refusal.not-a-contribution':
    '« {typed} » n’est pas une contribution. Par exemple : R-12, écrit sur sa carte.',
  'refusal.unknown-contribution':
    'Il n’y a pas de contribution R-{number} ici. <c>/richesse</c> montre les vôtres.',
  'refusal.unknown-context':
    'Aucun contexte ne s’appelle « {name} ». Choisissez-le dans la liste, ou ouvrez-le : <c>/richesse ouvrir "{name}"</c>.',
  'refusal.context-known':
    'Le contexte « {name} » existe déjà. Donnez un autre nom, ou déclarez dans celui-là.',
  'refusal.context-missing':
    'Dans quel contexte ? Choisissez-le dans la liste, ou ouvrez-le : <c>/richesse ouvrir "Festival"</c>.',
  'refusal.context-keepers-only':
    'Ce geste revient à qui a ouvert le contexte, ou aux personnes qui facilitent.',
  'refusal.sees-promised':
    'Qui voit quoi a été promis à celles et ceux qui ont déjà déclaré : cela ne change plus. Ouvrez un autre contexte si besoin.',
  'refusal.no-open-period':
    'Aucune période n’est ouverte pour {name}. Qui a ouvert le contexte, ou qui facilite, peut en ouvrir une : <c>/période régler</c>.',
  'refusal.period-frozen':
    'R-{number} est dans une période close depuis {at} : elle ne bouge plus. Sa personne peut la corriger dans la période suivante : <c>/richesse corriger</c>.',
  'refusal.day-ahead': 'Ce jour n’est pas encore venu : on déclare ce qui est fait.',
  'refusal.day-far': 'C’est trop ancien : on remonte jusqu’à {years} ans.',
  'refusal.day-unknown':
    'Je n’ai pas compris le jour « {typed} ». Par exemple : hier, mardi, 12 octobre.',
  'refusal.flow-to-oneself':
    'On ne se donne pas à soi-même. Laissez vide pour donner au contexte, ou choisissez quelqu’un d’autre.',
  'refusal.own-only': 'Seule la personne au nom de qui c’est déclaré peut faire ce geste.',
  'refusal.own-not-validated':
    'Personne ne valide sa propre contribution, ni celle qu’on a écrite pour quelqu’un. Une autre personne le fera.',
  'refusal.participants-only':
    'Seules les personnes qui ont pris part à {name} regardent ce qui y est déclaré. Si c’est votre cas : <c>/richesse participer</c>.',
  'refusal.not-for-you': 'La règle de {name} réserve cette contribution à d’autres regards.',
  'refusal.already-validated':
    'Vous avez déjà validé R-{number}. Pour revenir dessus : <c>/richesse reprendre R-{number}</c>.',
  'refusal.nothing-said-yet': 'Vous n’avez encore rien dit de R-{number}.',
  'refusal.no-such-question':
    'R-{number} n’a pas cette question. Sa page montre celles qui attendent.',
  'refusal.no-such-figure': 'Cet autre chiffre pour R-{number} n’est plus proposé.',
  'refusal.correction-same': 'C’est déjà ce qui est déclaré : rien à corriger.',
  'refusal.correction-other-unit':
    'La période est close : seule la quantité se corrige, dans la même unité. Pour le reste, déclarez une nouvelle contribution.',
  'refusal.contribution-proposed': 'R-{number} attend encore que sa personne dise que c’est juste.',
  'refusal.contribution-declared': 'R-{number} est déjà déclarée.',
  'refusal.contribution-validated': 'R-{number} est déjà déclarée et validée.',
  'refusal.contribution-withdrawn':
    'R-{number} a été retirée. Sa personne peut la rétablir : <c>/richesse rétablir R-{number}</c>.',
  'refusal.contribution-declined':
    'R-{number} a été déclinée. Sa personne peut la reprendre : <c>/richesse rétablir R-{number}</c>.',
  'refusal.already-in': 'Vous prenez déjà part à {name}.',
  'refusal.not-in': 'Vous ne prenez pas part à {name}.',
  'refusal.declared-here':
    'Vous avez déclaré quelque chose dans {name} : vous y prenez part. Retirer vos déclarations n’efface pas leur trace.',
  'refusal.nature-too-long':
    '« {typed} » est trop long pour une nature : {max} caractères au plus.',
  'refusal.period-end-past': 'Cette fin est déjà passée : {at}. Donnez une date à venir.',
  'refusal.period-end-far': 'C’est trop loin : une période dure {years} ans au plus.',
  'refusal.period-still-open': 'Aucune période n’est close pour {name} : il n’y a rien à rouvrir.',
  'refusal.unknown-retro': 'Il n’y a pas de retour numéro {number} ici.',
  'refusal.retro-participants-only':
    'La rétrospective appartient à celles et ceux qui prennent part à {name}. Si c’est votre cas : <c>/richesse participer</c>.',
  'refusal.not-retro-numbers': '« {typed} » : donnez des numéros, par exemple 1,3,4.',
  'refusal.thanks-to-oneself': 'Choisissez quelqu’un d’autre que vous.',
  'refusal.unknown-period': '{name} n’a pas de période {position}.',
  'refusal.unknown-thanks': 'Ce merci n’existe pas ici.',
} as const;
