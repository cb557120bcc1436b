import { agreements as enAgreements } from './en/agreements.js';
import { commands as enCommands } from './en/commands.js';
import { guests as enGuests } from './en/guests.js';
import { meeting as enMeeting } from './en/meeting.js';
import { messages as enMessages } from './en/messages.js';
import { outside as enOutside } from './en/outside.js';
import { agreements as frAgreements } from './fr/agreements.js';
import { commands as frCommands } from './fr/commands.js';
import { guests as frGuests } from './fr/guests.js';
import { meeting as frMeeting } from './fr/meeting.js';
import { messages as frMessages } from './fr/messages.js';
import { outside as frOutside } from './fr/outside.js';

export const fr = {
  ...frCommands,
  ...frMessages,
  ...frGuests,
  ...frMeeting,
  ...frAgreements,
  ...frOutside,
};

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...enCommands,
  ...enMessages,
  ...enGuests,
  ...enMeeting,
  ...enAgreements,
  ...enOutside,
};
