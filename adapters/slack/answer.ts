import type { types } from '@slack/bolt';
import type { Request } from '../../commands/registry/invocation.js';
import { encodeAct } from '../../commands/view/act-id.js';
import type { View } from '../../commands/view/view.js';
import { patiently } from './client.js';
import { refusalOf } from './errors.js';
import { give, givenIn } from './files.js';
import { isDirect } from './ids.js';
import { plain } from './render/blocks.js';
import { LIMITS } from './render/limits.js';
import { type Page, pagesOf } from './render/message.js';
import { fitsModal, formModal, resultModal } from './render/modal.js';
import { type Scene, toMetadata } from './scene.js';
import { openDirect, postPage, whisper } from './send.js';
import { slackWords } from './words.js';

/** Opens again what a window would have held: its id says which kind of request its value is. */
export const REOPEN_LINE = 'again-line';
export const REOPEN_ACT = 'again-act';

/** Shows a person what was answered to their `request`, where they expect it. */
export async function answer(scene: Scene, view: View, request: Request): Promise<void> {
  await inWords(scene, view, request);
  await withFiles(scene, view);
}

/** Files go where only one person reads: what is ephemeral holds none. */
async function withFiles(scene: Scene, view: View): Promise<void> {
  const files = givenIn(view);
  if (files.length === 0) return;
  const { client, user, channel, locale } = scene;
  const words = slackWords[locale];
  const direct = await openDirect(client, user);
  let all = true;
  for (const file of files) all = (await give(client, direct, file)) && all;
  const where = all ? words.inPrivate : words.noFiles;
  if (!all || (channel && !isDirect(channel.id))) {
    await say({ ...scene, replaces: false }, [{ text: where, blocks: [] }], false);
  }
}

async function inWords(scene: Scene, view: View, request: Request): Promise<void> {
  if (view.form) return openForm(scene, view, request);
  if (view.audience === 'direct') return answerPrivately(scene, view);
  const { window, trigger, locale, channel } = scene;
  const modal = (): types.ModalView =>
    resultModal(view, toMetadata({ dialogue: null, locale, channel }), locale);
  if (fitsModal(view) && view.audience !== 'room') {
    if (window !== null) {
      await patiently(() => scene.client.views.update({ view_id: window, view: modal() }));
      return;
    }
    if (channel === null && trigger !== null) {
      await patiently(() => scene.client.views.open({ trigger_id: trigger, view: modal() }));
      return;
    }
  }
  const toRoom = view.audience === 'room';
  const below = isBelow(scene, toRoom);
  const pages = pagesOf(view, locale, { below });
  if (view.confidential !== undefined && channel !== null) return leaveNothing(scene, pages);
  await say(scene, pages, toRoom);
}

/** Also in direct messages, where an answer would else last: gone when they reload. */
async function leaveNothing(scene: Scene, pages: readonly Page[]): Promise<void> {
  const { client, channel, user, thread } = scene;
  if (channel === null) return;
  for (const page of pages) await whisper(client, page, { channel: channel.id, user, thread });
}

async function openForm(scene: Scene, view: View, request: Request): Promise<void> {
  const { form } = view;
  if (!form) return;
  const { client, trigger, locale, channel, window } = scene;
  const metadata = toMetadata({ dialogue: form.dialogue, locale, channel });
  const modal = formModal(view, form, { metadata, locale });
  if (trigger !== null) {
    try {
      const asked = { trigger_id: trigger, view: modal };
      await patiently(() =>
        window === null ? client.views.open(asked) : client.views.push(asked),
      );
      return;
    } catch (error) {
      const late = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'];
      if (!late.includes(refusalOf(error) ?? '')) throw error;
    }
  }
  await say(scene, [reopening(request, view, scene)], false);
}

/** A form needs a click not older than three seconds: a button gives one. */
function reopening(request: Request, view: View, { locale }: Scene): Page {
  const words = slackWords[locale];
  const [id, value] =
    request.type === 'line'
      ? [REOPEN_LINE, request.text]
      : request.type === 'act'
        ? [REOPEN_ACT, encodeAct(request.community, request.act)]
        : [REOPEN_LINE, ''];
  if (value === '' || value.length > LIMITS.value) return { text: words.tooLate, blocks: [] };
  const [{ text, blocks }] = pagesOf({ ...view, form: null, blocks: [] }, locale);
  const button: types.Button = {
    ...{ type: 'button', action_id: id, value, style: 'primary' },
    text: plain(words.openForm),
  };
  const says: types.KnownBlock = { type: 'section', text: plain(words.formWaits) };
  return { text, blocks: [...blocks, says, { type: 'actions', elements: [button] }] };
}

/** In their direct messages, and a word about it where they asked, that tells nothing. */
async function answerPrivately(scene: Scene, view: View): Promise<void> {
  const { client, user, locale } = scene;
  const words = slackWords[locale];
  const channel = await openDirect(client, user);
  await postAll(scene, channel, pagesOf(view, locale, { neutral: true }));
  if (scene.channel && !isDirect(scene.channel.id)) {
    await say(scene, [{ text: words.inPrivate, blocks: [] }], false);
  }
}

/** Without an invitation it can answer one person, and show nothing to the others. */
export const askInvitation = (scene: Scene): Promise<void> =>
  say(
    { ...scene, replaces: false },
    [{ text: slackWords[scene.locale].inviteMe, blocks: [] }],
    false,
  );

async function postAll(scene: Scene, channel: string, pages: readonly Page[]): Promise<void> {
  let thread: string | null = null;
  for (const [index, page] of pages.entries()) {
    const ts: string = await postPage(scene.client, page, { channel, key: null, thread, index });
    thread ??= ts;
  }
}

const MOST_RESPONSES = 5;

const isAlone = ({ channel }: Scene): boolean => channel === null || isDirect(channel.id);

/** Whether pages follow each other: what only one person sees has no thread. */
const isBelow = (scene: Scene, toRoom: boolean): boolean =>
  scene.respond !== null || !(toRoom || isAlone(scene));

/** Says it in place: by the response address when there is one, which needs no invitation. */
async function say(scene: Scene, pages: readonly Page[], toRoom: boolean): Promise<void> {
  const { respond, client, channel, user, thread } = scene;
  if (respond && pages.length <= MOST_RESPONSES) {
    for (const [index, { text, blocks }] of pages.entries()) {
      await respond({
        ...{ text, response_type: toRoom ? 'in_channel' : 'ephemeral' },
        ...(blocks.length > 0 && { blocks }),
        replace_original: scene.replaces && index === 0 && !toRoom,
        ...{ unfurl_links: false, unfurl_media: false, parse: 'none' },
      });
    }
    return;
  }
  if (channel === null || isAlone(scene)) {
    await postAll(scene, channel?.id ?? (await openDirect(client, user)), pages);
  } else if (toRoom) await postAll(scene, channel.id, pages);
  else for (const page of pages) await whisper(client, page, { channel: channel.id, user, thread });
}
