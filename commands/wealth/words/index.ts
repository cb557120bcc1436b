import { commands as enCommands } from './en/commands.js';
import { imports as enImports } from './en/imports.js';
import { matrix as enMatrix } from './en/matrix.js';
import { messages as enMessages } from './en/messages.js';
import { refusals as enRefusals } from './en/refusals.js';
import { share as enShare } from './en/share.js';
import { turns as enTurns } from './en/turns.js';
import { commands as frCommands } from './fr/commands.js';
import { imports as frImports } from './fr/imports.js';
import { matrix as frMatrix } from './fr/matrix.js';
import { messages as frMessages } from './fr/messages.js';
import { refusals as frRefusals } from './fr/refusals.js';
import { share as frShare } from './fr/share.js';
import { turns as frTurns } from './fr/turns.js';

export const fr = {
  ...frCommands,
  ...frMessages,
  ...frMatrix,
  ...frRefusals,
  ...frTurns,
  ...frShare,
  ...frImports,
};

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enMessages,
  ...enMatrix,
  ...enRefusals,
  ...enTurns,
  ...enShare,
  ...enImports,
};
