import { describe, expect, test } from 'vitest';
import { findBrowser, NO_BROWSER } from '../../support/browser.js';
import { browserRoom } from './support/browser-room.js';
import { accordCard, choiceCard, consentCard, hostileCard } from './support/views.js';

const found = findBrowser();
if (found === null) console.warn(NO_BROWSER);

describe.skipIf(found === null)('the room in a browser, for everybody', () => {
  const t = browserRoom();
  const { ready, enter, type } = t;

  test('hostile words are only words, and a phone never scrolls sideways', async () => {
    const page = await enter('Nadia', { viewport: { width: 360, height: 740 } });
    await t.room.post('hostile', hostileCard());
    await t.room.post('d9', accordCard());
    await t.room.post('d7', choiceCard(true));
    await type(page, `<img src=x onerror=alert(1)>${'W'.repeat(400)}`);
    await type(page, '/décision liste');
    await page.getByText('Décisions en cours', { exact: true }).first().waitFor();
    await type(page, '/décision proposer');
    await page.getByLabel('Titre').waitFor();
    const sideways = await page
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(sideways).toBe(0);
    expect(await page.locator('article img, article script').count()).toBe(0);
    const small = await page
      .locator('button, summary, .tick, select, input[type=text]')
      .evaluateAll((found) =>
        found
          .map((one) => one.getBoundingClientRect().height)
          .filter((height) => height > 0 && height < 44),
      );
    expect(small).toEqual([]);
    expect(t.troubles).toEqual([]);
  });

  test('a screen reader finds its way', async () => {
    const page = await enter('Nadia');
    await t.room.post('d12', consentCard(12, 'fr'));
    await page.getByRole('heading', { name: 'D-12' }).waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      '- link "Aller à votre message"',
      '- heading "Atelier" [level=1]',
      '- log "Conversation"',
      '- heading "D-12 · Ouvrir l’atelier le samedi" [level=2]',
      '- paragraph: Voix exprimées 12 sur 23',
      '- button "Je consens"',
      '- combobox "Votre message"',
      '- button "Envoyer"',
    ]) {
      expect(tree).toContain(part);
    }
    expect(tree).not.toContain('progressbar');
  });

  test('one changes language and person without a mouse', async () => {
    await enter('Élie');
    const page = await enter('Nadia');
    await page.getByRole('link', { name: 'English' }).press('Enter');
    await page.getByRole('combobox', { name: 'Your message' }).waitFor();
    await ready(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('#who summary').press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.getByRole('link', { name: 'Élie', exact: true }).press('Enter');
    await page.locator('#who summary', { hasText: 'Élie' }).waitFor();
    await ready(page);
    await page.locator('#who summary').press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('#who').getAttribute('open')).toBeNull();
  });
});
