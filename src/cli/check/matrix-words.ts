import type { Localised } from '../../kernel/locale.js';
import { beware, type Finding, wrong } from './finding.js';

type Words = Localised<string>;

/** What a check of Matrix says. */
export const matrixWords = {
  reached: (homeserver: string): Words => ({
    fr: `Matrix : le serveur ${homeserver} répond.`,
    en: `Matrix: the homeserver ${homeserver} answers.`,
  }),
  notMatrix: (homeserver: string): Finding =>
    wrong(
      {
        fr: `Matrix : il n’y a pas de serveur Matrix à l’adresse ${homeserver}.`,
        en: `Matrix: there is no Matrix server at ${homeserver}.`,
      },
      {
        fr: 'L’adresse est celle de l’API, souvent https://matrix.exemple.org et non https://exemple.org : corrigez ECC_MATRIX_HOMESERVER.',
        en: 'The address is that of the API, often https://matrix.example.org and not https://example.org: correct ECC_MATRIX_HOMESERVER.',
      },
    ),
  account: (user: string): Words => ({
    fr: `Matrix : compte ${user} reconnu.`,
    en: `Matrix: account ${user} known.`,
  }),
  badToken: wrong(
    {
      fr: 'Matrix : le serveur ne reconnaît pas le jeton d’accès.',
      en: 'Matrix: the homeserver does not know the access token.',
    },
    {
      fr: 'Faites-en un nouveau (Element : « Tous les paramètres », « Aide et à propos », « Jeton d’accès ») dans ECC_MATRIX_TOKEN, ou passez au mot de passe.',
      en: 'Make a new one (Element: “All settings”, “Help & About”, “Access Token”) in ECC_MATRIX_TOKEN, or use the password.',
    },
  ),
  badPassword: (why: string): Finding =>
    wrong(
      {
        fr: `Matrix : le serveur refuse ce nom ou ce mot de passe (${why}).`,
        en: `Matrix: the homeserver refuses this name or password (${why}).`,
      },
      {
        fr: 'Connectez-vous vous-même avec eux pour les vérifier, puis corrigez ECC_MATRIX_USER et ECC_MATRIX_PASSWORD.',
        en: 'Log in with them yourself to check them, then correct ECC_MATRIX_USER and ECC_MATRIX_PASSWORD.',
      },
    ),
  noPasswords: wrong(
    {
      fr: 'Matrix : ce serveur n’accepte pas de mot de passe de cette façon.',
      en: 'Matrix: this homeserver takes no password this way.',
    },
    {
      fr: 'Prenez un jeton d’accès à la place : ECC_MATRIX_TOKEN, docs/matrix.md.',
      en: 'Take an access token instead: ECC_MATRIX_TOKEN, docs/matrix.md.',
    },
  ),
  device: (device: string): Words => ({
    fr: `Matrix : appareil ${device}.`,
    en: `Matrix: device ${device}.`,
  }),
  noDevice: beware(
    {
      fr: 'Matrix : ce jeton n’a pas d’appareil, ECC ne lira pas les salons chiffrés.',
      en: 'Matrix: this token has no device, ECC will not read encrypted rooms.',
    },
    {
      fr: 'Pour les lire : ECC_MATRIX_USER et ECC_MATRIX_PASSWORD à la place du jeton.',
      en: 'To read them: ECC_MATRIX_USER and ECC_MATRIX_PASSWORD instead of the token.',
    },
  ),
  encrypts: {
    fr: 'Matrix : le chiffrement est disponible.',
    en: 'Matrix: encryption is available.',
  },
  cannotEncrypt: wrong(
    {
      fr: 'Matrix : le chiffrement ne se charge pas, ECC ne lira pas les salons chiffrés.',
      en: 'Matrix: encryption does not load, ECC will not read encrypted rooms.',
    },
    {
      fr: 'Refaites « npm install » dans le dossier d’ECC.',
      en: 'Run “npm install” again in the folder of ECC.',
    },
  ),
} as const;
