/** What is said of edited issues, and how their commands are typed. */
export const editions = {
  'param.edition': 'numéro',
  'param.edition.help': 'Dans la liste, ou par son nom, comme N-3',
  'param.resources': 'pages',
  'param.resources.help': 'Une ou plusieurs, comme V-3, V-12',
  'param.note': 'note',
  'param.introduction': 'introduction',
  'param.introduction.help': 'Ce qui les relie, pourquoi les lire maintenant',

  'command.veille.editions': 'numéro liste | numéro | veille numéros',
  'command.veille.editions.help': 'Les numéros de la veille, le plus récent d’abord',
  'command.veille.edition': 'numéro voir',
  'command.veille.edition.help': 'Lire un numéro, ou relire son brouillon',
  'command.veille.edition-begin': 'numéro préparer',
  'command.veille.edition-begin.help':
    'Préparer un numéro : des pages réunies pour être lues ensemble',
  'command.veille.edition-begin.title': 'Préparer un numéro',
  'command.veille.edition-begin.submit': 'Commencer',
  'command.veille.edition-add': 'numéro ajouter',
  'command.veille.edition-add.help': 'Mettre des pages dans un numéro',
  'command.veille.edition-add.title': 'Mettre dans un numéro',
  'command.veille.edition-add.submit': 'Ajouter',
  'command.veille.edition-add.note.help': 'Ce que vous en dites dans ce numéro',
  'command.veille.edition-add.edition.help': 'Le dernier brouillon, si vous ne dites rien',
  'command.veille.edition-note': 'numéro annoter',
  'command.veille.edition-note.help': 'Dire quelque chose d’une page dans un numéro',
  'command.veille.edition-note.title': 'Votre note',
  'command.veille.edition-note.submit': 'Enregistrer',
  'command.veille.edition-note.note.help': '« rien » pour l’enlever',
  'command.veille.edition-order': 'numéro ordonner',
  'command.veille.edition-order.help': 'Changer l’ordre des pages d’un numéro',
  'command.veille.edition-order.title': 'Dans quel ordre ?',
  'command.veille.edition-order.submit': 'Enregistrer',
  'command.veille.edition-order.order': 'ordre',
  'command.veille.edition-order.order.help':
    'Les premières d’abord ; celles qui manquent suivent, comme elles étaient',
  'command.veille.edition-remove': 'numéro enlever',
  'command.veille.edition-remove.help': 'Enlever une page d’un numéro',
  'command.veille.edition-rewrite': 'numéro réécrire',
  'command.veille.edition-rewrite.help': 'Changer le titre ou l’introduction d’un numéro',
  'command.veille.edition-rewrite.title': 'Réécrire ce numéro',
  'command.veille.edition-rewrite.submit': 'Enregistrer',
  'command.veille.edition-publish': 'numéro publier',
  'command.veille.edition-publish.help': 'Publier un numéro dans les salons',
  'command.veille.edition-publish.title': 'Publier ce numéro ?',
  'command.veille.edition-publish.intro':
    'Il paraît dans les salons qui reçoivent la veille. Il peut ensuite être corrigé, la date sera dite, ou redevenir un brouillon.',
  'command.veille.edition-publish.submit': 'Publier',
  'command.veille.edition-withdraw': 'numéro dépublier',
  'command.veille.edition-withdraw.help': 'Faire d’un numéro publié un brouillon',
  'command.veille.edition-withdraw.title': 'Faire de ce numéro un brouillon ?',
  'command.veille.edition-withdraw.intro':
    'Dans les salons, son contenu ne se verra plus. Il peut être publié à nouveau.',
  'command.veille.edition-withdraw.submit': 'Dépublier',
  'command.veille.edition-drop': 'numéro jeter',
  'command.veille.edition-drop.help': 'Jeter un brouillon',
  'command.veille.edition-drop.title': 'Jeter ce brouillon ?',
  'command.veille.edition-drop.intro':
    'Il n’en restera rien. Les pages qu’il réunit restent dans la veille.',
  'command.veille.edition-drop.submit': 'Jeter',

  'editions.title': 'Les numéros',
  'editions.empty':
    'Ici paraîtront des pages de la veille réunies pour être lues ensemble, par qui prend soin des thèmes. <c>/veille thèmes</c> dit qui.',
  'editions.empty.edits':
    'Un numéro réunit des pages de la veille pour être lues ensemble, avec un titre et une introduction. Pour le premier : <c>/numéro préparer "Graines libres"</c>.',
  'editions.open-one': 'Ouvrir un numéro',
  'editions.begin': 'Préparer un numéro',
  'editions.draft': 'brouillon',
  'editions.pages': '{count, plural, =0 {aucune page} one {# page} other {# pages}}',

  'edition.draft':
    'Brouillon : seules le voient les personnes qui prennent soin des thèmes ou qui facilitent.',
  'edition.empty':
    'Aucune page encore. Pour en mettre : <c>/numéro ajouter V-3, V-12</c>, ou le bouton d’une page.',
  'edition.taken-back': 'Ce numéro n’est plus publié pour le moment.',
  'edition.shared': 'partagé par {who}',
  'edition.left': '{count, plural, one {Et # autre page.} other {Et # autres pages.}}',
  'edition.by': 'Préparé par {who}.',
  'edition.published': 'Publié le {day}.',
  'edition.corrected': 'Corrigé le {day}.',
  'edition.gone':
    '{count, plural, one {# page n’y est plus : elle a été retirée de la veille.} other {# pages n’y sont plus : elles ont été retirées de la veille.}}',
  'edition.read': 'Lire le numéro',
  'edition.next': 'La suite du numéro',
  'edition.act.publish': 'Publier',
  'edition.act.add': 'Ajouter des pages',
  'edition.act.note': 'Annoter une page',
  'edition.act.remove': 'Enlever une page',
  'edition.act.order': 'Changer l’ordre',
  'edition.act.rewrite': 'Réécrire',
  'edition.act.withdraw': 'Dépublier',
  'edition.act.drop': 'Jeter le brouillon',
  'veille.act.edition': 'Mettre dans un numéro',

  'edition.done.begun': 'N-{number} est commencé.',
  'edition.done.rewritten': 'N-{number} est réécrit.',
  'edition.done.added': 'C’est dans N-{number}.',
  'edition.done.noted': 'La note est dans N-{number}.',
  'edition.done.ordered': 'L’ordre de N-{number} est enregistré.',
  'edition.done.removed': 'Elle n’est plus dans N-{number}.',
  'edition.done.published': 'N-{number} est publié.',
  'edition.done.withdrawn': 'N-{number} est à nouveau un brouillon.',
  'edition.done.dropped': 'Le brouillon N-{number} est jeté.',

  'refusal.not-an-edition': '« {typed} » n’est pas un numéro. Par exemple : N-3.',
  'refusal.unknown-edition':
    'Il n’y a pas de numéro N-{number} ici. <c>/numéro liste</c> les montre.',
  'refusal.no-draft':
    'Aucun numéro n’est en préparation. Pour en commencer un : <c>/numéro préparer</c>.',
  'refusal.editors-only':
    'Ce geste revient à qui prend soin d’un thème, ou aux personnes qui facilitent. <c>/veille thèmes</c> dit qui.',
  'refusal.edition-published': 'N-{number} est déjà publié.',
  'refusal.edition-empty':
    'N-{number} ne réunit encore aucune page. Pour en mettre : <c>/numéro ajouter</c>.',
  'refusal.edition-not-published': 'N-{number} n’est pas publié.',
  'refusal.edition-was-read':
    'N-{number} a été publié : il ne se jette pas. Pour le retirer des salons : <c>/numéro dépublier N-{number}</c>.',
  'refusal.not-in-edition':
    'V-{number} n’est pas dans N-{edition}. Pour l’y mettre : <c>/numéro ajouter V-{number}</c>.',
} as const;
