import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { RoomGone } from '../../../src/journal/outbox/types.js';
import { localised } from '../../../src/kernel/locale.js';
import { readBlocks } from '../../platforms/slack/reading.js';
import { consentCard, hostileCard, text, view } from '../web/support/views.js';
import { type BareSlack, bareSlack } from './support/bare.js';

const ROOM = 'C0ATELIER';
const room = { roomId: `T0ATELIER:${ROOM}`, userId: null, locale: 'fr' } as const;
const nadia = { ...room, userId: 'T0ATELIER:UNADIA' } as const;

let t: BareSlack;
beforeAll(async () => {
  t = await bareSlack();
  t.slack.addChannel(ROOM, 'atelier');
  t.slack.addUser('UNADIA', 'Nadia');
  await t.adapter.start();
});
afterAll(() => t.close());
beforeEach(() => {
  t.state.messages.length = 0;
  t.state.calls.length = 0;
});
afterEach(() => expect(t.state.notified).toEqual([]));

let keys = 0;
const newKey = (): string => `card-${++keys}`;
const both = (one: View) => localised(() => one);
const card = (consents: number) => localised((locale) => consentCard(consents, locale));
const shown = () => t.state.messages.map(({ blocks }) => readBlocks(blocks));
const called = (method: string) => t.state.calls.filter((call) => call.method === method);

describe('a card', () => {
  it('is posted, then edited in place', async () => {
    const key = newKey();
    const ref = await t.adapter.post({ to: room, key, view: card(3) });
    expect(await t.adapter.edit({ to: room, key, ref, view: card(4) })).toBe(ref);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('4 sur 23');
    expect(t.state.messages[0]?.text).toContain('D-12 · Ouvrir l’atelier le samedi');
  });

  it('that somebody deleted is posted again', async () => {
    const key = newKey();
    const ref = await t.adapter.post({ to: room, key, view: card(3) });
    t.state.messages.length = 0;
    expect(await t.adapter.edit({ to: room, key, ref, view: card(4) })).not.toBe(ref);
    expect(shown()).toHaveLength(1);
  });

  it('whose posting lost its answer is posted once, and says what is true now', async () => {
    const key = newKey();
    t.slack.lost.set('chat.postMessage', 1);
    await expect(t.adapter.post({ to: room, key, view: card(3) })).rejects.toThrow();
    await t.adapter.post({ to: room, key, view: card(5) });
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('5 sur 23');
  });

  it('that a process posted before it died is found by the next', async () => {
    const key = newKey();
    const ref = await t.adapter.post({ to: room, key, view: card(3) });
    const next = await bareSlack({ slack: t.slack });
    expect(await next.adapter.post({ to: room, key, view: card(3) })).toBe(ref);
    expect(shown()).toHaveLength(1);
  });

  it('looks back once a channel, not at every post', async () => {
    for (const key of [newKey(), newKey(), newKey()]) {
      await t.adapter.post({ to: room, key, view: card(1) });
    }
    expect(called('conversations.history')).toHaveLength(0);
  });

  it('waits as long as Slack asks, and is posted once', async () => {
    t.slack.limits.set('chat.postMessage', [0, 1]);
    await t.adapter.post({ to: room, key: newKey(), view: card(3) });
    expect(called('chat.postMessage').map(({ error }) => error)).toEqual([
      'ratelimited',
      'ratelimited',
      null,
    ]);
    expect(shown()).toHaveLength(1);
  });

  it('too long for one message goes on in its thread, and comes back to one', async () => {
    const key = newKey();
    const paragraphs = Array.from({ length: 120 }, (_, at) =>
      text(`Paragraphe ${at}. ${'mot '.repeat(60)}`),
    );
    const long = view({ title: ['Compte rendu'], blocks: paragraphs });
    const ref = await t.adapter.post({ to: room, key, view: both(long) });
    const [first, ...more] = t.state.messages;
    expect(more.length).toBeGreaterThan(1);
    expect(more.every(({ thread }) => thread === first?.ts)).toBe(true);
    const all = shown().join('\n');
    for (let at = 0; at < 120; at++) expect(all).toContain(`Paragraphe ${at}.`);
    expect(shown()[0]).toContain('La suite est dans le fil.');
    const short = view({ title: ['Compte rendu'], blocks: [text('En bref.')] });
    await t.adapter.edit({ to: room, key, ref, view: both(short) });
    expect(shown()).toEqual(['Compte rendu\nEn bref.']);
  });

  it('full of hostile text is shown as it is, and nobody is called', async () => {
    const hostile = hostileCard();
    const trap = '<!channel> <@UNADIA> <#C0ATELIER> <https://example.org|bank> *x* @here &lt;';
    await t.adapter.post({
      ...{ to: room, key: newKey() },
      view: both({
        ...hostile,
        title: [trap],
        blocks: [
          ...hostile.blocks,
          text(trap),
          { type: 'note', content: [trap, { type: 'strong', children: ['gras'] }] },
        ],
      }),
    });
    expect(shown()[0]).toContain('<!channel> <@UNADIA> <#C0ATELIER> <https://example.org|bank>');
    expect(t.state.messages[0]?.text).toContain('&lt;!channel&gt;');
  });
});

describe('a private word', () => {
  it('goes to direct messages, and its notification says nothing of it', async () => {
    await t.adapter.post({ to: nadia, key: newKey(), view: card(3) });
    expect(t.state.messages.map(({ channel, text: fallback }) => [channel, fallback])).toEqual([
      ['DUNADIA', 'ECC vous a écrit.'],
    ]);
  });

  it('that cannot arrive is told of once, without a word of it', async () => {
    const user = t.state.users.get('UNADIA');
    if (!user) throw new Error('nobody');
    user.closed = true;
    const key = newKey();
    const ref = await t.adapter.post({ to: nadia, key, view: card(3) });
    await t.adapter.edit({ to: nadia, key, ref, view: card(4) });
    user.closed = false;
    expect(t.state.messages.map(({ channel, onlyFor }) => [channel, onlyFor])).toEqual([
      [ROOM, 'UNADIA'],
    ]);
    expect(t.state.messages[0]?.text).not.toContain('samedi');
  });
});

it('an outage fails a post, which then goes out once', async () => {
  const key = newKey();
  await t.slack.outage(async () => {
    await expect(t.adapter.post({ to: room, key, view: card(3) })).rejects.toThrow();
  });
  await t.adapter.post({ to: room, key, view: card(3) });
  expect(shown()).toHaveLength(1);
});

describe('a channel that is gone', () => {
  it.each(['deleted', 'archived'] as const)('because it was %s is said to be', async (how) => {
    const id = `C0${how.toUpperCase()}`;
    t.slack.addChannel(id, how);
    const to = { ...room, roomId: `T0ATELIER:${id}` };
    const key = newKey();
    const ref = await t.adapter.post({ to, key, view: card(3) });
    const channel = t.state.channels.get(id);
    if (how === 'archived' && channel) channel.archived = true;
    else t.state.channels.delete(id);
    await expect(t.adapter.edit({ to, key, ref, view: card(4) })).rejects.toThrow(RoomGone);
    const another = { to, key: newKey(), view: card(3) };
    await expect(t.adapter.post(another)).rejects.toThrow(RoomGone);
  });
});
