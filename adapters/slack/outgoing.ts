import type { View } from '../../commands/view/view.js';
import { RoomGone } from '../../src/journal/outbox/types.js';
import type { Localised } from '../../src/kernel/locale.js';
import type { Adapter, Destination } from '../contract.js';
import type { SlackClient } from './client.js';
import { refusalOf } from './errors.js';
import { readPlaceId } from './ids.js';
import { asText } from './logger.js';
import { type Page, pagesOf } from './render/message.js';
import {
  deletePage,
  fromRef,
  openDirect,
  postPage,
  recentKeys,
  toRef,
  updatePage,
  whisper,
} from './send.js';
import type { Log } from './types.js';
import { slackWords } from './words.js';
import type { Workspaces } from './workspaces.js';

/** What stands for a message that could not reach somebody privately. */
const UNREACHABLE = 'unreachable';

/** There is no such channel for us, or it only keeps what was said in it. */
const GONE = new Set(['channel_not_found', 'is_archived']);

const CLOSED = new Set(['cannot_dm_bot', 'user_disabled', 'user_not_visible', 'user_not_found']);

/**
 * What ECC says by itself. Slack has no nonce that would make posting twice harmless: each
 * message carries its key, and before the first post in a channel since the start, or after one
 * whose outcome is unknown, the channel's last messages are looked through for it. Two processes
 * that serve Slack at once are not told apart: run one with this role.
 */
export function createOutgoing({
  workspaces,
  log,
}: {
  workspaces: Workspaces;
  log: Log;
}): Pick<Adapter, 'post' | 'edit' | 'remove'> {
  /** Channels where everything this process posted is known to have been posted, or not. */
  const certain = new Set<string>();

  async function postPages(
    client: SlackClient,
    channel: string,
    key: string,
    pages: readonly Page[],
  ): Promise<string> {
    const looked = !certain.has(channel);
    const known = looked ? await recentKeys(client, channel, null) : null;
    const first = known?.get(key);
    const thread = first && looked ? await recentKeys(client, channel, first) : null;
    certain.delete(channel);
    const sent: string[] = [];
    for (const [index, page] of pages.entries()) {
      const found = index === 0 ? first : thread?.get(`${key}#${index + 1}`);
      const to = { channel, key, thread: sent[0] ?? null, index };
      // What is found may say what was true before the crash.
      const kept = found && (await updatePage(client, page, { channel, ts: found, key, index }));
      sent.push(found && kept ? found : await postPage(client, page, to));
    }
    certain.add(channel);
    const [start = '', ...more] = sent;
    return toRef({ channel, pages: [start, ...more] });
  }

  async function channelOf(client: SlackClient, to: Destination): Promise<string | null> {
    if (to.userId === null) return readPlaceId(to.roomId).id;
    try {
      return await openDirect(client, readPlaceId(to.userId).id);
    } catch (error) {
      if (!CLOSED.has(refusalOf(error) ?? '')) throw error;
      await sayUnreachable(client, to, to.userId);
      return null;
    }
  }

  async function sayUnreachable(client: SlackClient, to: Destination, userId: string) {
    const text = slackWords[to.locale].unreachable;
    const at = { channel: readPlaceId(to.roomId).id, user: readPlaceId(userId).id };
    try {
      await whisper(client, { text, blocks: [] }, at);
    } catch (error) {
      log.warn({ error: asText(error) }, 'somebody can be reached neither privately nor in a room');
    }
  }

  const rendered = (to: Destination, view: Localised<View>) =>
    pagesOf(view[to.locale], to.locale, { neutral: to.userId !== null });

  const post: Adapter['post'] = async ({ to, key, view }) => {
    const client = await workspaces.client(readPlaceId(to.roomId).team);
    const channel = await channelOf(client, to);
    if (channel === null) return UNREACHABLE;
    return postPages(client, channel, key, rendered(to, view));
  };

  const edit: Adapter['edit'] = async ({ to, key, ref, view }) => {
    // Said once: somebody whose door is closed is not told at every change.
    if (ref === UNREACHABLE) return ref;
    const client = await workspaces.client(readPlaceId(to.roomId).team);
    const { channel, pages: before } = fromRef(ref);
    const pages = rendered(to, view);
    const now: string[] = [];
    for (const [index, page] of pages.entries()) {
      const ts = before[index];
      const kept =
        ts !== undefined && (await updatePage(client, page, { channel, ts, key, index }));
      if (kept) now.push(ts);
      else if (index === 0) return post({ to, key, view });
      else {
        const thread = now[0] ?? null;
        now.push(await postPage(client, page, { channel, key, thread, index }));
      }
    }
    for (const ts of before.slice(pages.length)) await deletePage(client, { channel, ts });
    const [first = '', ...more] = now;
    return toRef({ channel, pages: [first, ...more] });
  };

  return {
    post: (said) => post(said).catch((error) => throwGone(error, said.to)),
    edit: (said) => edit(said).catch((error) => throwGone(error, said.to)),
    async remove({ to, ref }) {
      if (ref === UNREACHABLE) return;
      const client = await workspaces.client(readPlaceId(to.roomId).team);
      const { channel, pages } = fromRef(ref);
      for (const ts of [...pages].reverse()) await deletePage(client, { channel, ts });
    },
  };
}

function throwGone(error: unknown, { userId }: Destination): never {
  const gone = userId === null && GONE.has(refusalOf(error) ?? '');
  throw gone ? new RoomGone('slack', error) : error;
}
