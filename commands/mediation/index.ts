import type { Command } from '../registry/command.js';
import * as answer from './commands/answer.js';
import * as ask from './commands/ask.js';
import * as end from './commands/end.js';
import * as follow from './commands/follow.js';
import * as meeting from './commands/meeting.js';
import * as pool from './commands/pool.js';
import * as rules from './commands/rules.js';

/** What people can say about mediation, the everyday gestures first. */
export const mediationCommands: readonly Command[] = [
  ask.start,
  ask.ask,
  follow.mine,
  answer.write,
  follow.talk,
  meeting.meeting,
  end.close,
  end.erase,
  follow.urgent,
  pool.mediators,
  pool.present,
  pool.name,
  pool.unname,
  rules.rules,
  rules.figures,
  ask.edit,
  ask.send,
  follow.open,
  answer.read,
  answer.accept,
  answer.decline,
  answer.reveal,
  follow.readings,
  end.recuse,
  meeting.dates,
  meeting.suit,
  meeting.choose,
  meeting.offer,
  meeting.enter,
];
