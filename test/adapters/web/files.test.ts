import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, NO_BROWSER } from '../../support/browser.js';
import { png } from '../../support/receipts.js';
import { browserRoom } from './support/browser-room.js';
import { openPlayground, type Playground } from './support/playground.js';
import { field, text, view } from './support/views.js';

const found = findBrowser();
if (found === null) console.warn(NO_BROWSER);

const form = (fault = '') =>
  view({
    audience: 'only-you',
    title: ['Une note de frais'],
    form: {
      ...{ dialogue: 'dialogue-7', submit: 'Déclarer' },
      fields: [
        field({ name: 'what', label: 'Quoi', required: true }),
        field({ name: 'file', label: 'Fichier', input: 'file', fault }),
      ],
    },
  });

const ticket = png(`hippocampe${'.'.repeat(3_000_000)}`);

describe.skipIf(found === null)('a file in a browser', () => {
  const t = browserRoom();

  test('is chosen in a form, sent with its words, and saved again from a card', async () => {
    const page = await t.enter('Nadia');
    const { registry } = t.room;
    const answers = [form(), form('Ni une image, ni un PDF.')];
    const dispatch = registry.dispatch.bind(registry);
    registry.dispatch = async (invocation) => {
      await dispatch(invocation);
      const file = { type: 'file', name: 'ticket.png', mediaType: 'image/png' } as const;
      const blocks = [text('Gardé'), { ...file, text: '', data: ticket }];
      return answers.shift() ?? view({ audience: 'only-you', blocks });
    };
    await t.type(page, '/frais');
    await page.getByLabel('Quoi').fill('peinture');
    const chosen = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') };
    await page.getByLabel('Fichier').setInputFiles(chosen);
    await page.getByRole('button', { name: 'Déclarer' }).click();
    await page.getByText('Ni une image').waitFor();
    await page.getByLabel('Fichier').setInputFiles({ ...chosen, buffer: ticket });
    await page.getByRole('button', { name: 'Déclarer' }).click();
    await page.getByText('Gardé').waitFor();
    const { request, files = [] } = registry.asked.at(-1) ?? {};
    expect(request).toMatchObject({ type: 'form', values: { what: 'peinture' } });
    expect(request).not.toHaveProperty('values.file');
    expect(files.map(({ param, name }) => [param, name])).toEqual([['file', 'page.html']]);
    const [saving] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'ticket.png' }).click(),
    ]);
    expect(saving.suggestedFilename()).toBe('ticket.png');
    expect((await readFile(await saving.path())).equals(ticket)).toBe(true);
    expect(t.troubles).toEqual([]);
  });
});

describe('a file that comes otherwise', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.adapter.stop());

  const sent = (path: string, headers: Record<string, string>, bytes = png('x')) => {
    const body = new FormData();
    body.set('said', JSON.stringify({ id: crypto.randomUUID(), type: 'line', text: '/x' }));
    body.set('file file', new File([new Uint8Array(bytes)], 'x.png'));
    const { origin } = new URL(playground.adapter.url());
    const url = new URL(path, origin);
    return fetch(url, { method: 'POST', body, headers: { origin, ...headers } });
  };

  test.each([
    ['from another site', '/say', { origin: 'https://evil.example' }],
    ['from who does not say from where', '/say', { origin: 'null' }],
    ['to another address', '/people', {}],
  ])('%s is refused with a sentence', async (_name, path, headers) => {
    const response = await sent(path, headers);
    expect(response.status).toBe(403);
    expect(playground.registry.asked).toEqual([]);
  });

  test('too large, is refused before anything of it is looked at', async () => {
    expect((await sent('/say', {}, Buffer.alloc(11_000_000))).status).toBe(413);
    expect(playground.registry.asked).toEqual([]);
  });
});
