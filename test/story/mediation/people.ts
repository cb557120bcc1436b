import { actionsOf, askButtons, bareText } from '../../adapters/discord/bare.js';
import { plain } from '../../adapters/matrix/play.js';
import { createPeople } from '../../platforms/discord/person.js';
import { CHANNEL, type Message as DiscordMessage } from '../../platforms/discord/world.js';
import { labelOf, readBlocks, actionsOf as slackActions } from '../../platforms/slack/reading.js';
import type { Three } from './three.js';

/** Somebody of one network: what they do there, and what they alone see. */
export interface Somebody {
  /** A command in the room of their network. */
  says(words: string): Promise<void>;
  /** Presses a button, or chooses in a list, once they see it; `…`: whatever follows. */
  presses(label: string): Promise<void>;
  /** Takes one of what a list offers. */
  chooses(list: string, option: string): Promise<void>;
  /** Sends the form that is open. */
  fills(answers: Readonly<Record<string, string>>): Promise<void>;
  /** Waits until they read that, alone; gives the whole of it. */
  reads(text: string): Promise<string>;
  /** All that lasts of what only they see. */
  keeps(): readonly string[];
}

const EPHEMERAL = 64;

const isCalled = (wanted: string, label: string): boolean =>
  wanted.endsWith('…') ? label.startsWith(wanted.slice(0, -1)) : label === wanted;

export function onDiscord({ discord, until }: Three, name: string): Somebody {
  const people = createPeople(discord);
  const person = people.manager(name);
  const mine = (): DiscordMessage[] =>
    [...discord.world.messages.values()].filter(({ onlyFor }) => onlyFor === person.id);
  const seen = new Set<string>();
  const presses = async (label: string): Promise<void> => {
    const found = await until(`Discord shows [${label}]`, () =>
      mine()
        .flatMap((one) => actionsOf(one).map((action) => ({ one, action })))
        .findLast(({ action }) => isCalled(label, action)),
    );
    await people.press(person, found.one, found.action);
  };
  return {
    async says(words) {
      await people.slash(person, words);
    },
    presses,
    // The first list that has it.
    chooses: (_, option) => presses(option),
    async fills(answers) {
      await until('a window is open', async () => {
        const asks = mine().at(-1);
        const [slow] = asks ? askButtons(asks) : [];
        // A machine too slow to open it at once leaves a button that does.
        if (!discord.world.modals.has(person.id) && asks && slow) {
          await people.press(person, asks, slow.label);
        }
        return discord.world.modals.get(person.id);
      });
      const direct = discord.world.directs.get(person.id);
      await people.submit(person, answers, direct ?? CHANNEL);
    },
    async reads(text) {
      const message = await until(`Discord tells ${name}: ${text}`, () =>
        mine().find((one) => !seen.has(one.id) && bareText(one).includes(text)),
      );
      seen.add(message.id);
      return bareText(message);
    },
    keeps: () =>
      mine()
        .filter(({ flags }) => ((flags ?? 0) & EPHEMERAL) === 0)
        .map(bareText),
  };
}

export const SLACK_ROOM = 'C0ATELIER';

export function onSlack({ slack, until }: Three, name: string): Somebody {
  const { state, people } = slack;
  const user = `U${name.toUpperCase()}`;
  slack.addUser(user, name, { locale: 'fr-FR' });
  const messages = () =>
    state.messages.filter(({ onlyFor, channel }) => onlyFor === user || channel === `D${user}`);
  const windows = () => state.windows.filter((one) => one.user === user);
  const texts = (): string[] => [
    ...messages().map(({ blocks, text }) => plain(blocks.length > 0 ? readBlocks(blocks) : text)),
    ...windows().map(({ view }) => plain(`${view.title.text}\n${readBlocks(view.blocks)}`)),
  ];
  /** A gesture of theirs by its label, and the labels of what it offers. */
  const among = (blocks: Parameters<typeof slackActions>[0], wanted: string) => {
    const found = slackActions(blocks).find((one) => isCalled(wanted, labelOf(one)));
    const options = found && 'options' in found ? (found.options ?? []) : [];
    return found && { label: labelOf(found), options: options.map(({ text }) => text.text) };
  };
  async function press(wanted: string, option?: string): Promise<void> {
    const found = await until(`Slack shows [${wanted}]`, () => {
      const window = windows().findLast(({ view }) => among(view.blocks, wanted));
      const message = messages().findLast(({ blocks }) => among(blocks, wanted));
      return window ? { window } : message && { message };
    });
    const on = 'window' in found ? found.window.view.blocks : found.message.blocks;
    const { label = '', options = [] } = among(on, wanted) ?? {};
    const taken = option ? options.filter((one) => isCalled(option, one)) : [];
    if ('window' in found) await people.pressInWindow(found.window, label, taken);
    else {
      people.dismiss(user);
      await people.press(user, found.message, label, taken);
    }
  }
  return {
    async says(words) {
      people.dismiss(user);
      await people.slash(user, SLACK_ROOM, '/ecc', words);
    },
    presses: (label) => press(label),
    chooses: press,
    async fills(answers) {
      const window = await until('a window is open', () =>
        windows().findLast(({ view }) => view.callback_id !== undefined && view.submit),
      );
      await people.submit(window, answers);
    },
    reads: (text) =>
      until(`Slack tells ${name}: ${text}`, () => texts().findLast((one) => one.includes(text))),
    keeps: () =>
      messages()
        .filter(({ onlyFor }) => onlyFor === null)
        .map(({ blocks, text }) => plain(blocks.length > 0 ? readBlocks(blocks) : text)),
  };
}

export function onMatrix(three: Three, name: string, roomId: string): Somebody {
  const { homeserver, bot, matrixStore, until } = three;
  const local = name.toLowerCase();
  const userId = `@${local}:${homeserver.name}`;
  let sent = 0;
  const direct = (): string | undefined => {
    const data = homeserver.account(bot).data.get('m.direct')?.content ?? {};
    const found = (data as Record<string, string[]>)[userId]?.[0];
    if (found && homeserver.membership(found, userId) !== 'join') homeserver.join(found, userId);
    return found;
  };
  const told = () => {
    const room = direct();
    if (!room) return [];
    return homeserver
      .room(room)
      .events.filter((one) => one.type === 'm.room.message' && one.sender === bot)
      .filter(({ redacted }) => !redacted)
      .map((one) => ({ id: one.event_id, room, text: plain(String(one.content.body)) }));
  };
  const send = (room: string, type: string, content: Record<string, unknown>): void => {
    homeserver.send(room, userId, type, content, `${local}-${++sent}`);
  };
  const words = (room: string, body: string) =>
    send(room, 'm.room.message', { msgtype: 'm.text', body });
  async function presses(label: string): Promise<void> {
    const { found, gesture } = await until(`Matrix shows [${label}]`, async () => {
      for (const one of told().toReversed()) {
        const row = await matrixStore.messages.byEvent(one.id);
        const open = row?.offered.open.find((each) => isCalled(label, plain(each.label)));
        if (open) return { found: one, gesture: open };
      }
      return null;
    });
    const relates = { rel_type: 'm.annotation', event_id: found.id, key: gesture.emoji };
    send(found.room, 'm.reaction', { 'm.relates_to': relates });
  }
  return {
    async says(line) {
      words(direct() ?? roomId, `!${line}`);
    },
    presses,
    async chooses(list, option) {
      await presses(list);
      await presses(option);
    },
    async fills(answers) {
      for (const answer of Object.values(answers)) words(direct() ?? roomId, answer);
    },
    reads: async (text) =>
      (
        await until(`Matrix tells ${name}: ${text}`, () =>
          told().findLast((one) => one.text.includes(text)),
        )
      ).text,
    keeps: () => {
      const room = direct();
      const said = room ? homeserver.room(room).events : [];
      return said.filter(({ redacted }) => !redacted).map(({ content }) => JSON.stringify(content));
    },
  };
}
