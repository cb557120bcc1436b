/** The other people of a conflict: what they read, and what is read about them. */
export const guests = {
  'mediation.act.guests': 'Les autres personnes',
  'mediation.act.together': 'Conversation commune',

  'mediation.guests.title': 'Les autres personnes',
  'mediation.guests.none.requester':
    'Personne n’est invité. Vous seul·e pouvez proposer quelqu’un ; rien ne part avant que {name} et vous ayez lu et approuvé le même texte.',
  'mediation.guests.none.mediator':
    'Personne n’est invité. C’est à la personne que vous accompagnez de proposer quelqu’un ; rien ne part avant que vous ayez lu et approuvé le même texte.',
  'mediation.guests.line': '<b>{name}</b> : {stands}',
  'mediation.guests.theirs.first':
    'rien n’est parti. {name} doit encore lire ce texte et l’approuver.',
  'mediation.guests.theirs.again':
    'en attente. {name} doit lire ce texte et l’approuver avant une nouvelle invitation.',
  'mediation.guests.yours.first':
    'rien n’est parti. Lisez ce texte : il attend votre accord, ou d’autres mots.',
  'mediation.guests.yours.again':
    'en attente. Ce texte lui avait été adressé ; il attend votre accord, ou d’autres mots.',
  'mediation.guests.waiting': 'a reçu ce texte. Sa réponse est attendue avant {until}.',
  'mediation.guests.elsewhere': 'accepterait avec {name} pour accompagner.',
  'mediation.guests.elsewhere.away':
    'accepterait avec {name} pour accompagner, mais cela n’est pas possible.',
  'mediation.guests.accepted': 'accepte.',
  'mediation.guests.together': 'prend part à la conversation commune.',
  'mediation.guests.declined':
    'a décliné. Il n’y a pas de raison à donner, et rien d’autre ne lui sera demandé.',
  'mediation.guests.silent': 'pas de réponse ; rien n’est plus attendu.',
  'mediation.guests.left': 's’est retiré·e de l’échange.',
  'mediation.guests.gather':
    'Toutes les réponses sont là. Vous pouvez ouvrir une conversation commune avec {names} et la personne qui vous accompagne. Chacun·e y verra votre nom.',
  'mediation.guests.known.requester':
    'Avant la conversation commune, une personne invitée ne lit que l’invitation et le nom de {name}. Votre demande et vos messages à {name} ne lui sont jamais montrés. Ce qu’elle écrit à {name} n’est lu que de {name}.',
  'mediation.guests.known.mediator':
    'Avant la conversation commune, une personne invitée ne lit que l’invitation et votre nom. La demande et les messages que vous échangez à deux ne lui sont jamais montrés. Ce qu’elle vous écrit n’est lu que de vous.',
  'mediation.guests.act.invite': 'Inviter une personne',
  'mediation.guests.act.gather': 'Ouvrir la conversation commune',
  'mediation.guests.act.approve': 'Approuver le texte pour {name}',
  'mediation.guests.act.reword': 'D’autres mots pour {name}',
  'mediation.guests.act.withdraw': 'Ne plus inviter {name}',
  'mediation.guests.act.change': 'Demander à {name} d’accompagner',
  'mediation.guests.act.write': 'Écrire à {name}',
  'mediation.guests.act.talk': 'Messages avec {name}',

  'mediation.invite.model':
    'Bonjour. J’aimerais que nous puissions parler de ce qui s’est passé, avec l’aide d’une personne qui écoute chacun·e sans prendre parti. Vous êtes libre d’accepter ou non.',

  'mediation.invitation.title': 'Une invitation à se parler',
  'mediation.invitation.who':
    '<b>{name}</b> accompagne un échange auquel vous êtes invité·e. Son rôle est d’écouter chaque personne et d’aider à se parler, sans juger ni prendre parti. Voici ce que l’on vous écrit :',
  'mediation.invitation.free':
    'Vous êtes libre. Vous pouvez accepter, décliner sans raison à donner, préférer une autre personne pour accompagner, ou poser d’abord une question à {name}.',
  'mediation.invitation.prefers':
    'Vous avez dit que vous accepteriez avec {other}. Vous saurez si c’est possible. D’ici là, vous pouvez aussi accepter avec {name}, ou décliner.',
  'mediation.invitation.until':
    'Rien ne presse : une réponse est bienvenue avant {until}. Sans réponse, rien d’autre ne vous sera demandé.',
  'mediation.invitation.known':
    'Votre réponse est connue de {name} et de la personne qui vous écrit, et de nul autre. Ce que vous écrivez à {name} n’est lu que de {name}. Dans le salon, rien ne paraît. Vous pouvez vous retirer à tout moment ; tout s’efface au plus tard {days, plural, one {# jour} other {# jours}} après la fin.',
  'mediation.invitation.act.join': 'J’accepte',
  'mediation.invitation.act.decline': 'Je décline',
  'mediation.invitation.act.leave': 'Me retirer',
  'mediation.invitation.act.prefer': 'Préférer une autre personne',
  'mediation.invitation.act.prefer.option': 'J’accepterais avec {name}',
  'mediation.invitation.act.write': 'Écrire à {name}',
  'mediation.invitation.act.talk': 'Messages avec {name}',
  'mediation.invitation.act.together': 'Conversation commune',
  'mediation.invitation.held.title': 'L’échange est en pause',
  'mediation.invitation.held':
    'La personne qui accompagnait ne le fait plus. Rien n’est attendu de vous. Si quelqu’un prend la suite, vous le saurez, et vous direz à nouveau si vous souhaitez y prendre part.',
  'mediation.invitation.joined.title': 'Vous prenez part à cet échange',
  'mediation.invitation.alone':
    'Une conversation commune pourra s’ouvrir quand chaque personne invitée aura répondu. Vous le saurez ; les noms ne se montrent qu’à ce moment.',
  'mediation.invitation.all': 'Dans la conversation commune : <b>{names}</b>.',
  'mediation.invitation.joined':
    'Ce que vous écrivez à {name} n’est lu que de {name}. Vous pouvez vous retirer à tout moment, sans raison à donner ; tout s’efface au plus tard {days, plural, one {# jour} other {# jours}} après la fin.',
  'mediation.invitation.over.title': 'Cet échange est terminé',
  'mediation.invitation.short.invited': 'Une invitation à se parler',
  'mediation.invitation.short.held': 'L’échange est en pause',
  'mediation.invitation.short.joined': 'Vous prenez part à un échange',

  'mediation.left.title': 'C’est noté : vous n’y prenez pas part',
  'mediation.left':
    'Rien d’autre ne vous sera demandé. Vos messages à la personne qui accompagne sont effacés. Ce que vous avez écrit dans la conversation commune reste lisible pour qui l’a reçu, jusqu’à ce que tout s’efface.',

  'mediation.line.read': 'Ce qui s’écrit ici est lu par {name} et vous, personne d’autre.',
  'mediation.together.title': 'La conversation commune',
  'mediation.together.line': '<b>{name}</b>, {at}, lu par {readers}',
  'mediation.together.read':
    'Ce que vous écrirez ici sera lu par : {names}. Qui lit est noté, et la personne à l’origine de l’échange peut le voir.',
  'mediation.together.act.say': 'Écrire à tout le monde',
  'mediation.said': 'Le liront : {names}.',

  'mediation.status.paused.replaced': '{name} n’accompagne plus, à votre demande.',
  'mediation.readings.together': '{name} a lu la conversation commune, {at}',

  'refusal.guest-yourself':
    'C’est vous : votre demande vous y fait déjà prendre part. Choisissez une autre personne.',
  'refusal.guest-mediator':
    'Cette personne vous accompagne déjà. Pour parler avec quelqu’un d’autre, choisissez un autre nom.',
  'refusal.guest-declined':
    'Cette personne a décliné ou s’est retirée : elle ne sera pas invitée à nouveau. La personne qui vous accompagne peut vous aider à voir la suite.',
  'refusal.guest-already':
    'Cette personne est déjà invitée : <c>/médiation suivre</c>, puis « Les autres personnes ».',
  'refusal.guests-too-many':
    'Pas plus de {most, plural, one {# personne} other {# personnes}} dans un même échange. À davantage, une réunion accompagnée convient mieux.',
  'refusal.guest-sent':
    'Ce texte est parti, ou n’est plus proposé : il ne change plus. <c>/médiation suivre</c> dit où cela en est.',
  'refusal.guest-reworded':
    'Le texte a changé depuis que vous l’avez lu. Ouvrez à nouveau « Les autres personnes » pour lire le nouveau.',
  'refusal.guest-prefers-nobody':
    'Cette personne n’est pas disponible pour accompagner. Choisissez-en une autre, acceptez, ou déclinez.',
  'refusal.guests-not-ready':
    'Chaque personne invitée doit d’abord avoir répondu, et l’une au moins accepté.',
  'refusal.mediation-not-together':
    'Il n’y a pas de conversation commune pour l’instant. Elle s’ouvre quand chaque personne invitée a répondu.',
} as const;
