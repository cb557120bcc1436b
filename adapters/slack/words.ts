import type { Localised } from '../../src/kernel/locale.js';

const fr = {
  neutral: 'ECC vous a écrit.',
  inThread: 'La suite est dans le fil.',
  below: 'La suite est juste en dessous.',
  continuation: '(suite)',
  cancel: 'Annuler',
  close: 'Fermer',
  choose: 'Choisir…',
  /** What a ticked box says, as a person would type it. */
  yes: 'oui',
  no: 'non',
  tick: 'Oui',
  working: 'ECC y travaille…',
  onlyIf: (field: string, values: string) => `Seulement si ${field}\u00A0: ${values}.`,
  openForm: 'Ouvrir le formulaire',
  formWaits: 'Il manque quelques précisions.',
  tooLate: 'La fenêtre n’a pas pu s’ouvrir à temps. Tapez la commande une nouvelle fois.',
  inPrivate: 'La réponse est dans vos messages directs avec ECC.',
  noFiles:
    'Ce fichier n’a pas pu être donné\u00A0: sur Slack, ECC a besoin d’une permission de plus, files:write. La personne qui l’administre la donne en réinstallant l’application avec le nouveau manifeste.',
  unreachable:
    'ECC a quelque chose à vous dire en privé, et vos messages directs sont fermés. Ouvrez une conversation avec ECC, puis recommencez.',
  inviteMe:
    'ECC n’est pas encore dans ce salon\u00A0: les autres ne voient pas ses cartes. Pour l’inviter\u00A0: /invite @ECC',
  /** The shortcut from anywhere. */
  open: 'Ouvrir ECC',
  homeTitle: 'Mon ECC',
  homeEmpty:
    'Vous n’êtes encore dans aucune communauté. Dans un salon où ECC est invité, tapez /ecc\u00A0: vous en faites partie dès ce moment.',
  homeMore: 'Vos autres communautés\u00A0: tapez /ecc moi dans leur salon.',
};

const en: typeof fr = {
  neutral: 'ECC has written to you.',
  inThread: 'The rest is in the thread.',
  below: 'The rest is just below.',
  continuation: '(continued)',
  cancel: 'Cancel',
  close: 'Close',
  choose: 'Choose…',
  yes: 'yes',
  no: 'no',
  tick: 'Yes',
  working: 'ECC is working on it…',
  onlyIf: (field, values) => `Only if ${field}: ${values}.`,
  openForm: 'Open the form',
  formWaits: 'A few details are missing.',
  tooLate: 'The window could not open in time. Type the command once more.',
  inPrivate: 'The answer is in your direct messages with ECC.',
  noFiles:
    'This file could not be given: on Slack, ECC needs one more permission, files:write. Whoever runs it gives it by installing the app again with the new manifest.',
  unreachable:
    'ECC has something to tell you privately, and your direct messages are closed. Open a conversation with ECC, then try again.',
  inviteMe:
    'ECC is not in this channel yet: the others do not see its cards. To invite it: /invite @ECC',
  open: 'Open ECC',
  homeTitle: 'My ECC',
  homeEmpty:
    'You are not in any community yet. In a channel where ECC was invited, type /ecc: you belong from that moment.',
  homeMore: 'Your other communities: type /ecc me in their channel.',
};

/** What only Slack needs to have said; everything else comes in views. */
export const slackWords: Localised<typeof fr> = { fr, en };
