import type { Scene } from '../stage.js';

/** A calendar as somebody pastes it. */
const PASTED = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Marché//FR', 'BEGIN:VEVENT', 'UID:a@marche'],
  ...['DTSTAMP:20261101T000000Z', 'SUMMARY:Marché', 'DTSTART:20261205T080000Z', 'DURATION:PT3H'],
  ...['LOCATION:Place du village', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

/** Nobody answers there. */
const NOWHERE = 'http://127.0.0.1:9/agenda.ics';

export const calendarScenes: readonly Scene[] = [
  {
    name: 'in one’s own calendar',
    people: ['Nadia', 'Bruno'],
    async play({ do: act, fill }) {
      await act('Bruno', 'agenda.subscriptions');
      await act('Bruno', 'agenda.subscribe', { what: 'mine' });
      await act('Bruno', 'agenda.subscriptions');
      await act('Bruno', 'agenda.renew', { number: '1' });
      await act('Bruno', 'agenda.unsubscribe', { number: '1' });
      await act('Nadia', 'agenda.attendees', { shown: 'yes' });
      await act('Nadia', 'agenda.network-events', { shown: 'yes' });
      await act('Nadia', 'agenda.network-events', { shown: 'no' });
      await act('Nadia', 'agenda.import', { source: PASTED });
      await act('Nadia', 'agenda.followed');
      await act('Nadia', 'agenda.follow', { address: NOWHERE });
      await act('Nadia', 'agenda.unfollow', { number: '1' });
      await fill('Nadia', {});
      await act('Nadia', 'agenda.linked-calendar');
      await act('Nadia', 'agenda.link-calendar');
      await act('Nadia', 'agenda.link-calendar', {
        ...{ address: NOWHERE, user: 'nadia', password: 'secret' },
      });
      await act('Nadia', 'agenda.unlink-calendar');
      await fill('Nadia', {});
      await act('Nadia', 'agenda.take-other', { conflict: 'AAAAAAAAAAAAAAAAAAAAAA' });
    },
  },
];
