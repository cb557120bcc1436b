import type { Command } from '../registry/command.js';
import * as agreements from './commands/agreements.js';
import * as answer from './commands/answer.js';
import * as ask from './commands/ask.js';
import * as end from './commands/end.js';
import * as follow from './commands/follow.js';
import * as guests from './commands/guests.js';
import * as invitation from './commands/invitation.js';
import * as meeting from './commands/meeting.js';
import * as outside from './commands/outside.js';
import * as pool from './commands/pool.js';
import * as rules from './commands/rules.js';
import * as terms from './commands/terms.js';
import * as together from './commands/together.js';

/** What people can say about mediation, the everyday gestures first. */
export const mediationCommands: readonly Command[] = [
  ask.start,
  ask.ask,
  follow.mine,
  answer.write,
  follow.talk,
  guests.invite,
  together.together,
  together.say,
  meeting.meeting,
  terms.amend,
  agreements.agreements,
  invitation.leave,
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
  outside.outside,
  outside.relink,
  outside.unlink,
  outside.introduce,
  follow.readings,
  end.recuse,
  meeting.dates,
  meeting.suit,
  meeting.choose,
  meeting.offer,
  meeting.enter,
  guests.guests,
  guests.reword,
  guests.approve,
  guests.withdraw,
  guests.change,
  guests.gather,
  invitation.join,
  invitation.prefer,
  terms.terms,
  terms.confirm,
  agreements.agreement,
  agreements.hold,
  agreements.tell,
  agreements.drop,
];
