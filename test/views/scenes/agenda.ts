import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé'];

const DAY_BEFORE = '2026-11-23T19:00:01Z';

export const agendaScenes: readonly Scene[] = [
  {
    name: 'a weekly circle',
    people: PEOPLE,
    async play({ do: act, fill, in: words, at }) {
      await act('Nadia', 'agenda.list');
      await act('Nadia', 'agenda.add');
      await act('Nadia', 'agenda.add', { name: 'Cercle cœur', when: 'blorp' });
      const when = words(
        'mardi 20h durée 1h30 tous les mardis',
        'Tuesday 8pm for 90 minutes every Tuesday',
      );
      await act('Nadia', 'agenda.add', {
        name: 'Cercle cœur',
        when,
        place: 'La Maison',
        capacity: '1',
      });
      await act('Bruno', 'agenda.answer', { event: 'A-1' });
      await fill('Bruno', { presence: 'yes' });
      await act('Chloé', 'agenda.answer', { event: 'A-1', presence: 'yes' });
      await act('Chloé', 'agenda.answer', { event: '1@*', presence: 'maybe' });
      await act('Bruno', 'agenda.note-answer', { event: 'A-1' });
      await fill('Bruno', { note: words('j’arrive à 20 h 30', 'I arrive at 20:30') });
      await act('Bruno', 'ecc.zone', { zone: 'America/Montreal' });
      await act('Bruno', 'agenda.show', { event: 'A-1' });
      await act('Bruno', 'agenda.list');
      await at(DAY_BEFORE);
      await act('Bruno', 'agenda.unanswer', { event: 'A-1' });
    },
  },
  {
    name: 'moved, changed, cancelled',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      await act('Nadia', 'agenda.add', {
        name: 'Atelier vélo',
        when: words('tous les samedis à 14h', 'every Saturday at 2pm'),
        link: 'https://example.org/salle',
        description: words('Apportez vos *outils*.', 'Bring your *tools*.'),
        discreet: 'yes',
      });
      await act('Bruno', 'agenda.answer', { event: 'A-1', presence: 'yes' });
      await act('Bruno', 'agenda.cancel', { event: 'A-1' });
      await fill('Bruno', {});
      await act('Nadia', 'agenda.move', { event: 'A-1' });
      await fill('Nadia', { when: words('28 novembre 16h', '28 November 4pm'), scope: 'one' });
      await act('Nadia', 'agenda.edit', { event: 'A-1' });
      await fill('Nadia', { place: words('Le hangar', 'The shed'), scope: 'all' });
      await act('Nadia', 'agenda.cancel', { event: 'A-1' });
      await fill('Nadia', { scope: 'one', reason: words('Trop de neige', 'Too much snow') });
      await act('Nadia', 'agenda.cancel', { event: 'A-1' });
      await fill('Nadia', { scope: 'all' });
      await act('Nadia', 'agenda.show', { event: 'A-1' });
    },
  },
  {
    name: 'finding a date',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      await act('Nadia', 'agenda.find');
      const slots = words(
        'mardi 20h\njeudi 18h30\nsamedi 10h',
        'Tuesday 8pm\nThursday 6:30pm\nSaturday 10am',
      );
      await act('Nadia', 'agenda.find', { name: 'Assemblée', slots, place: 'La Maison' });
      await act('Bruno', 'agenda.suits', { poll: 'S-1', slots: '1,2' });
      await act('Bruno', 'agenda.if-needed', { poll: 'S-1', slots: '3' });
      await act('Chloé', 'agenda.suits', { poll: 'S-1', slots: '2' });
      await act('Nadia', 'agenda.poll', { poll: 'S-1' });
      await act('Nadia', 'agenda.choose', { poll: 'S-1', slot: '2' });
      await act('Nadia', 'agenda.find', { name: 'Fête', slots });
      await act('Nadia', 'agenda.drop-poll', { poll: 'S-2' });
      await fill('Nadia', {});
    },
  },
];
