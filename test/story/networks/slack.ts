import { readBlocks } from '../../platforms/slack/reading.js';
import { slackStandIn } from '../../platforms/slack/stand-in.js';
import { type Message, TOKENS } from '../../platforms/slack/state.js';
import { type Network, plainBlanks, type Said } from './network.js';

const ROOM = 'C0WORKSHOP';

/** A Slack workspace with one channel, in English; `steward` administers it. */
export async function slackNetwork(steward: string) {
  const slack = await slackStandIn();
  const { state, people } = slack;
  slack.addChannel(ROOM, 'workshop');
  // A loaded machine is not what is tried here.
  state.triggerLivesMs = 60_000;

  const userOf = (who: string): string => {
    const id = `U${who.normalize('NFD').replaceAll(/\W/g, '').toUpperCase()}`;
    if (!state.users.has(id)) {
      slack.addUser(id, who, { locale: 'en-GB', admin: who === steward });
    }
    return id;
  };
  const textOf = ({ blocks, text }: Message): string =>
    plainBlanks(blocks.length > 0 ? readBlocks(blocks) : text);
  const said = (message: Message): Said => ({
    ...{ id: message.ts, text: textOf(message), edits: message.edits },
  });
  const inRoom = (): Message[] =>
    state.messages.filter(({ channel, onlyFor }) => channel === ROOM && onlyFor === null);

  const network: Network = {
    name: 'Slack',
    env: {
      ECC_SLACK_BOT_TOKEN: TOKENS.bot,
      ECC_SLACK_APP_TOKEN: TOKENS.app,
      ECC_SLACK_API: slack.apiUrl,
    },
    room: () => inRoom().map(said),
    told(who) {
      const user = userOf(who);
      const alone = state.messages.filter(
        ({ channel, onlyFor }) => onlyFor === user || channel === `D${user}`,
      );
      return alone.map(textOf);
    },
    async command(who, line) {
      await people.slash(userOf(who), ROOM, '/ecc', line);
    },
    async vote(who, { id }, label) {
      const message = state.messages.find(({ ts }) => ts === id);
      if (!message) throw new Error(`no message ${id}`);
      await people.press(userOf(who), message, label);
    },
    kill: () => slack.close(),
    async restart() {
      await slack.reopen();
      await slack.reached();
    },
    faults: () => [
      ...state.notified.map((target) => `notified ${target}`),
      ...state.calls.flatMap(({ method, error }) => (error ? [`${method}: ${error}`] : [])),
      ...doubles(state.messages),
    ],
  };
  return { ...network, slack, userOf };
}

/** Messages that carry the same key: said twice. */
function doubles(messages: readonly Message[]): string[] {
  const keys = messages.flatMap(({ channel, metadata }) =>
    metadata ? [`${channel} ${JSON.stringify(metadata.event_payload)}`] : [],
  );
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `twice: ${key}`);
}
