import { given, png } from '../../support/receipts.js';
import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao'];

/** What is paid for a context, and what people need of a pot. */
export const wealthMoneyScenes: readonly Scene[] = [
  {
    name: 'an expense, from the till to the last euro paid back',
    people: PEOPLE,
    async play({ do: act, fill, at, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      for (const who of ['Bruno', 'Chloé']) await act(who, 'wealth.join', festival);
      await act('Bruno', 'wealth.expenses');
      await act('Bruno', 'wealth.spend');
      await fill('Bruno', {
        ...{ amount: '45,20 €', vat: '95 €', what: words('Peinture', 'Paint') },
        ...{ day: words('hier', 'yesterday'), receipt: 'https://example.org/receipt.jpg' },
      });
      await fill('Bruno', { vat: '7,53 €' });
      const about = { expense: 'E-1' };
      await act('Dao', 'wealth.expense-approve', about);
      await act('Chloé', 'wealth.expense-approve', about);
      await act('Chloé', 'wealth.expense-unapprove', about);
      await act('Nadia', 'wealth.expense-refuse', about);
      await fill('Nadia', { reason: words('Le ticket est illisible.', 'The receipt is blurred.') });
      await act('Nadia', 'wealth.expense-unrefuse', about);
      await act('Nadia', 'wealth.expense-refuse', {
        ...{ ...about, reason: words('Il manque un pot.', 'One pot is missing.') },
      });
      await act('Bruno', 'wealth.expense-correct', about);
      await fill('Bruno', { amount: '40 €', reason: words('Un pot rendu', 'One pot given back') });
      await act('Bruno', 'wealth.expense-withdraw', about);
      await act('Bruno', 'wealth.expense-restore', about);
      await act('Chloé', 'wealth.expense-approve', about);
      await act('Nadia', 'wealth.spend', {
        ...{ amount: '12 €', what: words('Clous', 'Nails'), payer: 'Chloé', ...festival },
      });
      await act('Chloé', 'wealth.spend', {
        ...{ amount: '90 €', what: words('Repas', 'Meal'), ...festival },
      });
      await act('Bruno', 'wealth.expense-approve', { expense: 'E-3' });
      await act('Nadia', 'wealth.expenses', festival);
      await act('Nadia', 'wealth.expense-reimburse', about);
      await act('Nadia', 'wealth.expense-reimburse', { ...about, paid: words('non', 'no') });
      await act('Nadia', 'wealth.expense-reimburse', about);
      await act('Dao', 'wealth.expense', about);
      await act('Chloé', 'wealth.expenses');
      await act('Chloé', 'wealth.matrix', festival);
      await act('Chloé', 'wealth.mine');
      await act('Chloé', 'wealth.export', festival);
      await act('Chloé', 'wealth.export', { ...festival, format: 'hledger' });
      await at('2026-12-02T10:00:00Z');
      await act('Nadia', 'wealth.close-period', festival);
      await fill('Nadia', {});
      await act('Bruno', 'wealth.expense', about);
    },
  },
  {
    name: 'a receipt, and a correction once its period is closed',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      const festival = { context: 'Festival' };
      const spent = { amount: '45,20 €', what: words('Peinture', 'Paint'), ...festival };
      const about = { expense: 'E-1' };
      const file = (name: string, bytes = png(name)) => ({ files: [given(name, bytes)] });
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      for (const who of ['Bruno', 'Chloé']) await act(who, 'wealth.join', festival);
      await act('Bruno', 'wealth.spend', spent, file('ticket.png'));
      await act('Bruno', 'wealth.expense-receipt', about);
      await act('Bruno', 'wealth.expense-receipt', about, file('page.html', Buffer.from('<p>')));
      await act('Bruno', 'wealth.expense-receipt', about, file('verso.png'));
      await act('Bruno', 'wealth.expense-detach', { ...about, position: '2' });
      await fill('Bruno', {});
      await act('Chloé', 'wealth.expense-file', { ...about, position: '1' });
      await act('Dao', 'wealth.expense-file', { ...about, position: '1' });
      await act('Chloé', 'wealth.expense-approve', about);
      await act('Nadia', 'wealth.close-period', festival);
      await fill('Nadia', {});
      await act('Nadia', 'wealth.period', festival);
      await fill('Nadia', {});
      await act('Bruno', 'wealth.expense-correct', about);
      await fill('Bruno', { amount: '40 €', reason: words('Un pot rendu', 'One pot given back') });
      await act('Chloé', 'wealth.expense-approve', { expense: 'E-2' });
      await act('Nadia', 'wealth.expense-reimburse', { expense: 'E-2' });
    },
  },
  {
    name: 'expenses that only some may see',
    people: PEOPLE,
    async play({ do: act, in: words }) {
      const name = words('Soins', 'Care');
      await act('Nadia', 'wealth.open-context', { name, sees: 'validators' });
      for (const who of ['Bruno', 'Chloé']) await act(who, 'wealth.join', { context: name });
      await act('Bruno', 'wealth.spend', {
        ...{ amount: '30 €', what: words('Huiles', 'Oils'), context: name },
      });
      await act('Dao', 'wealth.expense', { expense: 'E-1' });
      await act('Dao', 'wealth.expenses', { context: name });
      await act('Nadia', 'wealth.expenses', { context: name });
    },
  },
  {
    name: 'what people need of a pot',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      for (const who of ['Bruno', 'Chloé']) await act(who, 'wealth.join', festival);
      await act('Chloé', 'wealth.needs', festival);
      await act('Chloé', 'wealth.need', festival);
      await fill('Chloé', {});
      await fill('Chloé', {
        ...{ amount: '430 €', readers: 'Bruno, Nadia' },
        words: words('Le **loyer** de mai.', 'The **rent** of May.'),
      });
      await act('Bruno', 'wealth.needs', festival);
      await act('Chloé', 'wealth.need', festival);
      await act('Bruno', 'wealth.need', { ...festival, amount: '100 €' });
      await fill('Bruno', {});
      await act('Nadia', 'wealth.share', { pot: '1200 €', ...festival });
      const about = { share: 'P-1', rule: 'needs' };
      await act('Bruno', 'wealth.share-show', about);
      await act('Nadia', 'wealth.share-decide', about);
      await fill('Nadia', { closes: words('demain 18h', 'tomorrow 6pm') });
      await act('Bruno', 'wealth.share-show', about);
      await act('Chloé', 'wealth.need-erase', festival);
      await act('Chloé', 'wealth.need-erase', festival);
    },
  },
];
