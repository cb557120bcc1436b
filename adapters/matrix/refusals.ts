import { withFrenchBlanks } from '../../src/kernel/french.js';
import { StartError } from '../../src/kernel/start-error.js';
import { errcodeOf } from './client.js';

/** Why Matrix cannot be spoken, in a sentence for who runs the service; never a credential. */
export const badToken = (homeserver: string): StartError =>
  new StartError('matrix.token', {
    fr: withFrenchBlanks(
      `Matrix : ${homeserver} ne reconnaît pas le jeton d’accès. Faites-en un nouveau (docs/matrix.md) et mettez-le dans ECC_MATRIX_TOKEN. Le reste d’ECC fonctionne.`,
    ),
    en: `Matrix: ${homeserver} does not know the access token. Make a new one (docs/matrix.md) and put it in ECC_MATRIX_TOKEN. The rest of ECC works.`,
  });

export const badPassword = (homeserver: string): StartError =>
  new StartError('matrix.password', {
    fr: withFrenchBlanks(
      `Matrix : ${homeserver} refuse ce nom ou ce mot de passe. Vérifiez ECC_MATRIX_USER et ECC_MATRIX_PASSWORD. Le reste d’ECC fonctionne.`,
    ),
    en: `Matrix: ${homeserver} refuses this name or password. Check ECC_MATRIX_USER and ECC_MATRIX_PASSWORD. The rest of ECC works.`,
  });

export const notAHomeserver = (homeserver: string): StartError =>
  new StartError('matrix.homeserver', {
    fr: withFrenchBlanks(
      `Matrix : il n’y a pas de serveur Matrix à l’adresse ${homeserver}. Vérifiez ECC_MATRIX_HOMESERVER. Le reste d’ECC fonctionne.`,
    ),
    en: `Matrix: there is no Matrix server at ${homeserver}. Check ECC_MATRIX_HOMESERVER. The rest of ECC works.`,
  });

const PASSWORD_REFUSED = ['M_FORBIDDEN', 'M_USER_DEACTIVATED', 'M_INVALID_USERNAME'];

export const isBadPassword = (error: unknown): boolean =>
  PASSWORD_REFUSED.includes(errcodeOf(error) ?? '');

export const isBadToken = (error: unknown): boolean =>
  ['M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN'].includes(errcodeOf(error) ?? '');
