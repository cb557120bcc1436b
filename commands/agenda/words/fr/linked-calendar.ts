/** The calendar of a server that the agenda is the same as. */
export const linkedCalendar = {
  'link.done': 'Calendrier relié : {name}',
  'link.then':
    'Ce qui est d’un côté va maintenant de l’autre, en une minute environ. Votre mot de passe est chiffré ; seul {host} le reçoit.',
  'link.how': 'Pour arrêter : <c>/calendrier délier</c>.',
  'link.see': 'Voir où il en est',
  'link.none': 'Aucun calendrier relié',
  'link.none.how':
    'L’agenda peut être le même que le calendrier de la communauté sur Nextcloud, Radicale ou un autre serveur CalDAV : <c>/calendrier relier</c>.',
  'link.is': 'Calendrier relié : {name}',
  'link.state': 'Les deux sont les mêmes. Dernier regard sur {host} : {at}.',
  'link.not-yet': 'Le premier échange avec {host} est en route.',
  'link.stopped': 'Calendrier délié : {name}',
  'link.stopped.then':
    'Chacun garde ses rendez-vous. Ce qui change d’un côté ne va plus de l’autre.',
  'link.failing': 'Le calendrier relié ne répond plus : {name}',
  'link.failing.why': 'Ce qu’on en sait : {why}. Rien n’est perdu, tout repartira ensuite.',
  'link.failing.then':
    'ECC continue d’essayer. Si le mot de passe a changé : <c>/calendrier délier</c>, puis <c>/calendrier relier</c>.',
  'link.back': 'Le calendrier relié répond de nouveau : {name}',
  'link.back.then': 'Les deux côtés sont à jour.',
  'follow.problem.closed': '{host} refuse le compte ou le mot de passe',
  'conflict.title': 'A-{number} a changé des deux côtés : {title}',
  'conflict.why':
    'Ici et dans le calendrier relié, presque en même temps. La version la plus récente est gardée, l’autre est là.',
  'conflict.why.gone':
    'Il a été effacé ou annulé dans le calendrier relié, alors qu’il venait de changer ici. Il est gardé, et il y retourne. Pour l’annuler aussi ici, prenez l’autre version.',
  'conflict.taken': 'L’autre version est maintenant la bonne.',
  'conflict.held.ours': 'Gardée (d’ici) :',
  'conflict.held.theirs': 'Gardée (du calendrier) :',
  'conflict.other.ours': 'L’autre (d’ici) :',
  'conflict.other.theirs': 'L’autre (du calendrier) :',
  'conflict.dates': 'Elles peuvent aussi différer par des dates déplacées ou annulées.',
  'conflict.cancelled': 'annulé',
  'conflict.take': 'Prendre l’autre version',
  'conflict.take-back': 'Revenir à la première',
  'refusal.conflict-gone': 'Cette autre version n’existe plus. <c>/agenda</c> montre ce qui tient.',
  'refusal.calendar-linked':
    'Un calendrier est déjà relié. Pour en changer : <c>/calendrier délier</c> d’abord.',
  'refusal.no-calendar-linked': 'Aucun calendrier n’est relié.',
  'refusal.caldav-not-one':
    'Ce que dit {host} à cette adresse n’est pas d’un calendrier CalDAV. Prenez celle que montrent ses réglages, souvent sous « adresse CalDAV ».',
  'refusal.caldav-several':
    'Ce compte a plusieurs calendriers. Donnez l’adresse de l’un d’eux : {list}',
  'refusal.caldav-plain':
    'Le mot de passe irait à {host} sans être protégé en chemin. Donnez une adresse qui commence par https.',
} as const;
