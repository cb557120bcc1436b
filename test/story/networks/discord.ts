import { bareText } from '../../adapters/discord/bare.js';
import { readSlash } from '../../adapters/discord/line.js';
import { createPeople } from '../../platforms/discord/person.js';
import { createDiscord, TOKEN } from '../../platforms/discord/stand-in.js';
import type { Message, Person } from '../../platforms/discord/world.js';
import { until } from '../../support/until.js';
import type { Network, Said } from './network.js';

/** A Discord server with one channel, in French; `steward` manages it. */
export async function discordNetwork(steward: string) {
  const discord = await createDiscord();
  const people = createPeople(discord);
  people.manager(steward);
  const said = (message: Message): Said => ({
    ...{ id: message.id, text: bareText(message), edits: message.edits },
  });
  const messages = (onlyFor: string | null): Message[] =>
    [...discord.world.messages.values()].filter((one) => one.onlyFor === onlyFor);
  const person = (who: string): Person => people.person(who, 'fr');
  const isCommand = (words: string): boolean => {
    try {
      return people.declared(words) !== null;
    } catch {
      return false;
    }
  };

  const network: Network = {
    name: 'Discord',
    env: { ECC_DISCORD_TOKEN: TOKEN, ECC_DISCORD_API: discord.apiUrl() },
    room: () => messages(null).map(said),
    told: (who) => messages(person(who).id).map(bareText),
    async command(who, line) {
      const { words, options } = readSlash(line, isCommand);
      const flags = Object.entries(options).map(([name, text]) => [
        name,
        text === 'oui' ? true : text,
      ]);
      await people.slash(person(who), words, Object.fromEntries(flags));
    },
    async vote(who, { id }, label) {
      const message = discord.world.messages.get(id);
      if (!message) throw new Error(`no message ${id}`);
      await people.press(person(who), message, label);
    },
    kill: () => discord.stop(),
    async restart() {
      const { counts } = discord.gateway;
      const before = counts.resumed + counts.identified;
      await discord.start();
      await until('ECC comes back', () => counts.resumed + counts.identified > before);
    },
    faults: () => discord.world.refusals.map(({ code, why }) => `${code} ${why}`),
  };
  return { ...network, discord, people };
}
