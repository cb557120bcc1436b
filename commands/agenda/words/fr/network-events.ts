/** Meetings among the events of a network: a Discord server. */
export const networkEvents = {
  'command.agenda.network-events': 'calendrier évènements | agenda évènements',
  'command.agenda.network-events.help':
    'Montrer les rendez-vous parmi les évènements du serveur Discord',
  'command.agenda.network-events.title': 'Les rendez-vous, parmi les évènements du serveur',
  'command.agenda.network-events.shown': 'montrer',
  'command.agenda.network-events.shown.help': 'Oui : ils y sont ; non : ils n’y sont pas',
  'events.shown': 'Les rendez-vous vont parmi les évènements du serveur Discord',
  'events.shown.who':
    'Les prochains y sont dans une minute environ, et suivent chaque changement de l’agenda. Tout le serveur les voit, même hors de ce salon. Les rendez-vous à réponses discrètes n’y vont jamais.',
  'events.shown.stop': 'Pour arrêter : <c>/calendrier évènements non</c>.',
  'events.hidden': 'Les rendez-vous ne vont plus parmi les évènements du serveur Discord',
  'events.hidden.then': 'Ceux à venir en sont retirés. L’agenda, lui, ne change pas.',
  'events.refused': 'Les rendez-vous ne sont pas parmi les évènements du serveur Discord',
  'events.refused.forbidden':
    'Il manque à ECC la permission « Créer des évènements ». Une personne qui gère le serveur peut la donner par ce bouton.',
  'events.refused.full':
    'Ce serveur a déjà cent évènements à venir, et Discord n’en prend pas plus. Les suivants y iront dès qu’il y aura de la place.',
  'events.refused.gone':
    'ECC n’est plus dans ce serveur. Une personne qui le gère peut l’y inviter de nouveau par ce bouton.',
  'events.refused.then':
    'ECC essaie de nouveau toutes les heures. Dans les salons, l’agenda ne change pas. Pour y renoncer : <c>/calendrier évènements non</c>.',
  'events.refused.grant': 'Donner la permission',
  'events.refused.invite': 'Inviter ECC',
  'refusal.no-event-network':
    'Aucun salon de cette communauté n’est sur Discord, où se trouvent ces évènements. Reliez-en un d’abord : <c>/ecc relier</c>.',
} as const;
