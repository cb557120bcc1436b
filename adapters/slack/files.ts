import type { types } from '@slack/bolt';
import type { Attached } from '../../commands/registry/file.js';
import type { Block, View } from '../../commands/view/view.js';
import { bytesOf, GIVEN_WITHIN_MS } from '../../src/kernel/files.js';
import { patiently, type SlackClient } from './client.js';
import { refusalOf } from './errors.js';

/** As Slack tells of a file: https://docs.slack.dev/reference/objects/file-object */
export interface SlackFile {
  readonly name?: string | null;
  readonly size?: number;
  readonly url_private_download?: string;
  readonly url_private?: string;
}

/** What Slack lets people choose: a convenience, what comes is looked at all the same. */
const ENDINGS = ['png', 'jpg', 'jpeg', 'webp', 'heic', 'pdf'];

export const chooser = (actionId: string): types.FileInput => ({
  ...{ type: 'file_input', action_id: actionId, max_files: 1, filetypes: ENDINGS },
});

/** The token goes to Slack and to nobody else: a file may be kept elsewhere by another app. */
function isSlack(address: string, { slackApiUrl }: Pick<SlackClient, 'slackApiUrl'>): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return false;
  const own = url.protocol === 'https:' && /(^|\.)slack(-edge)?\.com$/.test(url.hostname);
  return own || url.origin === new URL(slackApiUrl).origin;
}

export const attached = (
  client: SlackClient,
  param: string | null,
  { name, size = 0, url_private_download: direct, url_private: page }: SlackFile,
): Attached => ({
  ...{ param, name: name ?? '' },
  async read(most) {
    const url = direct ?? page ?? '';
    if (!isSlack(url, client)) return 'unreachable';
    const headers = { authorization: `Bearer ${client.token}` };
    if (size > most) return 'too-big';
    return bytesOf(fetch(url, { headers, signal: AbortSignal.timeout(GIVEN_WITHIN_MS) }), most);
  },
});

type Given = Extract<Block, { type: 'file' }> & { readonly data: Uint8Array };

/** The files of an answer that are more than their words. */
export const givenIn = ({ blocks }: Pick<View, 'blocks'>): readonly Given[] =>
  blocks.filter((block): block is Given => block.type === 'file' && block.data !== undefined);

/** Puts a file in a conversation; `false` when the app was not given the permission. */
export async function give(
  client: SlackClient,
  channel: string,
  { name, data }: Pick<Given, 'name' | 'data'>,
): Promise<boolean> {
  try {
    const asked = { filename: name, length: data.length };
    const place = await patiently(() => client.files.getUploadURLExternal(asked));
    if (!place.upload_url || !place.file_id) throw new Error('Slack gave no place for a file');
    // Not by the SDK, which may tell its log what it sends.
    const sent = await fetch(place.upload_url, { method: 'POST', body: new Uint8Array(data) });
    if (!sent.ok) throw new Error(`Slack took no file: ${sent.status}`);
    const files: [{ id: string; title: string }] = [{ id: place.file_id, title: name }];
    await patiently(() => client.files.completeUploadExternal({ files, channel_id: channel }));
    return true;
  } catch (error) {
    if (refusalOf(error) === 'missing_scope') return false;
    throw error;
  }
}
