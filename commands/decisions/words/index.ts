import { cards as enCards } from './en/cards.js';
import { commands as enCommands } from './en/commands.js';
import { messages as enMessages } from './en/messages.js';
import { refusals as enRefusals } from './en/refusals.js';
import { rules as enRules } from './en/rules.js';
import { cards as frCards } from './fr/cards.js';
import { commands as frCommands } from './fr/commands.js';
import { messages as frMessages } from './fr/messages.js';
import { refusals as frRefusals } from './fr/refusals.js';
import { rules as frRules } from './fr/rules.js';

export const fr = { ...frCommands, ...frRules, ...frCards, ...frMessages, ...frRefusals };

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enRules,
  ...enCards,
  ...enMessages,
  ...enRefusals,
};
