import type { Localised } from '../kernel/locale.js';
import type { CliCommand } from './command.js';

interface Entry {
  readonly summary: Localised<string>;
  /** Loaded when it is called, so that none pays for what another needs. */
  load(): Promise<CliCommand>;
}

/** Every word after `ecc`: a file beside this one, and a line here. */
export const commands: ReadonlyMap<string, Entry> = new Map([
  [
    'setup',
    {
      summary: {
        fr: 'relier ECC à vos réseaux, pas à pas',
        en: 'connect ECC to your networks, step by step',
      },
      load: async () => (await import('./setup.js')).setupCommand,
    },
  ],
  [
    'doctor',
    {
      summary: {
        fr: 'vérifier que tout va bien, et dire quoi faire sinon',
        en: 'check that all is well, and say what to do if not',
      },
      load: async () => (await import('./doctor.js')).doctorCommand,
    },
  ],
  [
    'manifest',
    {
      summary: {
        fr: 'afficher le manifeste de l’application Slack',
        en: 'print the manifest of the Slack app',
      },
      load: async () => (await import('./manifest.js')).manifestCommand,
    },
  ],
  [
    'tally',
    {
      summary: {
        fr: 'compter ou recompter les bulletins d’un fichier',
        en: 'count, or recount, the ballots of a file',
      },
      load: async () => (await import('./tally.js')).tallyCommand,
    },
  ],
]);
