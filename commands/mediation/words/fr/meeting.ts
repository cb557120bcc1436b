/** What ECC says when the people of a mediation come to meet. */
export const meeting = {
  'command.mediation.meeting': 'médiation rencontre',
  'command.mediation.meeting.help': 'Trouver une date, et où se retrouver',
  'command.mediation.dates': 'médiation dates',
  'command.mediation.dates.help': 'Proposer des dates',
  'command.mediation.dates.title': 'Des dates à proposer',
  'command.mediation.dates.intro':
    'Elles ne sont montrées qu’aux personnes de cette rencontre, et n’entrent pas dans l’agenda commun.',
  'command.mediation.dates.submit': 'Proposer',
  'command.mediation.dates.slots': 'dates',
  'command.mediation.dates.slots.help': 'Une par ligne : mardi 20h, jeudi 18h30, samedi 10h',
  'command.mediation.suit': 'médiation convenir',
  'command.mediation.suit.help': 'Dire quelles dates vous vont',
  'command.mediation.choose': 'médiation retenir',
  'command.mediation.choose.help': 'Retenir une date',
  'command.mediation.choose.slot': 'numéro',
  'command.mediation.choose.slot.help': 'Le numéro de la date retenue',
  'command.mediation.offer': 'médiation salon',
  'command.mediation.offer.help': 'Proposer un salon commun',
  'command.mediation.offer.title': 'Proposer un salon commun ?',
  'command.mediation.offer.intro':
    'Dans un salon commun, chaque personne se voit sous son propre compte : votre pseudonyme n’y sert plus, et votre nom sera connu. Rien ne s’ouvre avant que chaque personne ait dit oui. Ce qui s’y écrit est gardé par le réseau.',
  'command.mediation.offer.submit': 'Oui, proposer',
  'command.mediation.enter': 'médiation entrer',
  'command.mediation.enter.help': 'Répondre à la proposition d’un salon commun',

  'param.round': 'tour',
  'param.round.help': 'De quelles dates il s’agit',
  'param.presence': 'réponse',
  'param.presence.help': 'Oui, ou si besoin',
  'param.network': 'réseau',
  'param.network.help': 'Où le salon s’ouvrirait',
  'param.yes': 'oui',
  'param.yes.help': 'Y entrer, ou non',

  'mediation.act.meeting': 'Rencontre',
  'mediation.meeting.title': 'Se rencontrer',
  'mediation.meeting.at': 'Rencontre : <b>{at}</b>',
  'mediation.meeting.reminded':
    'Un mot vous sera envoyé la veille, puis une heure avant, sans dire de quoi il s’agit.',
  'mediation.meeting.none.yours': 'Aucune date n’est encore proposée.',
  'mediation.meeting.none.theirs':
    'Aucune date n’est encore proposée. La personne qui accompagne peut le faire ; vous pouvez lui écrire ce qui vous va.',
  'mediation.meeting.dates': 'Quelles dates vous vont ?',
  'mediation.meeting.zone': 'Les heures sont à l’{zone}. ★ : ce qui va le mieux.',
  'mediation.meeting.yes': 'oui ({who})',
  'mediation.meeting.maybe': 'si besoin ({who})',
  'mediation.meeting.no': 'non ({who})',
  'mediation.meeting.nobody': 'pas encore de réponse',
  'mediation.meeting.suits.yes': 'Les dates qui me vont',
  'mediation.meeting.suits.maybe': 'Si besoin, aussi',
  'mediation.meeting.suits.none': 'Aucune ne me va',
  'mediation.meeting.choose': 'Retenir une date',
  'mediation.meeting.propose': 'Proposer des dates',
  'mediation.meeting.again': 'Proposer d’autres dates',

  'mediation.room.web': 'la page web',
  'mediation.room.relay': 'Vous vous retrouvez ici, par messages relayés.',
  'mediation.room.apart':
    'Aucun réseau n’a un compte de chaque personne : il n’y a pas de salon commun possible.',
  'mediation.room.offer': 'Proposer un salon sur {network}',
  'mediation.room.offered':
    '<b>{name}</b> propose de vous retrouver dans un salon privé sur <b>{network}</b>.',
  'mediation.room.shows':
    'Y entrer montre votre compte aux autres personnes de cette rencontre, et à personne d’autre. Rien ne s’ouvre avant que chacune ait dit oui.',
  'mediation.room.kept':
    'Ce qui s’y écrit est gardé par le réseau, et qui l’administre peut y avoir accès. Sur Matrix, le salon est chiffré quand c’est possible ; sinon, son premier message le dit.',
  'mediation.room.yes': 'Oui, j’y entre',
  'mediation.room.no': 'Non, par messages relayés',
  'mediation.room.take-back': 'Retirer ma proposition',
  'mediation.room.waiting':
    'Un salon privé sur <b>{network}</b> est proposé. Il s’ouvre quand chaque personne a dit oui.',
  'mediation.room.opening': 'Chaque personne a dit oui : le salon s’ouvre sur <b>{network}</b>.',
  'mediation.room.refused':
    'Le salon sur {network} ne s’ouvre pas : il fallait le oui de chaque personne.',
  'mediation.room.over':
    'Le salon commun sur {network} est fermé : il était pour les personnes qui y avaient dit oui, et ce ne sont plus les mêmes qui prennent part. Un autre peut être proposé à toutes.',
  'mediation.room.open': 'Votre salon privé est ouvert sur <b>{network}</b>.',
  'mediation.room.ends':
    'Il se ferme quand la médiation se termine, quand la personne qui accompagne se retire, ou quand une personne se joint aux autres ou s’en va. ECC ne garde rien de ce qui s’y écrit.',
  'mediation.room.go': 'Y aller',
  'mediation.room.fault.forbidden':
    'Le salon n’a pas pu s’ouvrir sur {network} : ECC n’y a pas la permission d’en créer.',
  'mediation.room.fault.apart':
    'Le salon n’a pas pu s’ouvrir sur {network} : une des personnes ne peut pas y être invitée.',
  'mediation.room.fault.nowhere':
    'Le salon n’a pas pu s’ouvrir : {network} n’a pas de place pour un salon privé.',
  'mediation.room.fault.away':
    'Le salon n’a pas pu s’ouvrir : {network} ne répond pas. Vous pouvez le proposer à nouveau plus tard.',

  'mediation.greeting.title': 'Un échange privé',
  'mediation.greeting':
    'Ce salon n’est que pour les personnes qui y sont invitées. Chacune a dit oui avant qu’il s’ouvre. Chacune peut le quitter à tout moment.',
  'mediation.greeting.encrypted': 'Ce qui s’écrit ici est chiffré de bout en bout.',
  'mediation.greeting.clear':
    '<b>Ce qui s’écrit ici n’est pas chiffré de bout en bout.</b> Qui administre {network} peut y avoir accès. Si cela ne vous convient pas, n’écrivez rien ici : les messages relayés restent ouverts.',
  'mediation.greeting.ecc':
    'ECC a ouvert ce salon et le fermera. Il ne garde rien de ce qui s’y dit.',

  'refusal.mediation-date-past': 'Une de ces dates est déjà passée. Donnez des dates à venir.',
  'refusal.mediation-dates-changed':
    'D’autres dates ont été proposées depuis. <c>/médiation rencontre</c> les montre.',
  'refusal.mediation-room-already':
    'Un salon commun est déjà ouvert ou proposé. <c>/médiation rencontre</c> dit où il en est.',
  'refusal.mediation-room-apart':
    'Une personne au moins n’a pas de compte sur ce réseau. Vous vous retrouvez par messages relayés : <c>/médiation rencontre</c>',
  'refusal.mediation-room-over':
    'Ce salon n’attend plus de réponse. <c>/médiation rencontre</c> dit où il en est.',
} as const;
