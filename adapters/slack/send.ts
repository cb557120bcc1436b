import type { types } from '@slack/bolt';
import { patiently, type SlackClient } from './client.js';
import { refusalOf } from './errors.js';
import type { Page } from './render/message.js';

const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  parse: 'none',
  link_names: false,
} as const;

/** Names a message in its metadata, so that it can be found again after a crash. */
const EVENT_TYPE = 'ecc';
const metadataOf = (key: string): types.MessageMetadata => ({
  event_type: EVENT_TYPE,
  event_payload: { key },
});

/** Where a message is: its channel, then the `ts` of each of its pages. */
export interface Sent {
  readonly channel: string;
  readonly pages: readonly [string, ...string[]];
}

export const toRef = ({ channel, pages }: Sent): string => [channel, ...pages].join('|');

export function fromRef(ref: string): Sent {
  const [channel = '', first = '', ...more] = ref.split('|');
  return { channel, pages: [first, ...more] };
}

/** The key of one page: the first has the message's own. */
const pageKey = (key: string, page: number): string => (page === 0 ? key : `${key}#${page + 1}`);

/** Posts one page and gives its `ts`; what follows the first goes in its thread. */
export async function postPage(
  client: SlackClient,
  page: Page,
  to: { channel: string; key: string | null; thread: string | null; index: number },
): Promise<string> {
  const posted = await patiently(() =>
    client.chat.postMessage({
      ...{ channel: to.channel, text: page.text, blocks: page.blocks, ...QUIET },
      ...(to.thread !== null && { thread_ts: to.thread }),
      ...(to.key !== null && { metadata: metadataOf(pageKey(to.key, to.index)) }),
    }),
  );
  if (!posted.ts) throw new Error('Slack named no message');
  return posted.ts;
}

/** Changes a page; `false` when it is gone. */
export async function updatePage(
  client: SlackClient,
  page: Page,
  at: { channel: string; ts: string; key: string; index: number },
): Promise<boolean> {
  const { channel, ts, key, index } = at;
  try {
    await patiently(() =>
      client.chat.update({
        ...{ channel, ts, text: page.text, blocks: page.blocks },
        ...{ metadata: metadataOf(pageKey(key, index)), parse: 'none', link_names: false },
      }),
    );
    return true;
  } catch (error) {
    if (refusalOf(error) === 'message_not_found') return false;
    throw error;
  }
}

export async function deletePage(client: SlackClient, at: { channel: string; ts: string }) {
  try {
    await patiently(() => client.chat.delete(at));
  } catch (error) {
    if (refusalOf(error) !== 'message_not_found') throw error;
  }
}

/** Says something to one person in a channel, for them only, until they reload. */
export async function whisper(
  client: SlackClient,
  page: Page,
  to: { channel: string; user: string; thread?: string | null },
): Promise<void> {
  await patiently(() =>
    client.chat.postEphemeral({
      ...{ channel: to.channel, user: to.user, text: page.text },
      ...(page.blocks.length > 0 && { blocks: page.blocks }),
      ...{ parse: 'none', link_names: false },
      ...(to.thread && { thread_ts: to.thread }),
    }),
  );
}

/** The conversation between one person and ECC. */
export async function openDirect(client: SlackClient, user: string): Promise<string> {
  const { channel } = await patiently(() => client.conversations.open({ users: user }));
  if (!channel?.id) throw new Error('Slack opened no conversation');
  return channel.id;
}

/** One page of history: what a crash may have left is among the last messages. */
const LOOK_BACK = 200;

/**
 * ECC's last messages in a channel, or in a thread of it, by key. Where the app was not given the
 * scope to read them, none: a crash may then say something twice, which is better than nothing.
 */
export async function recentKeys(
  client: SlackClient,
  channel: string,
  thread: string | null,
): Promise<Map<string, string>> {
  const asked = { channel, limit: LOOK_BACK, include_all_metadata: true };
  const read = async () =>
    thread === null
      ? client.conversations.history(asked)
      : client.conversations.replies({ ...asked, ts: thread });
  const { messages = [] } = await patiently(read).catch((error) => {
    if (refusalOf(error) === 'missing_scope') return { messages: [] };
    throw error;
  });
  const found = new Map<string, string>();
  for (const { metadata, ts } of messages as { metadata?: types.MessageMetadata; ts?: string }[]) {
    const key = metadata?.event_type === EVENT_TYPE ? metadata.event_payload.key : undefined;
    if (typeof key === 'string' && ts) found.set(key, ts);
  }
  return found;
}
