import type { Locale, Localised } from '../../kernel/locale.js';
import { beware, type Finding, wrong } from './finding.js';

type Words = Localised<string>;

const give = (folder: string): Words => ({
  fr: `Donnez-le à l’utilisateur qui lance ECC (chown -R … ${folder}), ou choisissez-en un autre avec ECC_DATA.`,
  en: `Give it to the user who runs ECC (chown -R … ${folder}), or choose another with ECC_DATA.`,
});

const megabytes = (count: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: count < 1024 ? 'megabyte' : 'gigabyte', maximumFractionDigits: 1 },
  }).format(count < 1024 ? count : count / 1024);

const RESTORE: Words = {
  fr: 'Si ECC a déjà tourné, rétablissez-la depuis une sauvegarde avant de démarrer : ECC en ferait une autre, qui n’ouvre pas les anciens secrets.',
  en: 'If ECC has run before, restore it from a backup before starting: ECC would make another, which does not open the old secrets.',
};

/** What a check of the folder, the disk and the key says. */
export const storageWords = {
  folder: (path: string): Words => ({
    fr: `Données : dossier ${path}, à vous seul.`,
    en: `Data: folder ${path}, yours alone.`,
  }),
  toBeMade: (path: string): Words => ({
    fr: `Données : le dossier ${path} sera fait au premier démarrage.`,
    en: `Data: the folder ${path} will be made by the first start.`,
  }),
  notFolder: (path: string): Finding =>
    wrong(
      { fr: `Données : ${path} n’est pas un dossier.`, en: `Data: ${path} is not a folder.` },
      { fr: 'Choisissez-en un avec ECC_DATA.', en: 'Choose one with ECC_DATA.' },
    ),
  notWritable: (path: string): Finding =>
    wrong(
      {
        fr: `Données : vous ne pouvez pas écrire dans ${path}.`,
        en: `Data: you cannot write in ${path}.`,
      },
      give(path),
    ),
  anothers: (path: string): Finding =>
    beware(
      {
        fr: `Données : ${path} appartient à un autre utilisateur, la base n’est pas ouverte pour ne rien y changer.`,
        en: `Data: ${path} belongs to another user; the database is not opened, to change nothing in it.`,
      },
      {
        fr: 'Relancez « npx ecc doctor » sous l’utilisateur qui lance ECC.',
        en: 'Run “npx ecc doctor” again as the user who runs ECC.',
      },
    ),
  open: (path: string): Finding =>
    beware(
      {
        fr: `Données : d’autres utilisateurs peuvent entrer dans ${path}.`,
        en: `Data: other users can enter ${path}.`,
      },
      {
        fr: `ECC le ferme en démarrant ; sinon : chmod 700 ${path}`,
        en: `ECC closes it when it starts; else: chmod 700 ${path}`,
      },
    ),
  free: (mebibytes: number): Words => ({
    fr: `Disque : ${megabytes(mebibytes, 'fr')} libres.`,
    en: `Disk: ${megabytes(mebibytes, 'en')} free.`,
  }),
  makeRoom: {
    fr: 'Faites de la place sur ce disque, ou choisissez un autre dossier avec ECC_DATA.',
    en: 'Make room on that disk, or choose another folder with ECC_DATA.',
  },
  keyInSettings: {
    fr: 'Clé des secrets : dans ECC_SECRET_KEY.',
    en: 'Key of the secrets: in ECC_SECRET_KEY.',
  },
  keyToBeMade: (path: string): Words => ({
    fr: `Clé des secrets : ${path} sera faite au premier démarrage.`,
    en: `Key of the secrets: ${path} will be made by the first start.`,
  }),
  key: (path: string): Words => ({
    fr: `Clé des secrets : ${path}, à sauvegarder avec la base.`,
    en: `Key of the secrets: ${path}, to be backed up with the database.`,
  }),
  keyGone: (path: string): Finding =>
    wrong(
      {
        fr: `Clé des secrets : ${path} n’existe plus, et la base est là.`,
        en: `Key of the secrets: ${path} is gone, and the database is there.`,
      },
      RESTORE,
    ),
  keyAbsent: (path: string): Finding =>
    beware(
      {
        fr: `Clé des secrets : ${path} n’existe pas, alors que la base existe peut-être déjà.`,
        en: `Key of the secrets: ${path} does not exist, while the database may exist already.`,
      },
      RESTORE,
    ),
  keyUnreadable: (path: string): Finding =>
    wrong(
      {
        fr: `Clé des secrets : le fichier ${path} n’est pas une clé lisible.`,
        en: `Key of the secrets: the file ${path} is not a readable key.`,
      },
      {
        fr: 'Rétablissez-le depuis une sauvegarde : sans lui, ce qui est confidentiel ne s’ouvre plus.',
        en: 'Restore it from a backup: without it, what is confidential no longer opens.',
      },
    ),
  keyOpen: (path: string): Finding =>
    beware(
      {
        fr: `Clé des secrets : d’autres utilisateurs peuvent lire ${path}.`,
        en: `Key of the secrets: other users can read ${path}.`,
      },
      { fr: `chmod 600 ${path}`, en: `chmod 600 ${path}` },
    ),
} as const;
