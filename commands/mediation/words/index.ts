import { commands as enCommands } from './en/commands.js';
import { meeting as enMeeting } from './en/meeting.js';
import { messages as enMessages } from './en/messages.js';
import { commands as frCommands } from './fr/commands.js';
import { meeting as frMeeting } from './fr/meeting.js';
import { messages as frMessages } from './fr/messages.js';

export const fr = { ...frCommands, ...frMessages, ...frMeeting };

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enMessages,
  ...enMeeting,
};
