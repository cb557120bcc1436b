import type { App } from '@slack/bolt';
import type { SaidMessage } from '../../commands/registry/said-message.js';
import { patiently } from './client.js';
import type { Desk } from './desk.js';
import { refusalOf } from './errors.js';
import { placeId } from './ids.js';
import { typed } from './read.js';
import { placeOf, type Scene } from './scene.js';
import type { SlackParts } from './types.js';

/** The signs that people put under messages: of most, nothing is read and nothing is kept. */
export function listenToReactions(app: App, desk: Desk, { registry }: SlackParts): void {
  app.event('reaction_added', async ({ event, body, context }) => {
    const { item, user, item_user: author, reaction } = event;
    if (item.type !== 'message' || !user || user === context.botUserId) return;
    // What ECC itself says is in the veille already, or is not for it.
    if (author && author === context.botUserId) return;
    const team = context.teamId ?? '';
    await desk.keep(async () => {
      const asked = { platform: 'slack', roomId: placeId(team, item.channel) } as const;
      const command = await registry.heeds({ ...asked, sign: `:${reaction}:` });
      if (command === null) return;
      const sight = { team, user, name: user, channel: { id: item.channel, name: '' } };
      await desk.handle(body.event_id, sight, async (scene) => {
        if (placeOf(scene) === null || (await desk.isBot(scene))) return null;
        const message = await reactedTo(scene, { channel: item.channel, ts: item.ts });
        return { type: 'on-reaction', command, message };
      });
    });
  });
}

/** Refusals that say that ECC cannot read it there, rather than that Slack is away. */
const UNREADABLE = new Set([
  'missing_scope',
  'message_not_found',
  'channel_not_found',
  'not_in_channel',
  'no_permission',
  'bad_timestamp',
]);

/**
 * The message itself, with the scope that lets hear reactions and no other, in threads too:
 * https://docs.slack.dev/reference/methods/reactions.get
 */
async function reactedTo(
  { client, team }: Scene,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<SaidMessage | null> {
  try {
    const { message } = await patiently(() => client.reactions.get({ channel, timestamp: ts }));
    if (!message) return null;
    return {
      text: typed(message.text ?? ''),
      author: message.user ? { userId: placeId(team, message.user), name: message.user } : null,
      link: message.permalink ?? null,
      at: new Date(Number(ts) * 1000),
    };
  } catch (error) {
    if (UNREADABLE.has(refusalOf(error) ?? '')) return null;
    throw error;
  }
}
