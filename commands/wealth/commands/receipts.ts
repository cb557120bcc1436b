import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { file } from '../../registry/file.js';
import { integer } from '../../registry/param.js';
import { note, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { expense, told } from '../expenses.js';
import { EXPENSE_LANDMARK } from '../views/expense.js';

const position = () => integer({ min: 1, max: 1_000 });

export const attach = command({
  id: 'wealth.expense-receipt',
  params: { expense: expense(), file: file() },
  private: true,
  async run(context, { expense: number, file: held }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.attachReceipt(cause, { number }, held);
    if (!done.ok) return done;
    return told(context, done.value, say(locale, 'expense.done.attach', { number }));
  },
});

export const detach = command({
  id: 'wealth.expense-detach',
  params: { expense: expense(), position: position() },
  hidden: true,
  confirm: true,
  async run(context, { expense: number, position: which }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.detachReceipt(cause, { number }, which);
    if (!done.ok) return done;
    return told(context, done.value, say(locale, 'expense.done.detach', { number }));
  },
});

/** The file itself: to who asks alone, to be saved rather than opened. */
export const read = command({
  id: 'wealth.expense-file',
  params: { expense: expense(), position: position() },
  hidden: true,
  async run({ services, community, member, locale }, { expense: number, position: which }) {
    const wanted = { position: which, reader: member.id };
    const found = await services.wealth.readReceipt(community.id, { number }, wanted);
    if (!found.ok) return found;
    const { name, kind, bytes, digest } = found.value;
    return ok(
      view({
        title: [say(locale, 'expense.file.title', { number })],
        landmark: EXPENSE_LANDMARK,
        blocks: [
          { type: 'file', name, mediaType: kind, data: bytes, text: name },
          note(say(locale, 'expense.file.note', { digest })),
        ],
      }),
    );
  },
});
