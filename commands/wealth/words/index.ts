import { commands as enCommands } from './en/commands.js';
import { expenses as enExpenses } from './en/expenses.js';
import { imports as enImports } from './en/imports.js';
import { matrix as enMatrix } from './en/matrix.js';
import { messages as enMessages } from './en/messages.js';
import { needs as enNeeds } from './en/needs.js';
import { receipts as enReceipts } from './en/receipts.js';
import { refusals as enRefusals } from './en/refusals.js';
import { share as enShare } from './en/share.js';
import { turns as enTurns } from './en/turns.js';
import { commands as frCommands } from './fr/commands.js';
import { expenses as frExpenses } from './fr/expenses.js';
import { imports as frImports } from './fr/imports.js';
import { matrix as frMatrix } from './fr/matrix.js';
import { messages as frMessages } from './fr/messages.js';
import { needs as frNeeds } from './fr/needs.js';
import { receipts as frReceipts } from './fr/receipts.js';
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
  ...frExpenses,
  ...frReceipts,
  ...frNeeds,
  ...frImports,
};

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enMessages,
  ...enMatrix,
  ...enRefusals,
  ...enTurns,
  ...enShare,
  ...enExpenses,
  ...enReceipts,
  ...enNeeds,
  ...enImports,
};
