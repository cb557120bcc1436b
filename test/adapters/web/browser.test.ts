import { describe, expect, test } from 'vitest';
import { findBrowser, NO_BROWSER } from '../../support/browser.js';
import { browserRoom } from './support/browser-room.js';
import { openPlayground } from './support/playground.js';
import { consentCard, field, text, view } from './support/views.js';

const found = findBrowser();
if (found === null) console.warn(NO_BROWSER);

describe.skipIf(found === null)('the room in a browser', () => {
  const t = browserRoom();
  const { blank, ready, enter, type, focused } = t;

  test('a first visit asks for a name, and remembers it for the tab', async () => {
    const page = await blank();
    await page.goto(t.room.adapter.url());
    expect(await page.locator('h1').textContent()).toBe('Bienvenue dans l’atelier');
    await page.keyboard.press('Enter');
    await page.getByText('Il manque un nom').waitFor();
    await page.keyboard.type('Nadia');
    await page.keyboard.press('Enter');
    await page.getByText('Rien n’a encore été dit ici').waitFor();
    await ready(page);
    await page.goto(t.room.adapter.url());
    await page.locator('#who summary', { hasText: 'Nadia' }).waitFor();
    expect(t.room.registry.people).toHaveLength(1);
    expect(t.troubles).toEqual([]);
  });

  test('two windows see each other; what is private stays so', async () => {
    const [nadia, elie] = [await enter('Nadia'), await enter('Élie')];
    await type(nadia, 'Bonjour Élie');
    await elie.getByText('Bonjour Élie').waitFor();
    await type(elie, '/ecc');
    await elie.getByRole('heading', { name: 'Ce que vous pouvez faire ici' }).waitFor();
    await elie.getByText('Visible par vous seul·e').waitFor();
    await type(elie, 'Bonjour Nadia');
    await nadia.getByText('Bonjour Nadia').waitFor();
    expect(await nadia.locator('article').count()).toBe(2);
    await elie.getByRole('button', { name: 'Fermer' }).click();
    expect(await elie.locator('article').count()).toBe(2);
    expect(t.troubles).toEqual([]);
  });

  test('a message is made a proposal from its menu, which closes as menus do', async () => {
    const [nadia, elie] = [await enter('Nadia'), await enter('Élie')];
    await type(nadia, 'Et si on ouvrait le samedi ?');
    const message = elie.locator('article', { hasText: 'Et si on ouvrait' });
    const menu = message.locator('summary');
    await menu.click();
    await elie.keyboard.press('Escape');
    const choice = message.getByRole('button', { name: 'Proposer une décision' });
    await expect.poll(() => choice.isVisible()).toBe(false);
    await menu.press('Enter');
    await choice.click();
    await elie.locator('form[data-dialogue]').waitFor();
    expect(await choice.isVisible()).toBe(false);
    expect(t.room.registry.asked.at(-1)?.request).toMatchObject({
      ...{ type: 'on-message', command: 'propose' },
      message: { text: 'Et si on ouvrait le samedi ?', author: { name: 'Nadia' }, link: null },
    });
    expect(t.troubles).toEqual([]);
  });

  test('commands are completed by keyboard alone', async () => {
    const page = await enter('Nadia');
    const box = page.getByRole('combobox', { name: 'Votre message' });
    await page.keyboard.type('/');
    await page.getByRole('option').nth(3).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(active).toBe('suggestion-1');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('/décision liste ');
    await expect.poll(() => box.getAttribute('aria-expanded')).toBe('false');
    await box.fill('/e');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/ecc ');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ce que vous pouvez faire ici' }).waitFor();
    expect(await focused(page)).toBe('text');
    expect(await box.inputValue()).toBe('');
  });

  test('a form takes the focus, keeps what was typed, and is replaced by its answer', async () => {
    const page = await enter('Nadia');
    await type(page, '/décision proposer');
    await page.getByRole('form', { name: 'Proposer une décision' }).waitFor();
    expect(await focused(page)).toBe('title');
    await page.getByText('Autres réglages').click();
    await page.getByLabel('Votes secrets').check();
    await page.getByLabel('Choix').check();
    await page.getByLabel('Les options').fill('Mardi');
    await page.getByLabel('Clôture').fill('hier');
    await page.keyboard.press('Enter');
    await page.getByText('Il manque un titre.').waitFor();
    expect(await focused(page)).toBe('title');
    const title = page.getByLabel('Titre');
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Les options').inputValue()).toBe('Mardi');
    expect(await page.getByLabel('Votes secrets').isChecked()).toBe(true);
    await title.fill('Ouvrir le samedi, et puis aussi le dimanche matin');
    await page.getByText('49 caractères : il y en a 9 de trop').waitFor();
    expect(await title.inputValue()).toHaveLength(49);
    await page.getByLabel('Consentement').check();
    expect(await page.getByLabel('Les options').isVisible()).toBe(false);
    await page.getByLabel('Clôture').fill('demain');
    await page.keyboard.press('Enter');
    await page.getByText('est proposé au salon').waitFor();
    expect(await page.locator('article').count()).toBe(1);
    expect(await focused(page)).toBe('text');
    const sent = t.room.registry.asked.at(-1)?.request;
    expect(sent).toMatchObject({ values: { options: '', secret: 'oui', kind: 'consent' } });
  });

  test('an edit keeps the focus and what is half typed', async () => {
    const asked = (count: number) =>
      view({
        title: [`${count} voix`],
        actions: [...consentCard(1, 'fr').actions],
        form: {
          dialogue: 'd',
          submit: 'ok',
          fields: [field({ name: 'reason', label: 'Raison', input: 'text' })],
        },
      });
    const page = await enter('Nadia');
    await t.room.post('card', asked(1));
    await page.getByLabel('Raison').fill('Parce que');
    await page.keyboard.press('ArrowLeft');
    await t.room.post('card', asked(2));
    await page.getByText('2 voix').waitFor();
    expect(await focused(page)).toBe('reason');
    await page.keyboard.type('-');
    expect(await page.getByLabel('Raison').inputValue()).toBe('Parce qu-e');
    await page.getByRole('button', { name: 'Une question' }).focus();
    await t.room.post('card', asked(3));
    await page.getByText('3 voix').waitFor();
    expect(await focused(page)).toBe('Une question');
    expect(await page.locator('article').getAttribute('aria-live')).toBe('off');
  });

  test('a vote by button edits the card in both windows', async () => {
    let count = 12;
    t.room.registry.onVote = async () => {
      count += 1;
      await t.room.post('d12', (locale) => consentCard(count, locale));
    };
    const nadia = await enter('Nadia');
    const elie = await enter('Élie');
    await t.room.post('d12', (locale) => consentCard(count, locale));
    await elie.goto(elie.url().replace('langue=fr', 'langue=en'));
    await ready(elie);
    await nadia.getByRole('button', { name: 'Je consens' }).click();
    await nadia.getByText('C’est noté').waitFor();
    await nadia.getByText('13 sur 23').waitFor();
    await elie.getByText('13 of 23').waitFor();
    await nadia.getByRole('button', { name: 'Je consens' }).click();
    await nadia.getByText('14 sur 23').waitFor();
    await expect.poll(() => nadia.getByText('C’est noté').count()).toBe(1);
  });

  test('a restart in the middle loses nothing that was typed, and catches up', async () => {
    const { store, registry } = t.room;
    const port = Number(new URL(t.room.adapter.url()).port);
    const page = await enter('Nadia');
    await type(page, 'avant');
    await page.getByText('avant').waitFor();
    await t.room.adapter.stop();
    await page.getByText('Connexion perdue, reprise…').waitFor();
    await type(page, 'pendant la coupure');
    await page.getByText('Ce que vous avez écrit est gardé').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('pendant la coupure');
    t.room = await openPlayground({ port, store, registry });
    await t.room.post('card', view({ title: ['après'] }));
    await page.getByRole('heading', { name: 'après' }).waitFor();
    await expect.poll(() => page.locator('#lost').textContent()).toBe('');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.locator('article', { hasText: 'pendant la coupure' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('article').count()).toBe(3);
  });

  test('who reads further up is not pulled away', async () => {
    for (let index = 0; index < 120; index++) {
      await t.room.post(`n:${index}`, view({ blocks: [text(`message ${index}`)] }));
    }
    const page = await enter('Nadia');
    const top = () => page.locator('#flow').evaluate((flow) => flow.scrollTop);
    const fromEnd = () =>
      page
        .locator('#flow')
        .evaluate((flow) => flow.scrollHeight - flow.scrollTop - flow.clientHeight);
    await expect.poll(fromEnd).toBeLessThan(2);
    await t.room.post('at end', view({ blocks: [text('suivi')] }));
    await page.getByText('suivi').waitFor();
    await expect.poll(fromEnd).toBeLessThan(2);
    await page.getByRole('button', { name: 'Voir avant' }).click();
    await page.getByText('message 0', { exact: true }).waitFor();
    const before = await top();
    expect(before).toBeGreaterThan(100);
    await t.room.post('late', view({ blocks: [text('pendant la lecture')] }));
    const newer = page.getByRole('button', { name: 'Nouveaux messages' });
    await newer.waitFor();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await newer.click();
    await expect.poll(fromEnd).toBeLessThan(2);
    await newer.waitFor({ state: 'hidden' });
  });
});
