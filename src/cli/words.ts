import type { Localised } from '../kernel/locale.js';

interface CliWords {
  readonly usage: string;
  readonly commands: string;
  readonly more: string;
  readonly unknownCommand: (name: string) => string;
  readonly unknownOption: (name: string) => string;
  readonly unknownLanguage: (name: string) => string;
  readonly oneFile: string;
  readonly notPublic: (name: string) => string;
  readonly notFound: (path: string) => string;
  readonly directory: (path: string) => string;
  readonly unreadable: (path: string, code: string) => string;
  readonly tooBig: (path: string, mebibytes: number) => string;
  readonly notUtf8: (path: string) => string;
  readonly notCounted: (path: string) => string;
}

const fr: CliWords = {
  usage: 'Utilisation\u00A0: ecc <commande> [options]',
  commands: 'Commandes\u00A0:',
  more: 'ecc help <commande> en dit plus. --lang fr ou --lang en choisit la langue.',
  unknownCommand: (name) =>
    `ecc ne connaît pas la commande ${name}. «\u00A0ecc --help\u00A0» donne la liste.`,
  unknownOption: (name) => `L’option ${name} n’existe pas ici.`,
  unknownLanguage: (name) => `ECC ne parle pas ${name}\u00A0: --lang fr ou --lang en.`,
  oneFile: 'Il faut un fichier, et un seul (- pour l’entrée standard).',
  notPublic: (name) =>
    `${name} attend une adresse en https, sans chemin, comme https://ecc.exemple.org`,
  notFound: (path) => `Il n’y a pas de fichier ${path}.`,
  directory: (path) => `${path} est un dossier, il faut un fichier.`,
  unreadable: (path, code) => `Le fichier ${path} ne se laisse pas lire (${code}).`,
  tooBig: (path, mebibytes) => `Le fichier ${path} dépasse ${mebibytes}\u00A0Mio, la limite.`,
  notUtf8: (path) =>
    `Le fichier ${path} n’est pas du texte en UTF-8\u00A0: réenregistrez-le ainsi.`,
  notCounted: (path) => `${path} n’est pas compté\u00A0:`,
};

const en: CliWords = {
  usage: 'Usage: ecc <command> [options]',
  commands: 'Commands:',
  more: 'ecc help <command> says more. --lang fr or --lang en chooses the language.',
  unknownCommand: (name) => `ecc has no command ${name}. “ecc --help” lists them.`,
  unknownOption: (name) => `There is no option ${name} here.`,
  unknownLanguage: (name) => `ECC does not speak ${name}: --lang fr or --lang en.`,
  oneFile: 'One file is needed, and only one (- for standard input).',
  notPublic: (name) =>
    `${name} takes an https address without a path, like https://ecc.example.org`,
  notFound: (path) => `There is no file ${path}.`,
  directory: (path) => `${path} is a folder, a file is needed.`,
  unreadable: (path, code) => `The file ${path} cannot be read (${code}).`,
  tooBig: (path, mebibytes) => `The file ${path} is over ${mebibytes} MiB, the limit.`,
  notUtf8: (path) => `The file ${path} is not UTF-8 text: save it as such.`,
  notCounted: (path) => `${path} is not counted:`,
};

export const cliWords: Localised<CliWords> = { fr, en };
