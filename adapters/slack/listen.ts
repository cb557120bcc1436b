import type { App, BlockAction, SlackCommandMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Desk, Sight } from './desk.js';
import { showHome } from './home.js';
import { isDirect } from './ids.js';
import { listenToReactions } from './reactions.js';
import { afterMention, lineOf, requestOf, typed } from './read.js';
import { FORM } from './render/modal.js';
import { fromMetadata } from './scene.js';
import { listenToShortcuts } from './shortcuts.js';
import { submit } from './submit.js';
import type { SlackParts } from './types.js';

const ANY = /[\s\S]*/;

/** Every way in: each is acknowledged at once, then worked on. */
export function listen(app: App, desk: Desk, parts: SlackParts): void {
  const { surface } = parts.registry;

  app.command(ANY, async ({ command, ack, respond, context }) => {
    await ack();
    const text = lineOf(command.command.replace(/^\//, ''), typed(command.text), surface);
    const sight = commandSight({ command, respond, team: context.teamId ?? command.team_id });
    await desk.handle(command.trigger_id, sight, { type: 'line', text });
  });

  app.action<BlockAction>(ANY, async ({ action, body, ack, respond, context }) => {
    await ack();
    const request = requestOf(action);
    if (!request) return;
    const sight = actionSight(body, context.teamId ?? '');
    const eventId = `${action.action_ts}:${body.trigger_id}`;
    // What was changed there shows there.
    const onHome = body.view?.type === 'home';
    const after = async () => (onHome ? showHome(eventId, sight, { desk, ...parts }) : undefined);
    const answered = { ...sight, respond: body.response_url ? respond : null };
    await desk.handle(eventId, answered, request, { after });
  });

  app.view<ViewSubmitAction>(FORM, async ({ body, view, ack, context }) => {
    const memory = fromMetadata(view.private_metadata);
    const { id: user, name } = body.user;
    const team = context.teamId ?? '';
    const sight = { team, user, name, channel: memory.channel, trigger: body.trigger_id };
    await desk.keep(() => submit({ desk, sight, view, memory, ack, eventId: body.trigger_id }));
  });

  listenToShortcuts(app, desk);
  listenToReactions(app, desk, parts);

  app.event('app_mention', async ({ event, body, context }) => {
    if (event.bot_id || !event.user) return;
    const sight = {
      ...{ team: context.teamId ?? '', user: event.user, name: event.user },
      channel: { id: event.channel, name: '' },
      thread: event.thread_ts ?? null,
    };
    const text = lineOf('ecc', afterMention(event.text), surface);
    await desk.handle(body.event_id, sight, { type: 'line', text });
  });

  app.message(async ({ message, body, context }) => {
    // In channels a mention says that ECC is spoken to; in a direct conversation every word is.
    const files = message.subtype === 'file_share' ? (message.files ?? []) : [];
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    if (('bot_id' in message && message.bot_id) || !isDirect(message.channel)) return;
    const sight = {
      ...{ team: context.teamId ?? '', user: message.user, name: message.user },
      channel: { id: message.channel, name: '' },
    };
    const words = afterMention(message.text ?? '');
    // A file alone asks nothing.
    if (words === '' && files.length > 0) return;
    const text = lineOf('ecc', words, surface);
    await desk.handle(body.event_id, sight, { type: 'line', text }, { files });
  });

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    const sight = { team: context.teamId ?? '', user: event.user, name: event.user, channel: null };
    await desk.keep(() => showHome(body.event_id, sight, { desk, ...parts }));
  });
}

const commandSight = ({
  command,
  respond,
  team,
}: Pick<SlackCommandMiddlewareArgs, 'command' | 'respond'> & { team: string }): Sight => ({
  ...{ team, user: command.user_id, name: command.user_name, respond },
  channel: { id: command.channel_id, name: command.channel_name },
  trigger: command.trigger_id,
});

function actionSight(body: BlockAction, team: string): Sight {
  const { user, channel, view, container } = body;
  const remembered = view?.type === 'modal' ? fromMetadata(view.private_metadata).channel : null;
  return {
    ...{ team, user: user.id, name: user.username ?? user.name ?? user.id },
    channel: channel ? { id: channel.id, name: channel.name } : remembered,
    trigger: body.trigger_id,
    replaces: container.is_ephemeral === true,
    window: view?.type === 'modal' ? view.id : null,
  };
}
