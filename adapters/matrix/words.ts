import { withFrenchBlanks } from '../../src/kernel/french.js';
import type { Locale, Localised } from '../../src/kernel/locale.js';

const fr = {
  hello:
    'Bonjour, ici ECC. Ce salon peut maintenant décider ensemble. Pour essayer : !proposer "Ouvrir l’atelier le samedi". Pour tout voir : !aide',
  helloDirect:
    'Bonjour, ici ECC. Ici, personne d’autre ne lit : vos votes secrets et ce qui ne concerne que vous passent par cette conversation. Pour commencer : !aide',
  react: 'Réagissez avec l’un de ces signes ; retirez votre réaction pour reprendre votre voix.',
  reactPlain: 'Réagissez avec l’un de ces signes.',
  reactMany: 'Réagissez avec un ou plusieurs de ces signes ; retirez une réaction pour l’enlever.',
  reactAdd:
    'Un signe ajoute, le retirer enlève ; ou écrivez leurs numéros, par exemple : 1, 3 (ceux-là et pas d’autres).',
  more: 'Aussi : ',
  secret: 'votez en privé : réagissez avec 🔐, votre bulletin arrive dans notre conversation.',
  ballotTitle: 'Votre bulletin, en privé',
  page: (index: number, count: number) => `page ${index} sur ${count}`,
  attached: (name: string) => `Pièce jointe : ${name}`,
  answered: '✅',
  yes: 'oui',
  no: 'non',
  unreachable:
    'J’ai une réponse pour vous, mais nous n’avons pas encore de conversation à deux. Acceptez mon invitation ou écrivez-moi directement, puis redemandez.',
  unreadableRoom:
    'Ce salon est chiffré et je ne peux pas lire ce qui vient d’y être dit. Écrivez-moi dans une conversation à deux, ou demandez à la personne qui administre ECC d’activer le chiffrement.',
  unreadableWord:
    'Je n’ai pas reçu la clé de votre message, je ne peux pas le lire. Envoyez-le de nouveau ; si cela dure, écrivez-moi dans une conversation à deux.',
  tooOld: (count: number) =>
    count === 1
      ? 'J’étais absent quand on m’a demandé quelque chose ici, et c’est trop ancien pour que j’y réponde. Redemandez si cela compte encore.'
      : `J’étais absent quand on m’a fait ${count} demandes ici, et elles sont trop anciennes pour que j’y réponde. Redemandez ce qui compte encore.`,
  notAllowed: 'Je ne peux venir que si une personne autorisée m’invite.',
  broken: (reference: string) =>
    `Cela n’a pas fonctionné, par notre faute. Réessayez dans un instant ; si cela dure, donnez ce repère à la personne qui administre : ${reference}.`,
  ask: {
    number: (count: number) => `Répondez par un numéro, de 1 à ${count}.`,
    numbers: (count: number) => `Ces numéros vont de 1 à ${count}. Par exemple : 1, ${count}.`,
    yesNo: 'Répondez par oui ou par non.',
    keep: (value: string) => `Proposé : ${value}. Pour garder : « passer ».`,
    skip: 'Facultatif : « passer » pour laisser vide.',
    cancel: 'Pour tout arrêter : « annuler ».',
    cancelled: 'C’est abandonné, rien n’a été envoyé.',
    needed: 'Il faut une réponse à cette question.',
    file: 'Envoyez le fichier ici, comme vous envoyez une photo.',
    received: 'un fichier',
    more: 'Autre chose à régler ?',
    moreHelp: 'Répondez par le numéro de ce qui doit changer, ou « non » pour envoyer.',
    none: 'rien',
    confirm: (submit: string) => `Répondez « oui » pour : ${submit}.`,
    inRoom: 'Je vous pose les questions dans notre conversation à deux.',
  },
};

/** What the adapter says of its own; what ECC says comes in views. */
export type MatrixWords = typeof fr;

const en: MatrixWords = {
  hello:
    'Hello, this is ECC. This room can now decide together. To try: !propose "Open the workshop on Saturdays". To see everything: !help',
  helloDirect:
    'Hello, this is ECC. Nobody else reads here: your secret votes and what concerns only you go through this conversation. To begin: !help',
  react: 'React with one of these signs; remove your reaction to take your vote back.',
  reactPlain: 'React with one of these signs.',
  reactMany: 'React with one or several of these signs; remove a reaction to take it out.',
  reactAdd:
    'A sign adds, removing it takes out; or write their numbers, for example: 1, 3 (those and no others).',
  more: 'Also: ',
  secret: 'vote in private: react with 🔐, your ballot comes in our conversation.',
  ballotTitle: 'Your ballot, in private',
  page: (index, count) => `page ${index} of ${count}`,
  attached: (name) => `Attached: ${name}`,
  answered: '✅',
  yes: 'yes',
  no: 'no',
  unreachable:
    'I have an answer for you, but the two of us have no conversation yet. Accept my invitation or write to me directly, then ask again.',
  unreadableRoom:
    'This room is encrypted and I cannot read what was just said. Write to me in a conversation of two, or ask whoever runs ECC to turn encryption on.',
  unreadableWord:
    'I did not receive the key of your message, so I cannot read it. Send it again; if it lasts, write to me in a conversation of two.',
  tooOld: (count) =>
    count === 1
      ? 'I was away when something was asked of me here, and it is too old for me to answer. Ask again if it still matters.'
      : `I was away when ${count} things were asked of me here, and they are too old for me to answer. Ask again what still matters.`,
  notAllowed: 'I can only come when somebody allowed invites me.',
  broken: (reference) =>
    `This did not work, through our fault. Try again in a moment; if it lasts, give this mark to whoever runs ECC: ${reference}.`,
  ask: {
    number: (count) => `Answer with a number, from 1 to ${count}.`,
    numbers: (count) => `These numbers go from 1 to ${count}. For example: 1, ${count}.`,
    yesNo: 'Answer yes or no.',
    keep: (value) => `Proposed: ${value}. To keep it: “skip”.`,
    skip: 'Optional: “skip” to leave it empty.',
    cancel: 'To stop: “cancel”.',
    cancelled: 'Stopped, nothing was sent.',
    needed: 'This question needs an answer.',
    file: 'Send the file here, as you send a picture.',
    received: 'a file',
    more: 'Anything else to set?',
    moreHelp: 'Answer with the number of what must change, or “no” to send.',
    none: 'nothing',
    confirm: (submit) => `Answer “yes” to: ${submit}.`,
    inRoom: 'I am asking you the questions in our conversation of two.',
  },
};

const set = <T>(words: T): T =>
  Object.fromEntries(
    Object.entries(words as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? withFrenchBlanks(value)
        : typeof value === 'function'
          ? (...args: unknown[]) => withFrenchBlanks(String(value(...args)))
          : set(value),
    ]),
  ) as T;

const WORDS: Localised<MatrixWords> = { fr: set(fr), en };

export const wordsIn = (locale: Locale): MatrixWords => WORDS[locale];
