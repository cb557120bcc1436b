import { asked, extras } from '../../../adapters/matrix/questions.js';
import { PRIVATE_BALLOT } from '../../../adapters/matrix/render/gestures.js';
import type { Offered } from '../../../adapters/matrix/store/messages.js';
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

  /** What our messages offer, opened once: conversations are long, and read again and again. */
  const offers = new Map<string, Offered>();
  /** What each question asks: another one is another message. */
  const fields = new Map<string, string[]>();

  /** The question each message asks, and the message each is. */
  async function asking() {
    const { prisma } = play.database;
    const questions = await prisma.matrixQuestion.findMany();
    const rows = await prisma.matrixMessage.findMany({
      select: { eventIds: true, id: true, revision: true, generation: true },
    });
    return {
      questions: new Map(questions.map((one) => [one.asked, one])),
      rows: new Map(rows.flatMap((row) => row.eventIds.map((id) => [id, row] as const))),
    };
  }

  async function seen(
    { id, text, edits }: Read,
    { questions, rows }: Awaited<ReturnType<typeof asking>>,
  ): Promise<Seen> {
    const row = rows.get(id);
    const version = JSON.stringify([row?.id, row?.generation, row?.revision]);
    const offered = offers.get(version) ?? (await play.store.messages.byEvent(id))?.offered;
    if (offered) offers.set(version, offered);
    const open = (offered?.open ?? []).filter(({ emoji, label }) =>
      text.includes(plain(`${emoji} ${label}`)),
    );
    const question = questions.get(id);
    if (question && !fields.has(id)) {
      const { roomId: where, thread, userId } = question;
      const found = await play.store.questions.find({ roomId: where, thread, userId });
      const field = found && asked(found.asking);
      fields.set(id, field ? [plain(field.label)] : []);
    }
    return {
      ...{ id, text, edits },
      actions: [...open, ...(offered?.secret ?? [])].map(({ label }) => plain(label)),
      fields: question ? (fields.get(id) ?? []) : [],
    };
  }

  async function seenAll(reads: readonly Read[]): Promise<Seen[]> {
    const now = await asking();
    return Promise.all(reads.map((read) => seen(read, now)));
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
      return driver.press(who, await seen(ballot, await asking()), label);
    },
    async choose(who, message, list, labels) {
      const row = await play.store.messages.byEvent(message.id);
      const folded = row?.offered.open.find((one) => plain(one.label) === list && one.menu);
      let opened = message;
      if (folded) {
        await driver.press(who, message, list);
        opened = (await driver.privately(who)).at(-1) ?? message;
      }
      for (const label of labels) await driver.press(who, opened, label);
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
      return seenAll(all);
    },
    async privately(who) {
      await play.settle();
      const threads = play.read(roomId).filter(({ thread }) => {
        if (thread === null) return false;
        return play.homeserver.event(roomId, thread).sender === play.person(who);
      });
      const mine = [...threads, ...(await directOf(who))];
      const at = ({ roomId: room, id }: Read): number => play.homeserver.event(room, id).position;
      return seenAll(mine.sort((one, other) => at(one) - at(other)));
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
