import { placeId } from '../../../adapters/slack/ids.js';
import { slashWords } from '../../../adapters/slack/slash-words.js';
import { fold } from '../../../src/kernel/text.js';
import type { AnyBlock } from '../../platforms/slack/kit.js';
import { actionsOf, inputsOf, labelOf, readBlocks } from '../../platforms/slack/reading.js';
import { type Message, TEAM, type Window } from '../../platforms/slack/state.js';
import type { Driver, Seen } from '../contract/driver.js';
import { ROOM, slackWorld } from './support/world.js';

/** Slack as the contract suite plays it: slash commands, buttons, windows. */
export async function slackDriver(): Promise<Driver> {
  const world = await slackWorld();
  const { slack } = world;
  const { state, people } = slack;
  const userOf = (who: string): string => {
    const id = `U${fold(who)
      .replaceAll(/[^a-z0-9]/g, '')
      .toUpperCase()}`;
    if (!state.users.has(id)) slack.addUser(id, who);
    return id;
  };
  /** What was acknowledged is answered in its own time. */
  const quiet = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await world.idle();
    await world.settle();
  };

  const ofWindow = ({ id, view, errors }: Window): Seen => ({
    id,
    text: plainBlanks(
      [view.title.text, readBlocks(view.blocks), ...Object.values(errors)].join('\n'),
    ),
    actions: actionsOf(view.blocks).map(labelOf),
    fields: inputsOf(view.blocks).map(({ label }) => label.text),
    edits: 0,
  });
  const ofMessage = ({ ts, blocks, text, edits }: Message): Seen => ({
    id: ts,
    text: plainBlanks(blocks.length > 0 ? readBlocks(blocks) : text),
    actions: actionsOf(blocks).map(labelOf),
    fields: [],
    edits,
  });
  const windowOf = (user: string): Window | undefined =>
    state.windows.filter((one) => one.user === user).at(-1);

  return {
    platform: 'slack',
    get house() {
      return world.house;
    },
    database: world.database,
    async command(who, line) {
      const [first = '', ...rest] = line.split(' ');
      const word = fold(first);
      const own = slashWords(world.house.registry.surface).has(word);
      const [command, text] = own ? [`/${word}`, rest.join(' ')] : ['/ecc', line];
      people.dismiss(userOf(who));
      await people.slash(userOf(who), ROOM, command, text);
      await quiet();
    },
    async press(who, { id }, label) {
      const user = userOf(who);
      const window = state.windows.find((one) => one.id === id);
      const message = state.messages.find(({ ts }) => ts === id);
      const [control, options] = found(window?.view.blocks ?? message?.blocks ?? [], label);
      if (window) await people.pressInWindow(window, control, options);
      else if (message) {
        people.dismiss(user);
        await people.press(user, message, control, options);
      } else throw new Error(`nothing is called ${id}`);
      await quiet();
    },
    async choose(who, { id }, list, labels) {
      const message = state.messages.find(({ ts }) => ts === id);
      if (!message) throw new Error(`no message ${id}`);
      people.dismiss(userOf(who));
      await people.press(userOf(who), message, list, labels);
      await quiet();
    },
    async fill(who, answers) {
      const window = windowOf(userOf(who));
      if (!window) throw new Error(`${who} has no window open`);
      await people.submit(window, answers);
      await quiet();
    },
    async room() {
      await quiet();
      return state.messages
        .filter(({ channel, onlyFor }) => channel === ROOM && !onlyFor)
        .map(ofMessage);
    },
    async privately(who) {
      await quiet();
      const user = userOf(who);
      const own = state.messages.filter(
        ({ channel, onlyFor }) => onlyFor === user || channel === `D${user}`,
      );
      const window = windowOf(user);
      return [...own.map(ofMessage), ...(window ? [ofWindow(window)] : [])];
    },
    adapter: () => world.adapter,
    accountOf: (who) => placeId(TEAM, userOf(who)),
    roomId: placeId(TEAM, ROOM),
    stranger: placeId('T0VOISINS', 'USTRANGER'),
    async apart(who) {
      const user = userOf(who);
      const mine = [...state.channels.values()].filter(({ group }) => group?.includes(user));
      return mine.map(({ id, name }) => [
        name,
        ...state.messages.filter(({ channel }) => channel === id).map((one) => ofMessage(one).text),
      ]);
    },
    reactions: {
      typed: ':bookmark:',
      write: async (who, text) => people.write(userOf(who), ROOM, text),
      async react(who, id, sign = 'chosen') {
        const name = sign === 'chosen' ? 'bookmark' : 'eyes';
        people.unreact(userOf(who), id, name);
        await people.react(userOf(who), ROOM, id, name);
        await quiet();
      },
      async reactAsBot(id) {
        const bot = { ...{ id: 'UROBOT', name: 'Robot', locale: 'fr-FR' }, bot: true };
        state.users.set(bot.id, { ...bot, admin: false, closed: false });
        await people.react(bot.id, ROOM, id, 'bookmark');
        await quiet();
      },
      hide: async (id) => void state.posts.delete(id),
    },
    redeliver: async () => {
      await slack.redeliver();
      await quiet();
    },
    async echo() {
      for (const message of state.messages.filter(({ onlyFor }) => !onlyFor))
        await people.echo(message);
      await quiet();
    },
    outage: async (during) => {
      await slack.outage(during);
      await slack.reached();
      await quiet();
    },
    restart: world.restart,
    close: world.close,
  };
}

/** A button of that label, or the menu that offers it. */
function found(blocks: readonly AnyBlock[], label: string): [string, string[]] {
  for (const element of actionsOf(blocks)) {
    if (element.type === 'button') continue;
    const options =
      element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
    if (options.some(({ text }) => text.text === label)) return [labelOf(element), [label]];
  }
  return [label, []];
}

const plainBlanks = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
