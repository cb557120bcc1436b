import type { Locale, Localised } from '../../src/kernel/locale.js';

const fr = {
  colon: '\u00A0:',
  yes: 'Oui',
  no: 'Non',
  answer: 'Répondre',
  correct: 'Corriger',
  pages:
    'Il y a plus à remplir qu’une fenêtre ne peut montrer\u00A0: choisissez ce que vous voulez changer, le reste est gardé tel quel.',
  onlyFor: (field: string, values: string) => `${field}\u00A0: ${values}`,
  rest: (file: string) =>
    `La suite ne tient pas dans ce message\u00A0: le texte entier est dans ${file}.`,
  restFile: 'texte-entier.txt',
  otherGestures: (labels: string) => `Par commande aussi\u00A0: ${labels}`,
  here: 'Voici, pour tout le salon.',
  closedMessages:
    'Un message pour vous n’a pas pu arriver\u00A0: vos messages privés sont fermés. Le voici. Pour les recevoir, ouvrez-les dans les réglages de confidentialité de ce serveur.',
  cannotWrite: (missing: string) =>
    `ECC ne peut pas encore montrer de cartes dans ce salon\u00A0: il lui manque ${missing}. Une personne qui gère le serveur peut l’accorder dans les réglages du salon, à «\u00A0Permissions\u00A0».`,
  permissions: {
    ViewChannel: '«\u00A0Voir le salon\u00A0»',
    SendMessages: '«\u00A0Envoyer des messages\u00A0»',
    EmbedLinks: '«\u00A0Intégrer des liens\u00A0»',
    AttachFiles: '«\u00A0Joindre des fichiers\u00A0»',
  },
  hello: {
    title: 'ECC est là',
    body: 'On peut proposer, décider et s’organiser ensemble dans ce serveur, salon par salon. La première personne qui s’en sert dans un salon y facilite.',
    first: 'Pour commencer\u00A0: tapez /proposer, ou /ecc pour voir ce qu’on peut faire.',
  },
  eventSomewhere: 'Lieu à préciser',
  eventMore: (reference: string) => `Dans l’agenda d’ECC\u00A0: ${reference}`,
  oldButton: 'Ce bouton ne mène plus nulle part. Tapez /ecc pour retrouver la commande.',
};

/** What the adapter itself says; what ECC says comes in views. */
export type Words = typeof fr;

const en: Words = {
  colon: ':',
  yes: 'Yes',
  no: 'No',
  answer: 'Answer',
  correct: 'Correct it',
  pages:
    'There is more to fill in than one window can show: choose what you want to change, the rest is kept as it is.',
  onlyFor: (field, values) => `${field}: ${values}`,
  rest: (file) => `The rest does not fit in this message: the whole text is in ${file}.`,
  restFile: 'whole-text.txt',
  otherGestures: (labels) => `Also as commands: ${labels}`,
  here: 'Here it is, for the whole room.',
  closedMessages:
    'A message for you could not arrive: your direct messages are closed. Here it is. To receive them, open them in this server’s privacy settings.',
  cannotWrite: (missing) =>
    `ECC cannot show cards in this channel yet: it lacks ${missing}. Somebody who manages the server can grant it in the channel’s settings, under “Permissions”.`,
  permissions: {
    ViewChannel: '“View Channel”',
    SendMessages: '“Send Messages”',
    EmbedLinks: '“Embed Links”',
    AttachFiles: '“Attach Files”',
  },
  hello: {
    title: 'ECC is here',
    body: 'You can propose, decide and get organised together in this server, channel by channel. The first person to use it in a channel facilitates there.',
    first: 'To begin: type /propose, or /ecc to see what you can do.',
  },
  eventSomewhere: 'Place to be announced',
  eventMore: (reference) => `In the ECC agenda: ${reference}`,
  oldButton: 'This button no longer leads anywhere. Type /ecc to find the command again.',
};

const WORDS: Localised<Words> = { fr, en };

export const wordsIn = (locale: Locale): Words => WORDS[locale];
