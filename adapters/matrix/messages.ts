import { plainText } from '../../commands/view/markdown.js';
import type { View } from '../../commands/view/view.js';
import type { Locale } from '../../src/kernel/locale.js';
import { PRIVATE_BALLOT, sameSign } from './render/gestures.js';
import { type Attachment, type Rendered, render } from './render/render.js';
import { named, type Sender } from './send.js';
import type { Posted } from './store/messages.js';
import type { MatrixStore } from './store.js';
import type { Content } from './types.js';

/** A message to show, or to show anew: the same key in the same room is the same message. */
export interface Message {
  readonly roomId: string;
  readonly key: string;
  readonly view: View;
  readonly locale: Locale;
  readonly direct: boolean;
  readonly msgtype: 'm.text' | 'm.notice';
  /** In a thread: its root, and what it answers there. */
  readonly thread: { readonly root: string; readonly replyTo: string } | null;
  /** It may be edited later; otherwise nothing of its content is remembered. */
  readonly living: boolean;
}

export type Messages = ReturnType<typeof createMessages>;

const FRESH = {
  ...{ eventIds: [], hashes: [], generation: 0, revision: 0, gesturesOn: null, seeds: {} },
  offered: { open: [], secret: [], title: '', about: [] },
};

/** What a view is confidential about. */
export const aboutOf = ({ confidential = [] }: View): readonly string[] => [confidential].flat();

/** Our messages as they stand in rooms: posted once, edited in place, posted anew when gone. */
export function createMessages(parts: {
  readonly store: MatrixStore;
  readonly sender: Sender;
  /** The first words of commands. */
  readonly words: readonly string[];
}) {
  const { store, sender, words } = parts;
  const underway = new Set<Promise<unknown>>();

  async function show(message: Message): Promise<string> {
    const { roomId, key, view } = message;
    const known = await store.messages.find(roomId, key);
    const there = known?.eventIds[0];
    if (there !== undefined && !message.living) return there;
    const row: Posted = known ?? { ...FRESH, roomId, key, community: view.community };
    const rendered = render(view, { ...message, words });
    const eventIds: string[] = [];
    for (const [index, page] of rendered.pages.entries()) {
      eventIds.push(await showPage(message, row, { index, page }));
    }
    for (const gone of row.eventIds.slice(eventIds.length)) await sender.redact(roomId, gone);
    const saved: Posted = {
      ...row,
      ...{ eventIds, revision: row.revision + 1 },
      hashes: message.living ? rendered.pages.map((page) => named(JSON.stringify(page))) : [],
      ...offer(row, rendered, eventIds.at(-1) ?? null, view),
    };
    await store.messages.save(saved);
    await seed(saved, rendered);
    for (const [index, attachment] of rendered.attachments.entries()) {
      await attach({ ...message, key: `${key}#${index}` }, attachment);
    }
    const [first] = eventIds;
    if (first === undefined) throw new Error('a view without a page');
    return first;
  }

  async function showPage(
    { roomId, key, thread }: Message,
    row: Posted,
    { index, page }: { readonly index: number; readonly page: Content },
  ): Promise<string> {
    const there = row.eventIds[index];
    const { generation, revision } = row;
    if (there === undefined) {
      const relates = thread && threaded(thread);
      const content = relates ? { ...page, 'm.relates_to': relates } : page;
      return sender.event(roomId, 'm.room.message', content, named(roomId, key, index, generation));
    }
    const hash = named(JSON.stringify(page));
    if (row.hashes[index] !== hash) {
      const name = named(roomId, key, index, generation, revision, hash);
      await sender.event(roomId, 'm.room.message', edited(there, page), name);
    }
    return there;
  }

  /** Signs that are no longer offered still answer, with why not. */
  function offer(row: Posted, { gestures }: Rendered, on: string | null, view: View) {
    const kept = row.offered.open.filter(
      (old) => !gestures.open.some((one) => sameSign(one.emoji) === sameSign(old.emoji)),
    );
    const open = [...gestures.open, ...kept.map((one) => ({ ...one, seeded: false }))];
    const secret = gestures.secret.length > 0 ? gestures.secret : row.offered.secret;
    const any = open.length + secret.length > 0;
    return {
      offered: { open, secret, title: plainText(view.title), about: aboutOf(view) },
      gesturesOn: any ? on : null,
    };
  }

  /** Puts our own reactions where they are wanted, and takes back those that no longer are. */
  async function seed(row: Posted, { gestures }: Rendered): Promise<void> {
    const on = row.gesturesOn;
    const wanted = gestures.open.filter(({ seeded }) => seeded).map(({ emoji }) => emoji);
    if (gestures.secret.length > 0) wanted.push(PRIVATE_BALLOT);
    const seeds: Record<string, string> = {};
    for (const [sign, eventId] of Object.entries(row.seeds)) {
      if (wanted.includes(sign)) seeds[sign] = eventId;
      else if (eventId !== '') await sender.redact(row.roomId, eventId);
    }
    for (const sign of on === null ? [] : wanted) {
      seeds[sign] ??= (await sender.react(row.roomId, on ?? '', sign)) ?? '';
    }
    if (JSON.stringify(seeds) !== JSON.stringify(row.seeds)) {
      await store.messages.save({ ...row, seeds });
    }
  }

  async function attach(message: Message, { type, body, mediaType, data }: Attachment) {
    const { roomId, key, thread, view } = message;
    const hash = named(mediaType, body, Buffer.from(data).toString('base64'));
    const known = await store.messages.find(roomId, key);
    const there = known?.eventIds[0];
    if (there !== undefined && (!message.living || known?.hashes[0] === hash)) return;
    if (there !== undefined) await sender.redact(roomId, there);
    const offered = { ...FRESH.offered, about: aboutOf(view) };
    const row = known ?? { ...FRESH, roomId, key, community: view.community, offered };
    const generation = row.generation + (there === undefined ? 0 : 1);
    const content = {
      ...(await sender.upload(roomId, data, mediaType)),
      ...{ msgtype: type, body, filename: body, 'm.mentions': {} },
      ...(thread ? { 'm.relates_to': threaded(thread) } : {}),
    };
    const name = named(roomId, key, 'file', generation);
    const eventId = await sender.event(roomId, 'm.room.message', content, name);
    await store.messages.save({ ...row, generation, eventIds: [eventId], hashes: [hash] });
  }

  async function takeAway(rows: readonly Posted[]): Promise<void> {
    for (const row of rows) {
      for (const eventId of row.eventIds) await sender.redact(row.roomId, eventId);
      if (row.gesturesOn !== null) await store.reactions.removeUnder(row.gesturesOn);
      await store.messages.remove(row);
    }
  }

  return {
    async show(message: Message): Promise<string> {
      const showing = show(message);
      underway.add(showing);
      try {
        return await showing;
      } finally {
        underway.delete(showing);
      }
    },
    /** The message under which a reaction is; one being posted is waited for. */
    async under(eventId: string): Promise<Posted | null> {
      const found = await store.messages.byGestures(eventId);
      if (found || underway.size === 0) return found;
      await Promise.allSettled(underway);
      return store.messages.byGestures(eventId);
    },
    /** Takes away every message of ours whose key begins so, as far as the network lets us. */
    takeAway: async (beginning: string): Promise<void> =>
      takeAway(await store.messages.beginning(beginning)),
    /** Takes away every answer that told something about this, and what belongs to it. */
    async forget(about: string): Promise<void> {
      for (const { key } of await store.messages.held(about)) {
        await takeAway(await store.messages.beginning(key));
      }
    },
    /** Somebody took a message of ours away: the next edit posts it anew. */
    async gone(eventId: string): Promise<void> {
      const row = await store.messages.byEvent(eventId);
      if (!row) return;
      await store.messages.save({
        ...row,
        ...{ eventIds: [], hashes: [], seeds: {}, gesturesOn: null },
        generation: row.generation + 1,
      });
      // Its other pages would say nothing alone.
      for (const page of row.eventIds) {
        if (page !== eventId) await sender.redact(row.roomId, page);
      }
    },
  };
}

const threaded = ({ root, replyTo }: { root: string; replyTo: string }) => ({
  ...{ rel_type: 'm.thread', event_id: root, is_falling_back: true },
  'm.in_reply_to': { event_id: replyTo },
});

/** What clients without edits show is short: a whole card twice would not fit. */
const edited = (eventId: string, page: Content): Content => ({
  msgtype: page.msgtype,
  body: `* ${String(page.body).split('\n')[0]}`,
  'm.mentions': {},
  'm.new_content': page,
  'm.relates_to': { rel_type: 'm.replace', event_id: eventId },
});
