import { attached as enAttached } from './en/attached.js';
import { commands as enCommands } from './en/commands.js';
import { editions as enEditions } from './en/editions.js';
import { giving as enGiving } from './en/giving.js';
import { messages as enMessages } from './en/messages.js';
import { sign as enSign } from './en/sign.js';
import { attached as frAttached } from './fr/attached.js';
import { commands as frCommands } from './fr/commands.js';
import { editions as frEditions } from './fr/editions.js';
import { giving as frGiving } from './fr/giving.js';
import { messages as frMessages } from './fr/messages.js';
import { sign as frSign } from './fr/sign.js';

export const fr = {
  ...{ ...frCommands, ...frMessages, ...frGiving, ...frAttached, ...frEditions, ...frSign },
};

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...{ ...enCommands, ...enMessages, ...enGiving, ...enAttached, ...enEditions, ...enSign },
};
