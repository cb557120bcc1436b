import { commands as enCommands } from './en/commands.js';
import { guests as enGuests } from './en/guests.js';
import { messages as enMessages } from './en/messages.js';
import { commands as frCommands } from './fr/commands.js';
import { guests as frGuests } from './fr/guests.js';
import { messages as frMessages } from './fr/messages.js';

export const fr = { ...frCommands, ...frMessages, ...frGuests };

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enMessages,
  ...enGuests,
};
