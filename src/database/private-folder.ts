import { chmod, mkdir } from 'node:fs/promises';
import { StartError } from '../kernel/start-error.js';

/**
 * Makes a folder that no other user can enter: PGlite makes its files readable and writable by
 * everybody, so that the folder's own mode is what keeps them.
 */
export async function makePrivate(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new StartError(
      'data_unusable',
      {
        fr: `Le dossier ${folder} ne peut pas recevoir les données (${code}). Donnez-le à l’utilisateur qui lance ECC, ou choisissez-en un autre avec ECC_DATA.`,
        en: `The folder ${folder} cannot hold the data (${code}). Give it to the user who runs ECC, or choose another with ECC_DATA.`,
      },
      error,
    );
  }
}
