import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { Request } from '../../commands/registry/invocation.js';
import type { SaidMessage } from '../../commands/registry/said-message.js';
import { act } from '../../commands/view/build.js';
import { patiently } from './client.js';
import type { Desk } from './desk.js';
import { placeId } from './ids.js';
import { typed } from './read.js';
import type { Scene } from './scene.js';

const ANY = /[\s\S]*/;
/** Opens ECC from anywhere: the callback id of its global shortcut. */
export const OPEN = 'open';
/** More people than this are not looked up in one message. */
const MOST_NAMED = 10;

/** What is chosen in the menu of a message, or from anywhere. */
export function listenToShortcuts(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ANY },
    async ({ shortcut, ack, respond, context }) => {
      await ack();
      const { user, channel, callback_id: command, trigger_id: trigger } = shortcut;
      const sight = {
        ...{ team: context.teamId ?? '', user: user.id, name: user.name, channel },
        ...{ trigger, respond },
      };
      await desk.handle(trigger, sight, async (scene): Promise<Request> => {
        const message = await saidMessage(shortcut, scene, desk);
        return { type: 'on-message', command, message };
      });
    },
  );

  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: OPEN },
    async ({ shortcut, ack, context }) => {
      await ack();
      const { user, trigger_id: trigger } = shortcut;
      const sight = { team: context.teamId ?? '', user: user.id, name: user.username };
      await desk.handle(
        trigger,
        { ...sight, channel: null, trigger },
        { type: 'act', community: null, act: act('ecc.help') },
      );
    },
  );
}

async function saidMessage(
  { message, channel }: MessageShortcut,
  scene: Scene,
  desk: Desk,
): Promise<SaidMessage> {
  const asked = { channel: channel.id, message_ts: message.ts };
  const [text, name, link] = await Promise.all([
    named(message.text ?? '', scene, desk),
    message.user ? desk.nameOf(scene, message.user) : '',
    // Where ECC is not, Slack gives it no address.
    patiently(() => scene.client.chat.getPermalink(asked)).then(
      ({ permalink }) => permalink ?? null,
      () => null,
    ),
  ]);
  return {
    text: typed(text),
    author: message.user ? { userId: placeId(scene.team, message.user), name } : null,
    link,
    at: new Date(Number(message.ts) * 1000),
  };
}

/** With people's names beside their ids, as Slack itself writes them in commands. */
async function named(text: string, scene: Scene, desk: Desk): Promise<string> {
  const ids = [...new Set([...text.matchAll(/<@([A-Z0-9]+)>/g)].map(([, id = '']) => id))];
  const names = new Map<string, string>();
  for (const id of ids.slice(0, MOST_NAMED)) names.set(id, await desk.nameOf(scene, id));
  return text.replaceAll(/<@([A-Z0-9]+)>/g, (mention, id) => {
    const name = names.get(id)?.replaceAll(/[<>|]/g, '');
    return name ? `<@${id}|${name}>` : mention;
  });
}
