import type { Command } from '../registry/command.js';
import * as course from './commands/course.js';
import { propose } from './commands/propose.js';
import * as read from './commands/read.js';
import * as remarks from './commands/remarks.js';
import { steer } from './commands/steer.js';
import * as vote from './commands/vote.js';

/** What people can say about decisions, the everyday gestures first. */
export const decisionCommands: readonly Command[] = [
  propose,
  read.list,
  read.show,
  vote.vote,
  vote.object,
  vote.block,
  vote.confirm,
  vote.explain,
  vote.unvote,
  remarks.question,
  remarks.answer,
  remarks.react,
  read.rule,
  steer,
  course.amend,
  course.extend,
  course.round,
  course.close,
  course.giveUp,
  course.withdraw,
  course.reopen,
  course.conclude,
  read.exported,
];
