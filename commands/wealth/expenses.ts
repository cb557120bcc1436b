import type { Message, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { CommunityId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import type {
  Expense,
  ExpenseDossier,
  ExpenseId,
  WhichExpense,
} from '../../src/wealth/types/expenses.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Context, Services } from '../registry/context.js';
import { param } from '../registry/param.js';
import type { View } from '../view/view.js';
import { around } from './drawing.js';
import { titled } from './views/context.js';
import { type ExpenseDrawing, expenseCard, expensePage } from './views/expense.js';
import { expenseDone, expenseLook, expenseTold, expenseWritten } from './views/expense-words.js';

const ROOMS = { rooms: 'wealth' } as const;

/** Gathers what drawing an expense needs; `null` when the community has no such one. */
export async function gatherExpense(
  services: Services,
  about: {
    readonly community: CommunityId;
    readonly which: WhichExpense;
    readonly reader: MemberId | null;
    readonly now: Date;
  },
): Promise<((locale: Locale) => ExpenseDrawing) | null> {
  const dossier = await services.wealth.expense(about.community, about.which, about.reader);
  if (!dossier) return null;
  const draw = await around(services, about);
  return (locale) => ({ ...draw(locale), dossier });
}

const MOST_OFFERED = 25;

/** An expense by its short number: `E-12`, `12`. Offers the latest. */
export const expense = () =>
  param<number>({
    options: async ({ services, community, member }) =>
      (await services.wealth.expenses(community.id, null, member.id))
        .slice(0, MOST_OFFERED)
        .map(({ expense: { number }, spending }) => ({
          value: `E-${number}`,
          label: `E-${number} · ${spending.what}`,
        })),
    parse: async (typed) => {
      const [, digits] = /^\s*e?\s*-?\s*(\d{1,9})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-an-expense', { typed });
    },
  });

/** Its page, under what has just been done. */
export async function told(
  context: Context,
  { id, number }: Expense,
  title: string,
): Promise<Result<View>> {
  const { services, community, member, now, locale } = context;
  const about = { community: community.id, which: { id }, reader: member.id, now };
  const draw = await gatherExpense(services, about);
  if (!draw) return refuse('unknown-expense', { number });
  const page = expensePage(draw(locale));
  return ok({ ...page, title: [title], blocks: [titled(page.title.join('')), ...page.blocks] });
}

const which = ({ subject }: Pick<Entry, 'subject'>) => ({ id: subject as ExpenseId });

/** The living card, where everybody may read what is paid. */
const card = ({ subject }: Entry, { context }: ExpenseDossier): Message[] =>
  context.rule.sees === 'everybody'
    ? [{ to: ROOMS, key: `expense:${subject}`, card: 'wealth.expense', subject, params: {} }]
    : [];

const word = (entry: Entry, name: string, member: MemberId): Message => ({
  ...{ to: { member }, subject: entry.subject, params: {}, card: `wealth.expense-${name}` },
  key: `expense:${entry.subject}:${name}:${entry.id}:${member}`,
});

/** Its card, what was said privately of it, and more when somebody must be told. */
const moved =
  (more: (entry: Entry, dossier: ExpenseDossier) => readonly Utterance[] = () => []): Announcer =>
  async (entry, services) => {
    const dossier = await services.wealth.expense(entry.community, which(entry), null);
    if (!dossier) return [];
    const touch = { touch: entry.subject, member: null };
    return [...card(entry, dossier), touch, ...more(entry, dossier)];
  };

/** To who paid, unless it is their own doing. */
const toPayer =
  (name: string) =>
  (entry: Entry, { expense }: ExpenseDossier): readonly Utterance[] =>
    expense.member === entry.member ? [] : [word(entry, name, expense.member)];

const toValidators = (entry: Entry, { expense }: ExpenseDossier): readonly Utterance[] =>
  expense.asked.map((member) => word(entry, 'look', member));

const drawn =
  (
    views: (drawing: ExpenseDrawing) => View | null,
    done: ((drawing: ExpenseDrawing) => View) | null = null,
  ): Drawer =>
  async ({ community, subject, reader, now, shown }, services) => {
    const about = { community, which: which({ subject }), reader, now };
    const draw = await gatherExpense(services, about);
    if (!draw) return null;
    const live = views(draw('fr')) !== null;
    if (!live && (!shown || !done)) return null;
    return (locale) => (live ? views(draw(locale)) : done?.(draw(locale))) as View;
  };

export const expenseAnnouncements: Announcements = {
  announcers: {
    'wealth.expense-declared': moved((entry, dossier) => [
      ...toValidators(entry, dossier),
      ...toPayer('written')(entry, dossier),
    ]),
    'wealth.expense-corrected': moved(toValidators),
    'wealth.expense-restored': moved(toValidators),
    'wealth.expense-passed-on': moved((entry) =>
      (entry.data.to as MemberId[]).map((member) => word(entry, 'look', member)),
    ),
    'wealth.expense-refused': moved(toPayer('told')),
    'wealth.expense-reimbursed': moved(toPayer('told')),
    ...Object.fromEntries(
      [
        'approved',
        'unapproved',
        'unrefused',
        'unreimbursed',
        'withdrawn',
        'changed',
        'attached',
        'detached',
      ].map((step) => [`wealth.expense-${step}`, moved()]),
    ),
  },
  drawers: {
    'wealth.expense': drawn(expenseCard),
    'wealth.expense-look': drawn(expenseLook, expenseDone),
    'wealth.expense-written': drawn(expenseWritten, expenseDone),
    'wealth.expense-told': drawn(expenseTold, expenseDone),
  },
};
