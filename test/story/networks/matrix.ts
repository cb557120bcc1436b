import { PRIVATE_BALLOT } from '../../../adapters/matrix/render/gestures.js';
import { readRoom } from '../../adapters/matrix/play.js';
import { Homeserver } from '../../platforms/matrix/homeserver.js';
import { serve } from '../../platforms/matrix/http.js';
import type { Network, Said } from './network.js';

const PASSWORD = 'a-password-of-its-own';

/** A homeserver with one room, that `steward` made and invites ECC to. */
export async function matrixNetwork(steward: string, signs: Readonly<Record<string, string>>) {
  const homeserver = new Homeserver();
  const bot = homeserver.register('ecc', PASSWORD, 'ECC');
  const http = serve(homeserver);
  await http.start();
  const person = (who: string): string => {
    const local = who.normalize('NFD').replaceAll(/\W/g, '').toLowerCase();
    const userId = `@${local}:${homeserver.name}`;
    return homeserver.accounts.has(userId) ? userId : homeserver.register(local, 'secret', who);
  };
  const roomId = homeserver.createRoom(person(steward), { name: 'Atelier' });
  homeserver.invite(roomId, person(steward), bot);
  let sent = 0;
  const send = (who: string, type: string, content: Record<string, unknown>): void => {
    const userId = person(who);
    if (homeserver.membership(roomId, userId) !== 'join') {
      homeserver.invite(roomId, person(steward), userId);
      homeserver.join(roomId, userId);
    }
    homeserver.send(roomId, userId, type, content, `gesture-${++sent}`);
  };

  const network: Network = {
    name: 'Matrix',
    env: {
      ECC_MATRIX_HOMESERVER: http.url,
      ECC_MATRIX_USER: 'ecc',
      ECC_MATRIX_PASSWORD: PASSWORD,
    },
    room: (): Said[] => readRoom(homeserver, roomId, bot).filter(({ thread }) => thread === null),
    told(who) {
      const userId = person(who);
      const data = homeserver.account(bot).data.get('m.direct')?.content ?? {};
      const rooms = (data as Record<string, string[]>)[userId] ?? [];
      return rooms.flatMap((direct) => readRoom(homeserver, direct, bot).map(({ text }) => text));
    },
    async command(who, line) {
      send(who, 'm.room.message', { msgtype: 'm.text', body: `!${line}` });
    },
    async vote(who, { id }, label) {
      const key = signs[label];
      if (key === undefined || key === PRIVATE_BALLOT) throw new Error(`no sign for ${label}`);
      const isOffered = homeserver.room(roomId).events.some(({ type, sender, content }) => {
        const on = content['m.relates_to'] as Record<string, unknown> | undefined;
        return type === 'm.reaction' && sender === bot && on?.event_id === id && on.key === key;
      });
      if (!isOffered) throw new Error(`${key} is not offered`);
      send(who, 'm.reaction', {
        'm.relates_to': { rel_type: 'm.annotation', event_id: id, key },
      });
    },
    kill: () => http.kill(),
    restart: () => http.start(),
    // The SDK asks for the list of conversations before there is one.
    faults: () => http.refused.filter((one) => !/account_data\/m.direct M_NOT_FOUND$/.test(one)),
  };
  return { ...network, homeserver, http, bot, roomId, person };
}
