import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao'];

export const wealthScenes: readonly Scene[] = [
  {
    name: 'a contribution, from the first context to the last word',
    people: PEOPLE,
    async play({ do: act, fill, say, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.list');
      await act('Nadia', 'wealth.open-context');
      await fill('Nadia', { name: 'Festival', kind: 'event' });
      await act('Bruno', 'wealth.join', festival);
      await act('Chloé', 'wealth.join', festival);
      await act('Dao', 'wealth.join', festival);
      await act('Dao', 'wealth.leave', festival);
      await act('Nadia', 'wealth.declare');
      await fill('Nadia', {
        ...{ quantity: words('beaucoup', 'a lot'), nature: 'communication', joy: '4' },
        what: words('Affiche du festival', 'Poster of the festival'),
      });
      await fill('Nadia', { quantity: '3h' });
      const about = { contribution: 'R-1' };
      await act('Bruno', 'wealth.validate', about);
      await act('Bruno', 'wealth.unreview', about);
      await act('Bruno', 'wealth.question', about);
      await fill('Bruno', { text: words('Impression comprise ?', 'Printing too?') });
      await act('Nadia', 'wealth.answer', { ...about, question: '3' });
      await fill('Nadia', { text: words('Non, à part.', 'No, apart.') });
      await act('Bruno', 'wealth.figure', about);
      await fill('Bruno', { quantity: '2h', reason: words('J’ai compté.', 'I counted.') });
      await act('Bruno', 'wealth.show', about);
      await act('Nadia', 'wealth.take', { ...about, figure: '5' });
      await act('Nadia', 'wealth.correct', about);
      await fill('Nadia', {
        ...{
          quantity: '2h30',
          reason: words('J’ai oublié la relecture.', 'I forgot proofreading.'),
        },
        ...{ note: words('Trois **essais**', 'Three **tries**'), link: 'https://example.org/a' },
      });
      await act('Nadia', 'wealth.feel', about);
      await fill('Nadia', { joy: '5', arduousness: '2', quality: '4' });
      await act('Bruno', 'wealth.validate', about);
      await act('Nadia', 'wealth.withdraw', about);
      await act('Nadia', 'wealth.restore', about);
      await say('Bruno', words('déclarer', 'declare'), 'wealth.declare');
      await act('Bruno', 'wealth.declare', {
        ...{ quantity: '2h', nature: 'care', what: words('Cuisine', 'Cooking'), member: 'Chloé' },
        ...festival,
      });
      await act('Chloé', 'wealth.decline', { contribution: 'R-2' });
      await act('Chloé', 'wealth.restore', { contribution: 'R-2' });
      await act('Bruno', 'wealth.declare', {
        ...{ quantity: '12,50 €', nature: 'money', what: words('Billets', 'Tickets') },
        ...{ member: 'Chloé', flow: 'received', ...festival },
      });
      await act('Chloé', 'wealth.confirm', { contribution: 'R-3' });
      await act('Chloé', 'wealth.show', { contribution: 'R-3' });
      await act('Bruno', 'wealth.list');
      await act('Nadia', 'wealth.list');
      await act('Nadia', 'wealth.context', festival);
    },
  },
  {
    name: 'a matrix, its periods, and what is learnt of them',
    people: PEOPLE,
    async play({ do: act, fill, at, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      await act('Nadia', 'wealth.change-context', festival);
      await fill('Nadia', { kind: 'event', validations: '1' });
      await act('Nadia', 'wealth.matrix', festival);
      await act('Nadia', 'wealth.mine');
      for (const who of ['Bruno', 'Chloé', 'Dao']) await act(who, 'wealth.join', festival);
      await act('Nadia', 'wealth.period', festival);
      await fill('Nadia', { ends: words('1er décembre', 'December 1') });
      const given = [
        ['Nadia', '3h', 'communication', words('Affiche', 'Poster'), '4'],
        ['Bruno', '5h30', 'production', words('Scène', 'Stage'), '3'],
        ['Chloé', '40 €', 'money', words('Peinture', 'Paint'), '5'],
      ] as const;
      for (const [who, quantity, nature, what, joy] of given) {
        await act(who, 'wealth.declare', { quantity, nature, what, joy, ...festival });
      }
      await act('Bruno', 'wealth.declare', {
        ...{ quantity: '1h', nature: 'learning', what: words('Soudure', 'Welding') },
        ...{ other: 'Chloé', ...festival },
      });
      for (const [who, number] of [
        ...[
          ['Bruno', 1],
          ['Nadia', 2],
          ['Nadia', 3],
          ['Chloé', 4],
        ],
      ] as const) {
        await act(String(who), 'wealth.validate', { contribution: `R-${number}` });
      }
      await act('Chloé', 'wealth.thank', festival);
      await fill('Chloé', { member: 'Bruno', text: words('Pour la soudure.', 'For welding.') });
      await act('Chloé', 'wealth.unthank', { number: '1' });
      await act('Chloé', 'wealth.unthank', { number: '1' });
      await act('Nadia', 'wealth.matrix', festival);
      await act('Nadia', 'wealth.flows', festival);
      await act('Chloé', 'wealth.mine');
      await at('2026-11-26T17:00:00Z');
      await at('2026-12-02T10:00:00Z');
      await act('Nadia', 'wealth.close-period', festival);
      await fill('Nadia', {});
      await act('Nadia', 'wealth.reopen-period', festival);
      await act('Nadia', 'wealth.close-period', festival);
      await fill('Nadia', {});
      await act('Nadia', 'wealth.show', { contribution: 'R-1' });
      await act('Nadia', 'wealth.retro', festival);
      await act('Dao', 'wealth.retro-add', festival);
      await fill('Dao', {
        ...{ kind: 'good', anonymous: words('oui', 'yes') },
        text: words('Plus de *fanfares*', 'More *brass bands*'),
      });
      await act('Bruno', 'wealth.retro-add', {
        ...{ ...festival, kind: 'try', text: words('Une scène couverte', 'A covered stage') },
      });
      await act('Nadia', 'wealth.retro-group', festival);
      await fill('Nadia', { numbers: '1, 2', theme: words('Musique', 'Music') });
      await act('Nadia', 'wealth.retro-carry', { ...festival, number: '2' });
      await act('Bruno', 'wealth.retro-withdraw', { ...festival, number: '2' });
      await act('Nadia', 'wealth.period', { ...festival, monthly: words('oui', 'yes') });
      await fill('Nadia', {});
      await act('Nadia', 'wealth.trend', festival);
      await act('Nadia', 'wealth.export', festival);
      await act('Nadia', 'wealth.settings');
      await fill('Nadia', { tokens: 'graine', hours: '6' });
    },
  },
  {
    name: 'a context that keeps what is declared discreet',
    people: PEOPLE,
    async play({ do: act, in: words }) {
      const name = words('Soins', 'Care');
      await act('Nadia', 'wealth.open-context', { name, sees: 'validators', silence: 'waits' });
      for (const who of ['Bruno', 'Chloé']) await act(who, 'wealth.join', { context: name });
      await act('Bruno', 'wealth.declare', {
        ...{ quantity: '2h', nature: 'care', what: words('Écoute', 'Listening'), context: name },
      });
      await act('Dao', 'wealth.show', { contribution: 'R-1' });
      await act('Dao', 'wealth.context', { context: name });
      await act('Nadia', 'wealth.validate', { contribution: 'R-1' });
      await act('Dao', 'wealth.matrix', { context: name });
      await act('Dao', 'wealth.export', { context: name });
    },
  },
  {
    name: 'a pot that is shared',
    people: PEOPLE,
    async play({ do: act, fill, at, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.open-context', { name: 'Festival', validations: '0' });
      for (const [who, quantity, nature] of [
        ['Nadia', '3h', 'communication'],
        ['Bruno', '5h30', 'production'],
        ['Chloé', '1h', 'care'],
      ] as const) {
        const what = words('Festival de mai', 'May festival');
        await act(who, 'wealth.declare', { quantity, nature, what, ...festival });
      }
      await act('Nadia', 'wealth.points', festival);
      await fill('Nadia', { points: 'Bruno 70, Chloé 30' });
      await act('Nadia', 'wealth.share');
      await fill('Nadia', {
        ...{ pot: '1200 €', ...festival, floor: '50 €' },
        weights: words('soin 2, production 1', 'care 2, production 1'),
        formula: words('heures + 2 * soin', 'hours + 2 * care'),
      });
      const about = { share: 'P-1' };
      await act('Bruno', 'wealth.share-show', { ...about, rule: 'time' });
      await act('Nadia', 'wealth.share-payments', about);
      await act('Nadia', 'wealth.share-decide', { ...about, rule: 'time' });
      await fill('Nadia', { closes: words('demain 18h', 'tomorrow 6pm') });
      await act('Nadia', 'wealth.share-adopt', about);
      for (const who of PEOPLE) {
        await act(who, 'decision.vote', { decision: '1', vote: 'consent' });
      }
      await at('2026-11-23T10:00:00Z');
      await act('Nadia', 'wealth.share-adopt', about);
      await act('Nadia', 'wealth.share-pay', {
        ...{ ...about, member: 'Bruno', paid: words('oui', 'yes') },
      });
      await act('Chloé', 'wealth.share-payments', about);
    },
  },
  {
    name: 'a table of past declarations',
    people: PEOPLE,
    async play({ do: act, fill, say, in: words }) {
      const festival = { context: 'Festival' };
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      await act('Bruno', 'wealth.join', festival);
      await say('Bruno', words('tableur importer', 'spreadsheet import'), 'wealth.import');
      await act('Nadia', 'wealth.import', festival);
      const heading = words(
        'jour;de;vers;nature;quoi;quantité;humeur',
        'day;from;to;nature;what;quantity;mood',
      );
      await fill('Nadia', { table: heading });
      const [care, soup] = [words('soin', 'care'), words('Soupe', 'Soup')];
      const rows = [
        `2026-03-12;Nadia;;${care};${soup};3h;`,
        `2026-03-13;Bruno;;${care};${words('Pain', 'Bread')};1h30;`,
        `2026-03-14;Chloé;Bruno;${care};${words('Tisane', 'Herbal tea')};20 €;`,
        `2026-03-15;Zoé;;${care};${soup};${words('beaucoup', 'a lot')};`,
        `2026-02-31;Nadia;;${care};;3h;`,
      ];
      await fill('Nadia', { table: [heading, ...rows].join('\n') });
      await act('Nadia', 'wealth.import-take', { import: '1' });
      await act('Nadia', 'wealth.import-take', { import: '1' });
      await act('Bruno', 'wealth.import-confirm', { import: '1' });
      await act('Bruno', 'wealth.import-confirm', { import: '1' });
      const table = [heading, ...rows.slice(0, 3)].join('\n');
      await act('Nadia', 'wealth.import', { ...festival, table });
      await act('Nadia', 'wealth.import-undo', { import: '1' });
      const many = Array.from({ length: 20 }, () => rows[3]);
      await act('Nadia', 'wealth.import', { ...festival, table: [heading, ...many].join('\n') });
    },
  },
  {
    name: 'after a meeting',
    people: PEOPLE,
    async play({ do: act, at, in: words }) {
      await act('Nadia', 'wealth.open-context', { name: 'Festival' });
      const when = words('demain 18h', 'tomorrow 6pm');
      await act('Nadia', 'agenda.add', { name: words('Bilan', 'Review'), when });
      await act('Bruno', 'agenda.answer', { event: 'A-1', presence: 'yes' });
      await at('2026-11-23T10:00:00Z');
    },
  },
];
