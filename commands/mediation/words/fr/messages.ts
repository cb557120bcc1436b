/** What ECC says of mediation: soberly, to one person at a time. */
export const messages = {
  'mediation.title': 'Médiation',
  'mediation.intro':
    'Quand un désaccord pèse, une personne peut vous écouter, puis vous aider à en parler. Elle accompagne ; elle ne juge personne.',
  'mediation.secret':
    'Vos mots ne seront lus que par la personne à qui vous les adressez. Dans le salon, rien ne paraît. Vous pouvez arrêter à chaque étape, et tout s’efface.',
  'mediation.begin': 'Écrire une demande',
  'mediation.follow': 'Suivre',
  'mediation.people': 'Qui accompagne',
  'mediation.danger': 'Je suis en danger',

  'mediation.word.title': 'Un mot pour vous',
  'mediation.word.body': 'À ouvrir quand vous serez au calme.',
  'mediation.word.open': 'Ouvrir',

  'mediation.urgency.calm': 'cela peut attendre',
  'mediation.urgency.soon': 'dans les prochains jours',
  'mediation.urgency.now': 'au plus vite',
  'mediation.next.onward': 'passer à la suivante',
  'mediation.next.only': 'me demander d’abord',
  'mediation.country.auto': 'd’après le fuseau horaire',
  'mediation.country.FR': 'France',
  'mediation.country.BE': 'Belgique',
  'mediation.country.CH': 'Suisse',
  'mediation.country.LU': 'Luxembourg',
  'mediation.country.CA': 'Canada',
  'mediation.country.GB': 'Royaume-Uni',
  'mediation.country.IE': 'Irlande',
  'mediation.country.US': 'États-Unis',

  'mediation.emergency.title': 'En cas de danger, appelez',
  'mediation.emergency.now':
    '<b>Si quelqu’un est en danger maintenant, appelez d’abord.</b> Ce qui s’écrit ici n’est pas lu dans la minute.',
  'mediation.emergency.line': '<b>{number}</b> : {help}',
  'mediation.emergency.all': 'toutes les urgences',
  'mediation.emergency.police': 'police',
  'mediation.emergency.ambulance': 'urgences médicales',
  'mediation.emergency.deaf': 'urgences par SMS, pour qui entend ou parle mal',
  'mediation.emergency.violence': 'violences dans le couple et la famille, écoute',
  'mediation.emergency.suicide': 'idées suicidaires, jour et nuit',
  'mediation.emergency.listening': 'écoute, jour et nuit',
  'mediation.emergency.children': 'enfants et jeunes',
  'mediation.emergency.elsewhere':
    'Dans un autre pays : son numéro d’urgence. Dans l’Union européenne, le 112.',

  'mediation.prospect.title': 'Votre demande, avant de partir',
  'mediation.prospect.again': 'À qui l’adresser maintenant ?',
  'mediation.prospect.who': 'La lira : la personne que vous choisissez, et elle seule.',
  'mediation.prospect.who.onward':
    'La lira : la personne que vous choisissez. Si elle ne peut pas ou ne répond pas en {hours, plural, one {# heure} other {# heures}}, la suivante parmi : {names}.',
  'mediation.prospect.who.alone':
    'La lira : {name}, seule personne libre pour l’instant. Si elle ne peut pas ou ne répond pas en {hours, plural, one {# heure} other {# heures}}, votre demande ira à une autre personne devenue libre ; sinon, vous choisirez la suite.',
  'mediation.prospect.pseudonym':
    'Vous y portez le nom de <b>{pseudonym}</b>, tant que vous ne dites pas qui vous êtes.',
  'mediation.prospect.aside': 'Ne la recevront pas, et n’en sauront rien : {names}.',
  'mediation.prospect.nobody-else':
    'Elle n’est montrée à personne d’autre, pas même aux personnes qui facilitent. Chaque lecture est notée, et vous pouvez voir lesquelles.',
  'mediation.prospect.kept':
    'Elle est gardée ici, chiffrée. Tout s’efface {days, plural, one {# jour} other {# jours}} après la fin, ou dès que vous le demandez. Pour la retrouver : <c>/médiation suivre</c>.',
  'mediation.prospect.none':
    'Personne n’est libre pour l’instant parmi les personnes qui accompagnent. Votre demande est gardée, et vous pourrez l’adresser plus tard : <c>/médiation suivre</c>',
  'mediation.prospect.none.contact':
    'Hors de la communauté, vous pouvez joindre : <b>{contact}</b>',
  'mediation.prospect.choose': 'Choisir à qui l’envoyer',
  'mediation.prospect.option': 'Envoyer à {name}{about, select, none {} other { · {about}}}',
  'mediation.prospect.propose': 'Laisser ECC choisir, et envoyer',
  'mediation.prospect.edit': 'Corriger',
  'mediation.prospect.erase': 'Effacer',

  'mediation.story.what': 'Ce qui se passe',
  'mediation.story.others': 'Avec qui',
  'mediation.story.hope': 'Ce qui est espéré',
  'mediation.story.urgency': 'Urgence',
  'mediation.story.reach': 'Pour joindre',
  'mediation.story.from': 'De',
  'mediation.story.title': 'La demande de {name}',
  'mediation.story.noted': 'Votre lecture est notée ; la personne peut le voir.',

  'mediation.status.asking.title': 'Votre demande est partie',
  'mediation.status.asking':
    '<b>{name}</b> l’a reçue. Sa réponse est attendue avant {until}. {onward, select, yes {Sans réponse, la personne suivante sera sollicitée et vous le saurez.} other {Sans réponse, vous choisirez la suite.}}',
  'mediation.status.asking.before': 'Avant cela, sans suite : {names}.',
  'mediation.status.met.title': '{name} vous accompagne',
  'mediation.status.met':
    'Écrivez-lui d’ici : vos messages passent par ECC. {named, select, yes {Votre nom lui est connu.} other {Vous restez {pseudonym} tant que vous ne dites pas qui vous êtes.}}',
  'mediation.status.paused.title': 'Votre demande attend votre choix',
  'mediation.status.paused.declined': '{name} ne peut pas vous accompagner.',
  'mediation.status.paused.silent': '{name} n’a pas répondu dans le temps annoncé.',
  'mediation.status.paused.recused': '{name} s’est retiré·e et ne lit plus votre demande.',
  'mediation.status.closed.title': 'Cette demande est terminée',
  'mediation.status.closed': 'Tout sera effacé {at}.',
  'mediation.status.asked.title': 'Une personne demande à être accompagnée',
  'mediation.status.asked':
    'Urgence : {urgency}. Réponse attendue avant {until}. Vous pouvez la lire avant de répondre, et décliner sans raison à donner.',
  'mediation.status.asked.short': 'La demande de {name} attend votre réponse',
  'mediation.status.with.title': 'Vous accompagnez {name}',
  'mediation.status.with': 'Écrivez d’ici : vos messages passent par ECC.',
  'mediation.status.draft.short': 'Votre demande, pas encore partie',
  'mediation.status.ended.with': 'La demande de {name} est terminée',

  'mediation.act.read': 'Lire la demande',
  'mediation.act.accept': 'J’accepte',
  'mediation.act.decline': 'Je ne peux pas',
  'mediation.act.write': 'Écrire',
  'mediation.act.talk': 'Messages',
  'mediation.act.readings': 'Qui a lu',
  'mediation.act.reveal': 'Dire qui je suis',
  'mediation.act.recuse': 'Me retirer',
  'mediation.act.close': 'Mettre fin',
  'mediation.act.erase': 'Tout effacer',

  'mediation.mine.title': 'Ce que vous suivez',
  'mediation.mine.empty':
    'Aucune demande en cours. Pour en écrire une, à votre rythme : <c>/médiation demander</c>',
  'mediation.mine.lost':
    'Une demande au moins ne s’ouvre plus ici : sa clé est perdue, et personne ne peut dire de qui elle était. Si c’était la vôtre, il faut la refaire.',

  'mediation.sent.title': 'Votre demande est partie',
  'mediation.sent':
    '<b>{name}</b> la reçoit. Sa réponse est attendue avant {until}. Vous serez prévenu·e ici, sans bruit.',
  'mediation.declined.title': 'C’est noté : vous ne pouvez pas',
  'mediation.declined': 'Rien d’autre n’est demandé. Vous ne pouvez plus lire cette demande.',
  'mediation.recused.title': 'Vous n’accompagnez plus cette demande',
  'mediation.written.title': 'Votre message est transmis',
  'mediation.written': 'Le lira : {name}.',
  'mediation.revealed.title': 'Votre nom est donné : {name}',
  'mediation.erased.title': 'Tout est effacé',
  'mediation.erased':
    'Ce qui reste dans vos conversations avec ECC s’en retire aussi, sauf ce que votre application garde elle-même.',

  'mediation.talk.title.with': 'Messages avec {name}',
  'mediation.talk.none': 'Rien n’a encore été écrit.',
  'mediation.talk.line': '<b>{name}</b>, {at}',
  'mediation.talk.earlier':
    '{count, plural, one {Un message plus ancien n’est pas montré.} other {# messages plus anciens ne sont pas montrés.}}',
  'mediation.talk.you': 'Vous',
  'mediation.readings.title': 'Qui a lu votre demande',
  'mediation.readings.none': 'Personne ne l’a encore ouverte.',
  'mediation.readings.request': '{name} a lu la demande, {at}',
  'mediation.readings.messages': '{name} a lu les messages, {at}',

  'mediation.pool.title': 'Les personnes qui accompagnent',
  'mediation.pool.empty':
    'Personne n’est encore nommé pour accompagner. Une personne qui facilite le fait : <c>/médiation nommer</c>',
  'mediation.pool.away': 'pas disponible en ce moment',
  'mediation.pool.languages': 'langues : {list}',
  'mediation.pool.present': 'Me présenter',
  'mediation.named.done': '{name} peut maintenant recevoir des demandes',
  'mediation.named.next': 'Sa présentation se fait ainsi : <c>/médiation présenter</c>',
  'mediation.unnamed.done': '{name} ne recevra plus de demandes',
  'mediation.presented.done': 'C’est enregistré',
  'mediation.rules.done': 'C’est enregistré',
  'mediation.rules.said':
    'Réponse en {hours, plural, one {# heure} other {# heures}}, effacement {days, plural, one {# jour} other {# jours}} après la fin. Contact extérieur : {contact}. Numéros d’urgence : {country}.',
  'mediation.rules.no-contact': 'aucun pour l’instant',

  'mediation.figures.title': 'Les demandes, par trimestre',
  'mediation.figures.line':
    '{quarter} : {asked, number} demandes{met, plural, =0 {} one {, # accompagnée} other {, # accompagnées}}',
  'mediation.figures.few': '{quarter} : moins de cinq demandes',
  'mediation.figures.empty': 'Rien à montrer : seuls les trimestres terminés se comptent.',
  'mediation.figures.note':
    'Ni noms, ni dates. Un nombre plus petit que cinq n’est jamais montré, car il désignerait des personnes.',
  'mediation.figures.quarter':
    '{season, select, 1 {1er} 2 {2e} 3 {3e} other {{season}e}} trimestre {year}',

  'refusal.mediation-unknown':
    'Cette demande n’est pas, ou n’est plus, parmi les vôtres. <c>/médiation suivre</c> dit ce qui vous attend.',
  'refusal.mediation-passed': 'Cela n’est plus entre vos mains. Rien d’autre n’est attendu.',
  'refusal.mediation-not-now':
    'Ce n’est pas possible à cette étape. <c>/médiation suivre</c> dit où en est la demande.',
  'refusal.mediation-none':
    'Aucune demande ne s’y prête pour l’instant. <c>/médiation suivre</c> dit ce qui vous attend.',
  'refusal.mediation-several':
    'Vous suivez plusieurs demandes : ouvrez la bonne depuis <c>/médiation suivre</c>.',
  'refusal.mediation-too-many':
    'Vous avez déjà {most, plural, one {# demande} other {# demandes}} en cours. Terminez-en une : <c>/médiation suivre</c>.',
  'refusal.mediator-unavailable':
    'Cette personne n’est plus libre. Choisissez-en une autre : <c>/médiation suivre</c>.',
  'refusal.no-mediator':
    '{contact, select, none {Personne n’est libre pour l’instant. Votre demande est gardée : réessayez dans quelques jours.} other {Personne n’est libre pour l’instant. Votre demande est gardée. Hors de la communauté : {contact}}}',
  'refusal.mediator-already':
    'Cette personne reçoit déjà des demandes. La liste : <c>/médiation personnes</c>',
  'refusal.not-a-mediator':
    'Cette personne ne reçoit pas de demandes. Une personne qui facilite peut la nommer : <c>/médiation nommer</c>',
  'refusal.unknown-languages':
    '« {typed} » : choisissez parmi français et anglais, séparés par une virgule.',
} as const;
