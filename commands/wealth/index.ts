import type { Command } from '../registry/command.js';
import * as contexts from './commands/contexts.js';
import * as declare from './commands/declare.js';
import * as expenses from './commands/expenses.js';
import * as exports from './commands/export.js';
import * as imports from './commands/import.js';
import * as look from './commands/look.js';
import * as matrix from './commands/matrix.js';
import * as needs from './commands/needs.js';
import * as periods from './commands/periods.js';
import * as read from './commands/read.js';
import * as receipts from './commands/receipts.js';
import * as share from './commands/share.js';
import * as talk from './commands/talk.js';

/** What people can say about what they give and receive, the everyday gestures first. */
export const wealthCommands: readonly Command[] = [
  declare.declare,
  read.list,
  read.show,
  read.context,
  look.validate,
  look.question,
  look.figure,
  look.unreview,
  look.answer,
  declare.correct,
  declare.feel,
  declare.confirm,
  declare.decline,
  declare.withdraw,
  declare.restore,
  declare.take,
  matrix.matrix,
  matrix.flows,
  matrix.trend,
  matrix.mine,
  exports.exported,
  imports.importTable,
  imports.importTake,
  imports.importUndo,
  imports.importConfirm,
  share.simulate,
  share.showShare,
  share.decide,
  share.givePoints,
  needs.need,
  needs.needs,
  needs.erase,
  share.adopt,
  share.payments,
  share.pay,
  expenses.list,
  expenses.spend,
  expenses.show,
  expenses.approve,
  expenses.unapprove,
  expenses.refuseIt,
  expenses.unrefuse,
  expenses.correct,
  expenses.reimburse,
  expenses.withdraw,
  expenses.restore,
  receipts.attach,
  receipts.read,
  receipts.detach,
  talk.thank,
  talk.unthank,
  talk.retro,
  talk.retroAdd,
  talk.retroGroup,
  talk.retroCarry,
  talk.retroWithdraw,
  contexts.open,
  contexts.change,
  contexts.join,
  contexts.leave,
  periods.period,
  periods.close,
  periods.reopen,
  contexts.settings,
];
