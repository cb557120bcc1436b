import type { Action } from '../../../commands/view/view.js';
import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé'];
const STARTS = '2026-11-24T19:00:00Z';
const ENDS = '2026-11-24T20:30:00Z';
const DUE = '2026-12-04T08:00:01Z';

/** The queue that a view’s buttons are about. */
function floorOf(actions: readonly Action[]): string {
  const [one] = actions.flatMap((action) => (action.type === 'button' ? [action.act] : []));
  if (!one?.args.floor) throw new Error('no queue');
  return one.args.floor;
}

export const meetingScenes: readonly Scene[] = [
  {
    name: 'the meeting itself',
    people: PEOPLE,
    async play({ do: act, fill, in: words, at }) {
      const when = words(
        'mardi 20h durée 1h30 tous les mardis',
        'Tuesday 8pm for 90 minutes every Tuesday',
      );
      await act('Nadia', 'agenda.add', { name: 'Cercle cœur', when });
      await act('Bruno', 'agenda.answer', { event: 'A-1', presence: 'yes' });
      await act('Nadia', 'agenda.order', { event: 'A-1' });
      await act('Nadia', 'agenda.item', { event: 'A-1' });
      for (const name of [words('Le budget', 'The budget'), words('Le jardin', 'The garden')]) {
        await act('Chloé', 'agenda.item', { event: 'A-1', name, length: '15 min' });
      }
      await act('Chloé', 'agenda.item', {
        event: 'A-1',
        name: words('Le toit', 'The roof'),
        length: '1h30',
      });
      await act('Nadia', 'agenda.order', { event: 'A-1', order: '2, 1' });
      await act('Nadia', 'agenda.item-up', { event: 'A-1', item: 'i1' });
      await act('Nadia', 'agenda.item-down', { event: 'A-1', item: 'i1' });
      await act('Chloé', 'agenda.edit-item', { event: 'A-1', item: 'i2' });
      await fill('Chloé', { length: '20 min' });
      await act('Chloé', 'agenda.remove-item', { event: 'A-1', item: 'i3' });
      await act('Bruno', 'agenda.role', { event: 'A-1' });
      await act('Chloé', 'agenda.role', { event: 'A-1', role: 'scribe' });
      await act('Chloé', 'agenda.leave-role', { event: 'A-1', role: 'scribe' });
      await act('Nadia', 'agenda.draw', { event: 'A-1', role: 'facilitator' });
      await at(STARTS);
      await act('Chloé', 'agenda.role', { role: 'scribe' });
      await act('Chloé', 'agenda.note', {});
      await fill('Chloé', { text: words('Bonjour à toutes et à tous', 'Hello everybody') });
      await act('Chloé', 'agenda.note', {
        text: words('Il reste 1 200 €', '€1,200 left'),
        item: '2',
      });
      await act('Chloé', 'agenda.correct-note', { note: '2' });
      await fill('Chloé', { text: words('Il reste 1 300 €', '€1,300 left') });
      await act('Chloé', 'agenda.treat-item', { item: 'i1' });
      await act('Chloé', 'agenda.decide', { name: words('Acheter une serre', 'Buy a greenhouse') });
      await fill('Chloé', {
        body: words('De six mètres.', 'Six metres long.'),
        ...{ kind: 'consent', closes: words('jeudi 18h', 'Thursday 6pm') },
      });
      const what = words('demander trois devis', 'ask for three quotes');
      await act('Chloé', 'agenda.task', { who: 'Bruno', what });
      await fill('Chloé', { due: words('vendredi 4 décembre', 'Friday 4 December') });
      await act('Bruno', 'agenda.accept-task', { task: 'T-1' });
      await act('Chloé', 'agenda.task', { who: 'Nadia', what, due: words('vendredi', 'Friday') });
      await act('Nadia', 'agenda.decline-task', { task: 'T-2' });
      await act('Chloé', 'agenda.tasks');
      await act('Chloé', 'agenda.pass-task', { task: 'T-2' });
      await fill('Chloé', { who: 'Chloé' });
      await act('Chloé', 'agenda.drop-task', { task: 'T-2' });
      await at(ENDS);
      await act('Chloé', 'agenda.minutes', { event: 'A-1' });
      await act('Chloé', 'agenda.attended', { event: 'A-1' });
      await fill('Chloé', { who: 'Bruno, Chloé' });
      await act('Chloé', 'agenda.minutes-history', { event: 'A-1' });
      await act('Chloé', 'agenda.carry', { event: 'A-1' });
      await at(DUE);
      await act('Bruno', 'agenda.end-task', { task: 'T-1' });
    },
  },
  {
    name: 'the floor',
    people: PEOPLE,
    async play({ do: act }) {
      const { actions } = await act('Nadia', 'agenda.floor', { shares: 'yes' });
      const floor = floorOf(actions);
      await act('Bruno', 'agenda.ask-floor', { floor });
      await act('Chloé', 'agenda.ask-floor', { floor });
      await act('Nadia', 'agenda.next-floor', { floor });
      await act('Bruno', 'agenda.ask-floor', { floor });
      await act('Bruno', 'agenda.leave-floor', { floor });
      await act('Nadia', 'agenda.next-floor', { floor });
      await act('Nadia', 'agenda.close-floor', { floor });
    },
  },
];
