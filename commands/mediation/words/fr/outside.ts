/** A mediator from outside the community: the link, and the page that it opens. */
export const outside = {
  'command.mediation.outside': 'médiation lien',
  'command.mediation.outside.help': 'Demander à une personne extérieure, par un lien',
  'command.mediation.outside.title': 'Demander à une personne extérieure ?',
  'command.mediation.outside.intro':
    'Vous recevrez un lien, à remettre vous-même à une personne de confiance qui n’est pas de la communauté ; il ne lui faut pas de compte. Qui l’ouvre en premier pourra lire votre demande et vous accompagner : ECC ne vérifie pas qui c’est. Le lien ne s’ouvre qu’une fois, et vaut sept jours. Vous saurez qu’il a été ouvert, et pourrez le retirer à tout moment. Si cette personne ne peut pas, il en va comme avec une autre. Personne d’autre n’en saura rien, ni les personnes qui facilitent.',
  'command.mediation.outside.submit': 'Faire le lien',
  'command.mediation.relink': 'médiation nouveau lien',
  'command.mediation.relink.help': 'Un autre lien, pour la même personne',
  'command.mediation.relink.title': 'Un nouveau lien ?',
  'command.mediation.relink.intro':
    'Il mène à la même place : qui l’ouvre en premier y lit votre demande, et ce que vous vous y êtes écrit. Le lien d’avant, et la page ouverte avec lui, ne donnent plus rien dès maintenant. Le nouveau ne s’ouvre qu’une fois, et vaut sept jours.',
  'command.mediation.relink.submit': 'Faire un nouveau lien',
  'command.mediation.unlink': 'médiation reprendre le lien',
  'command.mediation.unlink.help': 'Retirer le lien, et l’accès de qui l’a ouvert',
  'command.mediation.unlink.title': 'Retirer le lien ?',
  'command.mediation.unlink.intro':
    'Le lien, et la page ouverte avec lui, ne donneront plus rien. Les personnes invitées, s’il y en a, seront en pause. Vous choisirez la suite.',
  'command.mediation.unlink.submit': 'Oui, le retirer',
  'command.mediation.introduce': 'médiation se nommer',
  'command.mediation.introduce.help': 'Dire comment vous appeler',
  'command.mediation.introduce.title': 'Comment vous appeler ?',
  'command.mediation.introduce.submit': 'Continuer',
  'param.called': 'votre nom',
  'param.called.help':
    'Un prénom suffit. Il sera suivi de « hors de la communauté » partout où il paraît.',

  'mediation.act.outside': 'Une personne extérieure, par un lien',
  'mediation.act.relink': 'Un nouveau lien',
  'mediation.act.unlink': 'Retirer le lien',

  'mediation.outside.somebody': 'Quelqu’un de l’extérieur',
  'mediation.outside.called': '{name} (hors de la communauté)',
  'mediation.outside.unreachable':
    'Demander à une personne extérieure, par un lien, n’est pas possible ici : ECC n’a pas d’adresse joignable. La personne qui administre peut lui en donner une (<c>ECC_PUBLIC_URL</c>).',
  'mediation.outside.link.title': 'Votre lien est prêt',
  'mediation.outside.link.how':
    'Remettez-le vous-même, par le moyen de votre choix, à la personne que vous avez en tête, et à elle seule. Il n’est montré qu’une fois.',
  'mediation.outside.link.rule':
    'Il ne s’ouvre qu’une fois, avant {until}. Qui l’ouvre en premier peut lire votre demande. Vous le saurez, et pourrez retirer le lien à tout moment.',
  'mediation.outside.onward':
    '{onward, select, yes {Si cette personne ne peut pas, ou ne répond pas, une autre sera sollicitée dans la communauté, s’il y en a une de libre ; vous le saurez.} other {Si cette personne ne peut pas, ou ne répond pas, vous choisirez la suite.}}',
  'mediation.outside.waiting.title': 'Votre lien attend d’être ouvert',
  'mediation.outside.waiting': 'Personne ne l’a encore ouvert. Il vaut jusqu’à {until}.',
  'mediation.outside.opened.title': 'Votre lien a été ouvert',
  'mediation.outside.opened':
    '<b>{name}</b> l’a ouvert {at}, et peut lire votre demande. Sa réponse est attendue avant {until}.',
  'mediation.outside.doubt':
    'Si ce n’est pas la personne à qui vous l’avez remis, retirez le lien : rien ne s’y lira plus.',
  'mediation.outside.met':
    'Cette personne lit et écrit depuis une page web, sans compte. ECC ne peut ni la prévenir, ni lui rappeler une rencontre : quand il y a du nouveau, dites-lui d’y revenir. Si elle n’y accède plus, faites un nouveau lien.',
  'mediation.outside.renewed':
    'Un nouveau lien attend d’être ouvert, avant {until}. D’ici là, personne n’entre par l’ancien.',
  'mediation.status.paused.withdrawn': 'Le lien est retiré : rien ne s’y lit plus.',
  'refusal.outside-unreachable':
    'ECC n’a pas d’adresse joignable pour un tel lien. La personne qui administre peut lui en donner une (<c>ECC_PUBLIC_URL</c>). Pour choisir une autre personne : <c>/médiation suivre</c>.',

  'mediation.passage.door.title': 'Un mot pour vous',
  'mediation.passage.door':
    'Une personne vous remet ce lien en confiance. Il ne s’ouvre qu’une fois : s’il n’est pas pour vous, fermez cette page. S’il l’est, ouvrez-le quand vous serez au calme.',
  'mediation.passage.door.browser':
    'Ce navigateur en gardera l’accès trente jours au plus. Préférez le vôtre à un ordinateur partagé. Vous l’avez déjà ouvert ici ? Le même bouton vous y ramène.',
  'mediation.passage.door.open': 'Ouvrir',
  'mediation.passage.door.back': 'Continuer',
  'mediation.passage.gone.title': 'Rien ne s’ouvre ici',
  'mediation.passage.gone':
    'Ce lien a déjà servi, ou ne vaut plus. Si vous veniez par lui, demandez-en un nouveau à la personne qui vous l’a remis.',
  'mediation.passage.hurried.title': 'Un instant',
  'mediation.passage.hurried': 'Trop d’essais à la suite. Réessayez dans une minute.',
  'mediation.passage.broken.title': 'Cela n’a pas fonctionné, par notre faute',
  'mediation.passage.broken': 'Réessayez dans un instant.',
  'mediation.passage.welcome.title': 'On vous demande d’accompagner quelqu’un',
  'mediation.passage.welcome':
    'Une personne, qui se fait appeler ici <b>{name}</b>, vit un conflit, et vous demande d’aider à en parler. Ce qui est attendu : écouter, puis aider à se parler, sans juger ni décider.',
  'mediation.passage.free':
    'Vous pourrez lire la demande, puis accepter, ou décliner sans raison à donner. Si ce conflit vous concerne, déclinez.',
  'mediation.passage.reads':
    'Ce que vous écrivez à une personne n’est lu que d’elle ; ce que vous écrivez à toutes porte le nom de qui le lit. Les autres membres de la communauté, et celles et ceux qui la facilitent, ne voient rien et ne savent pas que vous êtes là.',
  'mediation.passage.noted':
    'Quand vous lisez la demande ou les messages, c’est noté ; la personne peut le voir.',
  'mediation.passage.kept':
    'Tout est gardé chiffré, et s’efface {days, plural, one {# jour} other {# jours}} après la fin, ou dès que la personne le demande. Qui fait tourner la machine pourrait techniquement lire. Quand c’est fini, cette page se ferme.',
  'mediation.passage.return':
    'ECC ne peut pas vous prévenir : revenez sur cette page. Ce navigateur y entre jusqu’à {until} ; ensuite, ou si ses données sont effacées, demandez un nouveau lien à la personne qui vous a remis le premier.',
  'mediation.passage.without':
    'Ce qui ne se fait pas d’ici : recevoir un rappel d’une rencontre (notez-la), ou entrer dans un salon commun (les messages relayés le remplacent). Quand un texte cite une commande, comme <c>/médiation suivre</c>, elle est pour les membres : ici, tout passe par les boutons.',
  'mediation.passage.about': 'Qui lit quoi, et comment revenir',
  'mediation.passage.home': 'Où en est la demande',
  'mediation.passage.emergency': 'Numéros d’urgence',
  'mediation.passage.other': 'English',
} as const;
