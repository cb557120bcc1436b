import type { Command } from '../registry/command.js';
import { help } from './commands/help.js';
import {
  askBack,
  comeBack,
  eraseName,
  leave,
  leaveNow,
  letIn,
  remove,
} from './commands/leaving.js';
import {
  linkAccounts,
  linkRooms,
  partAccounts,
  roomSettings,
  unlinkRoom,
} from './commands/links.js';
import { language, me, ownZone, reminders } from './commands/me.js';
import { change, role, settings } from './commands/settings.js';

/** What people can say about themselves and their community. */
export const eccCommands: readonly Command[] = [
  help,
  me,
  language,
  ownZone,
  reminders,
  settings,
  change,
  role,
  roomSettings,
  linkRooms,
  unlinkRoom,
  linkAccounts,
  partAccounts,
  leave,
  leaveNow,
  remove,
  letIn,
  comeBack,
  askBack,
  eraseName,
];
