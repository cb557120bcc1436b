import { asked, extras } from '../../../adapters/matrix/questions.js';
import { PRIVATE_BALLOT } from '../../../adapters/matrix/render/gestures.js';
import type { Driver, Seen } from '../contract/driver.js';
import { type MatrixPlay, matrixPlay, plain, type Read } from './play.js';

/** Matrix for the suite that all adapters pass. */
export async function matrixDriver(): Promise<Driver & { readonly play: MatrixPlay }> {
  const play = await matrixPlay();
  const roomId = await play.room('Atelier', 'nadia');
  let lastEvent = 0;
  /** Reactions that stand, by who, on what and which. */
  const put = new Map<string, string>();

  /** Whoever speaks is in the room. */
  function come(who: string): void {
    const userId = play.person(who);
    if (play.homeserver.membership(roomId, userId) === 'join') return;
    play.homeserver.invite(roomId, play.person('nadia'), userId);
    play.homeserver.join(roomId, userId);
  }

  const does = async (act: () => Promise<unknown>): Promise<void> => {
    await play.settle();
    lastEvent = play.homeserver.position;
    await act();
  };

  /** The question somebody is being asked, wherever it is. */
  async function openQuestion(who: string) {
    const userId = play.person(who);
    const rows = await play.database.prisma.matrixQuestion.findMany({ where: { userId } });
    const when = (one: { roomId: string; asked: string }): number =>
      play.homeserver.event(one.roomId, one.asked).position;
    const row = rows.sort((one, other) => when(one) - when(other)).at(-1);
    if (!row) return null;
    const { roomId: at, thread } = row;
    return play.store.questions.find({ roomId: at, thread, userId });
  }

  async function seen(read: Read): Promise<Seen> {
    const { id, text, edits } = read;
    const row = await play.store.messages.byEvent(id);
    const open = (row?.offered.open ?? []).filter(({ emoji, label }) =>
      text.includes(plain(`${emoji} ${label}`)),
    );
    const question = await play.database.prisma.matrixQuestion.findFirst({ where: { asked: id } });
    const asking =
      question &&
      (await play.store.questions.find({
        ...{ roomId: question.roomId, thread: question.thread, userId: question.userId },
      }));
    const field = asking ? asked(asking.asking) : null;
    return {
      ...{ id, text, edits },
      actions: [...open, ...(row?.offered.secret ?? [])].map(({ label }) => plain(label)),
      fields: field ? [plain(field.label)] : [],
    };
  }

  const find = (id: string): Read => {
    for (const room of play.homeserver.rooms.keys()) {
      const found = play.read(room).find((one) => one.id === id);
      if (found) return found;
    }
    throw new Error(`no message ${id}`);
  };

  async function directOf(who: string): Promise<Read[]> {
    try {
      return await play.told(who);
    } catch {
      return [];
    }
  }

  const driver: Driver & { readonly play: MatrixPlay } = {
    ...{ platform: 'matrix', play, database: play.database },
    get house() {
      return play.house;
    },
    command: (who, line) =>
      does(async () => {
        come(who);
        await play.say(roomId, who, `!${line}`);
      }),
    async press(who, message, label) {
      come(who);
      const row = await play.store.messages.byEvent(message.id);
      const named = (one: { label: string }): boolean => plain(one.label) === label;
      const open = row?.offered.open.find(named);
      if (open) return does(() => play.react(who, find(message.id), open.emoji));
      if (!row?.offered.secret.some(named)) throw new Error(`no [${label}]`);
      await play.react(who, find(message.id), PRIVATE_BALLOT);
      const ballot = (await play.told(who)).at(-1);
      if (!ballot) throw new Error('no ballot came');
      return driver.press(who, await seen(ballot), label);
    },
    async fill(who, answers) {
      const left = new Map(Object.entries(answers));
      for (let turn = 0; turn < 40; turn++) {
        const open = await openQuestion(who);
        if (!open) return;
        const { spot, asking } = open;
        const field = asked(asking);
        let answer = asking.step.type === 'confirm' ? 'oui' : 'passer';
        if (field) {
          const given = left.get(plain(field.label));
          if (given === undefined && (field.fault !== '' || asking.hint === 'needed')) return;
          answer = given ?? answer;
          left.delete(plain(field.label));
        } else if (asking.step.type === 'more') {
          const index = extras(asking).findIndex(({ label }) => left.has(plain(label)));
          answer = index < 0 ? 'non' : String(index + 1);
        }
        const thread = spot.thread === '' ? undefined : spot.thread;
        if (thread === undefined) await play.direct(who);
        await does(() => play.say(spot.roomId, who, answer, thread));
      }
      throw new Error('questions without end');
    },
    async room() {
      await play.settle();
      const all = play.read(roomId).filter(({ thread }) => thread === null);
      return Promise.all(all.map(seen));
    },
    async privately(who) {
      await play.settle();
      const threads = play.read(roomId).filter(({ thread }) => {
        if (thread === null) return false;
        return play.homeserver.event(roomId, thread).sender === play.person(who);
      });
      const mine = [...threads, ...(await directOf(who))];
      const at = ({ roomId: room, id }: Read): number => play.homeserver.event(room, id).position;
      return Promise.all(mine.sort((one, other) => at(one) - at(other)).map(seen));
    },
    adapter: () => play.adapter(),
    accountOf: (who) => play.person(who),
    ...{ roomId, stranger: '@nobody:elsewhere.example' },
    async apart(who) {
      const userId = play.person(who);
      const ours = [...play.homeserver.rooms.values()].filter(({ id, state }) => {
        if (!state.has('net.ecc.private_room ')) return false;
        return ['join', 'invite'].includes(play.homeserver.membership(id, userId) ?? '');
      });
      return ours.map(({ id, state }) => [
        String(state.get('m.room.name ')?.content.name),
        ...play.read(id).map(({ text }) => text),
      ]);
    },
    reactions: {
      typed: '🔖',
      write: (who, text) => {
        come(who);
        return play.say(roomId, who, text);
      },
      async react(who, id, sign = 'chosen') {
        come(who);
        const key = sign === 'chosen' ? '🔖' : '👀';
        const before = put.get(`${who} ${id} ${key}`);
        if (before !== undefined) await play.takeBack(who, roomId, before);
        const relates = { rel_type: 'm.annotation', event_id: id, key };
        await does(async () => {
          const event = play.send(roomId, who, { 'm.relates_to': relates }, 'm.reaction');
          put.set(`${who} ${id} ${key}`, event);
          await play.settle();
        });
      },
      reactAsBot: null,
      hide: (id) => {
        const { sender } = play.homeserver.event(roomId, id);
        return play.takeBack(sender.slice(1).split(':')[0] ?? '', roomId, id);
      },
    },
    async redeliver() {
      await play.sleep();
      await play.store.values(`${play.http.url} ecc`).set('sync', `s${lastEvent}`);
      await play.wake();
    },
    // Every message of ours comes back with the sync.
    echo: () => play.settle(),
    async outage(during) {
      await play.http.kill();
      await during();
      await play.http.start();
      await play.settle();
    },
    async restart() {
      await play.sleep();
      await play.wake();
    },
    close: () => play.close(),
  };
  return driver;
}
