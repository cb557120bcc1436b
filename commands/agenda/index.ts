import type { Command } from '../registry/command.js';
import * as answer from './commands/answer.js';
import * as calendars from './commands/calendars.js';
import { decide } from './commands/decide.js';
import * as feeds from './commands/feeds.js';
import * as floor from './commands/floor.js';
import * as items from './commands/items.js';
import * as linked from './commands/linked.js';
import * as minutes from './commands/minutes.js';
import { networkEvents } from './commands/network-events.js';
import * as notes from './commands/notes.js';
import * as plan from './commands/plan.js';
import * as polls from './commands/polls.js';
import * as read from './commands/read.js';
import * as roles from './commands/roles.js';
import * as tasks from './commands/tasks.js';

/** What people can say about the agenda, the everyday gestures first. */
export const agendaCommands: readonly Command[] = [
  read.list,
  plan.add,
  read.show,
  answer.answer,
  answer.noteAnswer,
  answer.unanswer,
  plan.edit,
  plan.move,
  plan.cancel,
  polls.find,
  polls.poll,
  polls.suits,
  polls.ifNeeded,
  polls.choose,
  polls.drop,
  items.item,
  items.order,
  items.up,
  items.down,
  items.edit,
  items.remove,
  items.treat,
  roles.role,
  roles.leaveRole,
  roles.drawRoles,
  notes.note,
  notes.correctNote,
  decide,
  tasks.task,
  tasks.tasks,
  tasks.accept,
  tasks.decline,
  tasks.done,
  tasks.drop,
  tasks.pass,
  minutes.minutes,
  minutes.attended,
  minutes.history,
  minutes.carry,
  floor.floor,
  floor.ask,
  floor.leave,
  floor.next,
  floor.close,
  feeds.subscribe,
  feeds.subscriptions,
  feeds.renew,
  feeds.unsubscribe,
  feeds.attendees,
  calendars.bring,
  calendars.follow,
  calendars.followed,
  calendars.unfollow,
  linked.link,
  linked.linked,
  linked.unlink,
  linked.takeOther,
  networkEvents,
];
