/** Agendas in people's own calendars. */
export const calendars = {
  'feed.kind.mine': 'tous mes rendez-vous',
  'feed.kind.coming': 'ceux où je viens',
  'feed.kind.community': 'cette communauté',
  'feed.kind.theme': 'un thème',
  'feed.kind.room': 'ce salon',
  'feed.name.mine': 'Mes rendez-vous',
  'feed.name.coming': 'Là où je viens',
  'feed.name.community': 'Agenda : {community}',
  'feed.name.theme': '{theme} : {community}',
  'feed.name.room': 'Agenda d’un salon : {community}',
  'feed.event': 'A-{number} · {community}',
  'feed.opened': 'Votre adresse : {name}',
  'feed.how':
    'Dans votre calendrier (Nextcloud, Thunderbird, Google, Apple, Outlook…), choisissez <b>s’abonner par une adresse</b> et collez celle-ci. Il la relit de lui-même.',
  'feed.private':
    'Cette adresse est à vous : qui l’a lit ces rendez-vous. Elle ne sera plus montrée. Perdue ou donnée par mégarde : <c>/calendrier renouveler {number}</c>.',
  'feed.public':
    'Cette adresse se donne à tout le monde : elle montre les rendez-vous, jamais qui vient. Elle ne sera plus montrée. Pour la fermer : <c>/calendrier désabonner {number}</c>.',
  'feed.local':
    'Pour l’instant, cette adresse ne se lit que sur la machine où tourne ECC. La personne qui administre peut lui en donner une joignable (ECC_PUBLIC_URL).',
  'feed.all': 'Mes abonnements',
  'feed.close': 'Fermer cette adresse',
  'feed.open': 'Nouvel abonnement',
  'feed.none': 'Pas encore d’abonnement',
  'feed.none.how':
    'Un abonnement met l’agenda dans votre propre calendrier, toujours à jour. Pour le premier : <c>/calendrier abonnement</c>.',
  'feed.list': 'Vos abonnements',
  'feed.list.how':
    'Une adresse n’est montrée qu’une fois. En changer : <c>/calendrier renouveler 1</c>. La fermer : <c>/calendrier désabonner 1</c>.',
  'feed.is-public': '(publique)',
  'feed.is-private': '(à vous)',
  'feed.read': 'lue {at}',
  'feed.unread': 'jamais lue',
  'feed.closed': 'Abonnement fermé : {name}',
  'feed.closed.then':
    'Son adresse ne mène plus à rien. Les calendriers qui la lisaient ne changeront plus.',
  'feed.attendees.shown': 'Les calendriers montrent qui vient',
  'feed.attendees.hidden': 'Les calendriers ne montrent pas qui vient',
  'refusal.unknown-feed':
    'Vous n’avez pas d’abonnement {number}. <c>/calendrier abonnements</c> les montre.',
  'refusal.feed-not-public':
    'Vos rendez-vous à vous ne se publient pas. Choisissez la communauté, un thème ou ce salon.',
  'refusal.too-many-feeds':
    'Vous avez déjà {max} abonnements. Fermez-en un : <c>/calendrier abonnements</c>.',
  'event.origin': 'Vient de',
  'import.news':
    '{count, plural, one {Un rendez-vous rejoint l’agenda} other {# rendez-vous rejoignent l’agenda}} : {name}',
  'import.see': 'Voir l’agenda',
  'import.done': 'C’est importé',
  'import.counts':
    '{added, plural, =0 {Aucun nouveau rendez-vous} one {Un nouveau rendez-vous} other {# nouveaux rendez-vous}}{changed, plural, =0 {} one {, un modifié} other {, # modifiés}}{cancelled, plural, =0 {} one {, un annulé} other {, # annulés}}{same, plural, =0 {} one {, un déjà connu} other {, # déjà connus}}.',
  'import.skipped': '« {title} » n’a pas été repris : {why}.',
  'import.skipped.more':
    '{count, plural, one {Un autre n’a pas été repris.} other {# autres n’ont pas été repris.}}',
  'import.skipped.other': 'son texte est abîmé',
  'import.skipped.calendar-no-date': 'sa date ne se lit pas',
  'import.skipped.calendar-zone': 'son fuseau horaire est inconnu',
  'import.skipped.calendar-range':
    'il change une date et les suivantes d’une façon qu’ECC ne sait pas lire',
  'import.skipped.event-long': 'il dure plus d’un an',
  'import.skipped.rule-unreadable': 'sa répétition ne se lit pas',
  'import.skipped.rule-unsupported': 'sa répétition demande ce qu’ECC ne sait pas faire',
  'import.skipped.rule-too-fast': 'il revient trop souvent pour un agenda',
  'import.skipped.rule-too-long': 'sa répétition compte trop de dates',
  'import.skipped.rule-never': 'sa répétition ne tombe jamais',
  'follow.done': 'Cet agenda est suivi : {name}',
  'follow.then':
    'Il est relu toutes les heures : ce qui change ou s’annule là-bas change ici. Pour arrêter : <c>/calendrier délaisser {number}</c>.',
  'follow.none': 'Aucun agenda suivi',
  'follow.none.how':
    'Les rendez-vous de partenaires peuvent se voir ici, toujours à jour : <c>/calendrier suivre https://…</c>',
  'follow.list': 'Les agendas suivis',
  'follow.list.how': 'Pour ne plus en suivre un : <c>/calendrier délaisser 1</c>.',
  'follow.read': 'à jour, lu {at}',
  'follow.problem': '{host} ne donne plus ce calendrier',
  'follow.problem.fetch-unreachable': '{host} ne répond pas',
  'follow.problem.fetch-too-slow': '{host} met trop de temps à répondre',
  'follow.problem.calendar-not-one': 'ce que donne {host} n’est plus un calendrier',
  'follow.problem.calendar-cut': 'le calendrier que donne {host} s’arrête en chemin',
  'follow.failing': 'Cet agenda ne se lit plus : {name}',
  'follow.failing.why': 'Depuis plusieurs heures, {why}. Les rendez-vous connus restent.',
  'follow.failing.then':
    'ECC continue d’essayer. Pour ne plus le suivre : <c>/calendrier délaisser {number}</c>.',
  'follow.stopped': 'Cet agenda n’est plus suivi : {name}',
  'follow.stopped.then':
    '{count, plural, =0 {Ses rendez-vous ont quitté l’agenda.} one {Ses rendez-vous ont quitté l’agenda, sauf un, auquel quelqu’un a répondu : il est maintenant d’ici.} other {Ses rendez-vous ont quitté l’agenda, sauf # auxquels quelqu’un a répondu : ils sont maintenant d’ici.}}',
  'refusal.event-followed':
    'A-{number} vient d’un autre agenda ({origin}) : c’est là-bas qu’il se change.',
  'refusal.unknown-followed':
    'Il n’y a pas d’agenda suivi {number}. <c>/calendrier suivis</c> les montre.',
  'refusal.calendar-already-followed': 'Cet agenda est déjà suivi, sous le numéro {number}.',
  'refusal.too-many-followed': 'La communauté suit déjà {max} agendas. Délaissez-en un d’abord.',
  'refusal.calendar-not-one':
    'Ce n’est pas un calendrier. Un fichier .ics commence par <c>BEGIN:VCALENDAR</c> : collez-le en entier, ou donnez son adresse.',
  'refusal.calendar-cut':
    'Ce calendrier s’arrête en chemin : il lui manque la fin. Recopiez-le en entier.',
  'refusal.calendar-garbled':
    'Ce calendrier est abîmé : ce qu’il contient s’emmêle. Exportez-le de nouveau.',
  'refusal.calendar-large':
    'Ce calendrier est trop grand : {max, number} rendez-vous au plus. N’en exportez qu’une partie.',
} as const;
