/** What is said of the reaction that brings links to the veille. */
export const sign = {
  'command.veille.sign': 'veille réaction',
  'command.veille.sign.help': 'Le signe qui, mis sous un message, ajoute ses liens à la veille',
  'command.veille.sign.sign': 'signe',
  'command.veille.sign.sign.help': 'Par exemple 🔖 ; « rien » pour ne plus en écouter',
  'command.veille.unsign': 'veille sans-réaction',
  'command.veille.unsign.help': 'Ne plus ajouter de liens par une réaction',
  'command.veille.gather': 'veille recueillir',
  'command.veille.gather.help': 'Ajouter à la veille les liens d’un message',
  'command.veille.gather.links': 'liens',
  'command.veille.gather.links.help': 'Les adresses, une par ligne',

  'sign.title': 'Ici, {sign} sous un message ajoute ses liens à la veille',
  'sign.body':
    'Qui réagit avec {sign} à un message partage, en son nom, les liens qu’il contient. ECC ne lit que les messages où quelqu’un met ce signe, et ne répond qu’à cette personne.',
  'sign.note':
    '{network, select, discord {Sur Discord, ECC ne peut lire que si la personne qui l’administre l’a permis ; sinon, il dit en privé comment faire autrement.} web {Dans l’atelier, les messages n’ont pas de réactions : leur menu propose « Ajouter à la veille ».} other {Enlever la réaction n’enlève pas le partage : la réponse d’ECC le propose.}}',
  'sign.none.title': 'Ici, aucune réaction n’ajoute de lien à la veille',
  'sign.none.body':
    'Une personne qui facilite peut choisir un signe : le mettre sous un message suffira pour en partager les liens. Par exemple : <c>/veille réaction {example}</c>.',
  'sign.act.stop': 'Ne plus l’écouter',
  'sign.done.chosen': '{sign} est choisi. Le salon en est prévenu.',
  'sign.done.none': 'Plus aucune réaction n’est écoutée ici. Le salon en est prévenu.',

  'gathered.title':
    '{count, plural, one {# lien de ce message est dans la veille.} other {# liens de ce message sont dans la veille.}}',
  'gathered.left':
    'Ce message en contient {count, plural, one {# autre} other {# autres}} : <c>/veille ajouter</c> et l’adresse.',
  'gathered.note': 'Enlever votre réaction n’enlève pas le partage : cela se fait ici.',
  'gathered.unshare-one': 'Enlever mon partage de…',

  'refusal.not-a-sign':
    '« {typed} » n’est pas un signe de réaction. Choisissez-en un seul, par exemple 🔖.',
  'refusal.sign-by-name':
    'Sur Slack, un signe a un nom : écrivez-le tel que Slack l’appelle, par exemple <c>bookmark</c>.',
  'refusal.no-link-there':
    'Ce message ne contient pas de lien : rien n’est ajouté à la veille. Pour une page : <c>/veille ajouter</c> et son adresse.',
  'refusal.message-unreadable':
    '{network, select, discord {ECC n’a pas pu lire ce message : sur Discord, il faut le lui montrer. Clic droit sur le message (ou appui long), <b>Applications</b>, <b>Ajouter à la veille</b>.} slack {ECC n’a pas pu lire ce message. Dans son menu ⋮ : <b>Ajouter à la veille</b>. Ou tapez <c>/veille ajouter</c> et l’adresse.} other {ECC n’a pas pu lire ce message. Tapez <c>/veille ajouter</c> et l’adresse de la page.}}',
} as const;
