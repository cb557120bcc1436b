import type { Scene } from '../stage.js';
import { accompanied, PEOPLE } from './mediation.js';
import { gathered } from './mediation-others.js';

const meeting: Scene = {
  name: 'a date to meet, and where',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, at, in: words } = s;
    await gathered(s);
    await act('Dao', 'mediation.meeting');
    await act('Karim', 'mediation.meeting');
    await press('Karim', 'mediation.dates');
    await fill('Karim', { slots: words('hier 18h', 'yesterday 6pm') });
    await fill('Karim', {
      slots: words('mardi 18h\njeudi 20h\nsamedi 10h', 'Tuesday 6pm\nThursday 8pm\nSaturday 10am'),
    });
    await act('Dao', 'ecc.zone', { zone: 'America/Montreal' });
    await act('Dao', 'mediation.meeting');
    await press('Dao', 'mediation.suit', '2.');
    await act('Dao', 'mediation.suit', { round: '1', presence: 'maybe', slots: '3' });
    await act('Nadia', 'mediation.meeting');
    await press('Nadia', 'mediation.suit', words('Aucune', 'None'));
    await press('Nadia', 'mediation.suit', '2.');
    await act('Karim', 'mediation.meeting');
    await press('Karim', 'mediation.choose', '2.');
    await act('Dao', 'mediation.meeting');
    await act('Nadia', 'mediation.mine');
    await act('Dao', 'mediation.mine');
    await act('Dao', 'mediation.suit', { round: '7', presence: 'yes', slots: '1' });
    await at('2026-11-26T18:00:01Z');
  },
};

const room: Scene = {
  name: 'a room of their own',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, draw, noRooms } = s;
    await accompanied(s);
    for (const fault of ['forbidden', 'apart', 'nowhere', null] as const) {
      noRooms(fault);
      await act('Nadia', 'mediation.meeting');
      await press('Nadia', 'mediation.offer');
      await fill('Nadia', {});
      await act('Karim', 'mediation.meeting');
      await press('Karim', 'mediation.enter');
      await act('Nadia', 'mediation.meeting');
    }
    await act('Nadia', 'mediation.offer', { network: 'web' });
    await fill('Nadia', {});
    await act('Nadia', 'mediation.mine');
    await act('Karim', 'mediation.mine');
    for (const platform of ['discord', 'slack', 'matrix']) {
      await draw('mediation.room', { platform, encrypted: false });
    }
    await draw('mediation.room', { platform: 'matrix', encrypted: true });
  },
};

const noRoom: Scene = {
  name: 'a room that somebody does not want',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, in: words } = s;
    await gathered(s);
    await act('Nadia', 'mediation.meeting');
    await press('Nadia', 'mediation.offer');
    await fill('Nadia', {});
    await act('Dao', 'mediation.meeting');
    await press('Dao', 'mediation.enter', words('Oui', 'Yes'));
    await act('Karim', 'mediation.meeting');
    await press('Karim', 'mediation.enter', words('Non', 'No'));
    await act('Dao', 'mediation.enter', { round: '1', yes: 'yes' });
  },
};

export const mediationMeetingScenes: readonly Scene[] = [meeting, room, noRoom];
