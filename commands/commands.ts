import { agendaCommands } from './agenda/index.js';
import { decisionCommands } from './decisions/index.js';
import { eccCommands } from './ecc/index.js';
import { mediationCommands } from './mediation/index.js';
import type { Command } from './registry/command.js';
import { veilleCommands } from './veille/index.js';
import { wealthCommands } from './wealth/index.js';

/** Everything people can say to ECC: a new function is one line here, and none in any adapter. */
export const commands: readonly Command[] = [
  ...decisionCommands,
  ...agendaCommands,
  ...mediationCommands,
  ...wealthCommands,
  ...veilleCommands,
  ...eccCommands,
];
