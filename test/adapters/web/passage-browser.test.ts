import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visit } from '../../../commands/mediation/passage.js';
import { act, button, text, view } from '../../../commands/view/build.js';
import { findBrowser, NO_BROWSER, openBrowser } from '../../support/browser.js';
import { openPassage } from '../../support/passage.js';

const REF = 'a'.repeat(44);
const SESSION = 'S'.repeat(43);
const PHONE = { width: 390, height: 844 };
const name = {
  ...{ name: 'called', label: 'Votre nom', help: 'Un prénom suffit.', input: 'line' as const },
  ...{ options: [], value: '', required: true, advanced: false, maxLength: 60, fault: '' },
  when: null,
};
const visit: Visit = {
  locale: 'fr',
  about: () => view({ title: ['Qui lit quoi'], blocks: [text('Vous.')] }),
  home: async () =>
    view({
      title: ['On vous demande'],
      actions: [button('Je ne peux pas', act('mediation.decline'))],
      form: { dialogue: 'd', submit: 'Continuer', fields: [name] },
    }),
  look: async () => view({ title: ['Lu'] }),
  does: async (asked) =>
    view({ title: [asked.type === 'form' ? `Bonjour ${asked.values.called}` : 'Noté'] }),
};

let site: Awaited<ReturnType<typeof openPassage>>;
let browser: Browser;
const elsewhere = createServer((_, answer) => {
  const { url } = site.reachedAt();
  answer.setHeader('content-type', 'text/html');
  answer.end(
    `<a href="${url}/passage/${REF}/secret">lien</a> <a href="${url}/passage/${REF}/">place</a>`,
  );
});
const mail = (): string => `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;

const skipped = findBrowser() === null;
beforeAll(async () => {
  if (skipped) return;
  site = await openPassage();
  let free = true;
  site.leadTo({
    async take() {
      const first = free;
      free = false;
      return first ? SESSION : null;
    },
    visit: async (_, session) => (session === SESSION ? visit : null),
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, () => resolve()));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  elsewhere.close();
  await site?.stop();
});

/** Waits until that is what the page is about. */
const reads = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

it.skipIf(skipped)(
  `with a keyboard alone, on a phone, from a link in a mail${skipped ? `: ${NO_BROWSER}` : ''}`,
  { timeout: 120_000 },
  async () => {
    const page = await browser.newPage({
      ...{ viewport: PHONE, locale: 'fr-FR', javaScriptEnabled: false },
    });
    const complaints: string[] = [];
    page.on('console', (one) => complaints.push(one.text()));
    const press = async (label: string): Promise<void> => {
      await page.getByRole('button', { name: label }).focus();
      await page.keyboard.press('Enter');
    };
    await page.goto(mail());
    await page.getByText('lien').click();
    await reads(page, 'Un mot pour vous');
    await press('Ouvrir');
    await reads(page, 'On vous demande');
    await page.getByLabel('Votre nom').fill('Camille');
    await page.keyboard.press('Enter');
    await reads(page, 'Bonjour Camille');
    await page.getByText('Qui lit quoi').click();
    expect(await page.getByText('Vous.').isVisible()).toBe(true);

    // A browser keeps such a cookie to itself when it comes from elsewhere, then brings it.
    await page.goto(mail());
    await page.getByText('place').click();
    await reads(page, 'Un mot pour vous');
    await press('Continuer');
    await reads(page, 'On vous demande');
    await page.goto(mail());
    await page.getByText('lien').click();
    await reads(page, 'Un mot pour vous');
    await press('Ouvrir');
    await reads(page, 'On vous demande');
    expect(complaints).toEqual([]);
    await page.close();
  },
);

it.skipIf(skipped)('nothing overflows a phone, by day or by night', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${site.reachedAt().url}/passage/${REF}/secret`);
    const [wide, ground, ink] = (await page.evaluate(
      `[document.documentElement.scrollWidth,
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.documentElement).color]`,
    )) as [number, string, string];
    expect(wide).toBeLessThanOrEqual(320);
    expect(ground).not.toBe(ink);
    const size = await page.getByRole('button').boundingBox();
    expect(size?.height).toBeGreaterThanOrEqual(44);
  }
  await page.close();
});
