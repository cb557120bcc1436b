import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno'];

export const eccScenes: readonly Scene[] = [
  {
    name: 'coming in',
    people: PEOPLE,
    async play({ do: act, say }) {
      await act('Nadia', 'ecc.help');
      await act('Nadia', 'ecc.help', { topic: 'decision' });
      await act('Bruno', 'ecc.help', { topic: 'ecc' });
      await act('Bruno', 'ecc.me');
      await say('Bruno', 'décidons donc', 'ecc.help');
    },
  },
  {
    name: 'preferences',
    people: PEOPLE,
    async play({ do: act, locale }) {
      await act('Bruno', 'ecc.language');
      await act('Bruno', 'ecc.language', { language: 'auto' });
      await act('Bruno', 'ecc.language', { language: locale });
      await act('Bruno', 'ecc.reminders', { wanted: 'no' });
      await act('Bruno', 'ecc.reminders', { wanted: 'yes' });
    },
  },
  {
    name: 'settings',
    people: PEOPLE,
    async play({ do: act, fill }) {
      await act('Bruno', 'ecc.settings');
      await act('Nadia', 'ecc.settings');
      await act('Nadia', 'ecc.change');
      await fill('Nadia', { quorum: '2' });
      await act('Nadia', 'ecc.role');
      await fill('Nadia', { member: 'Bruno', role: 'facilitator' });
      await act('Nadia', 'ecc.role', { member: 'Bruno', role: 'member' });
      await act('Nadia', 'ecc.role', { member: 'Nadia', role: 'member' });
      await act('Bruno', 'ecc.change');
      await act('Nadia', 'ecc.room');
      await fill('Nadia', { hears: 'decisions' });
    },
  },
  {
    name: 'leaving and coming back',
    people: [...PEOPLE, 'Chloé'],
    async play({ do: act, fill, in: words }) {
      await act('Nadia', 'ecc.leave');
      await act('Nadia', 'ecc.role', { member: 'Chloé', role: 'facilitator' });
      await act('Bruno', 'ecc.leave');
      await act('Bruno', 'ecc.leave-now', { name: 'keep' });
      await act('Bruno', 'ecc.me');
      await act('Bruno', 'ecc.erase-name');
      await fill('Bruno', {});
      await act('Bruno', 'ecc.come-back');
      await act('Nadia', 'ecc.remove', { member: 'Bruno' });
      await fill('Nadia', {
        reason: words('Trois absences sans nouvelles.', 'Three absences without a word.'),
      });
      await act('Bruno', 'ecc.me');
      await act('Bruno', 'ecc.ask-back');
      await act('Bruno', 'ecc.me');
      await act('Nadia', 'ecc.let-in', { member: 'Bruno' });
    },
  },
  {
    name: 'several rooms, several accounts',
    people: PEOPLE,
    async play({ do: act, fill, room }) {
      const code = (view: { blocks: readonly unknown[] }): string =>
        /[A-Z2-9]{4}-[A-Z2-9]{6}/.exec(JSON.stringify(view.blocks))?.[0] ?? '';
      await act('Nadia', 'ecc.link-rooms', { code: 'AAAA-BBBBBB' });
      const rooms = code(await act('Nadia', 'ecc.link-rooms'));
      const place = { roomId: `${room.roomId}-b`, name: 'Jardin' };
      const joined = { code: rooms };
      await room.do('Chloé', 'ecc.me', {}, { place });
      await room.do('Chloé', 'ecc.link-rooms', joined, { place });
      await act('Nadia', 'ecc.unlink-room');
      await fill('Nadia', {});
      const accounts = code(await act('Bruno', 'ecc.link-accounts'));
      await act('Nadia', 'ecc.link-accounts', { code: accounts });
      await act('Nadia', 'ecc.part-accounts');
      await fill('Nadia', {});
    },
  },
];
