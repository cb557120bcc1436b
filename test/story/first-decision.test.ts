import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { buildClient } from '../adapters/web/support/playground.js';
import { findBrowser, NO_BROWSER, openBrowser } from '../support/browser.js';
import { testFolder } from '../support/database.js';
import { type Ecc, runEcc, startEcc } from '../support/ecc.js';
import { type Window, windowOn } from '../support/window.js';
import { type Deadline, deadlineFor } from './deadline.js';

const found = findBrowser();
if (found === null) console.warn(NO_BROWSER);

/** For a slow machine with other tests on it: what hangs is told, what is slow is not a failure. */
const A_STEP_MS = 60_000;
const THE_STORY_MS = 600_000;

describe.skipIf(found === null)('a first decision, from a proposal to what is decided', () => {
  let browser: Browser;
  let ecc: Ecc;
  let folder = '';

  beforeAll(async () => {
    buildClient();
    folder = await testFolder('story');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await ecc?.stop('SIGKILL');
  });

  const open = async (locale: string): Promise<Window> => {
    const context = await browser.newContext({ locale, acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(A_STEP_MS);
    return windowOn(page);
  };

  test('four people, two windows, a crash in the middle', { timeout: THE_STORY_MS }, async () => {
    const data = join(folder, 'data');
    ecc = await startEcc({ cwd: folder, env: { ECC_DATA: data } });
    const [left, right] = [await open('fr-FR'), await open('en-GB')];
    onTestFailed(async () => {
      for (const { page } of [left, right]) {
        console.error(await page.locator('body').ariaSnapshot());
      }
      console.error(ecc.output());
    });

    // Nadia and Bruno share the French window, Chloé and Dao the English one.
    await left.open(ecc.url, 'Nadia');
    await left.titled('Bienvenue, Nadia').getByText('Visible par vous seul·e').waitFor();
    await left.be('Bruno');
    await right.open(ecc.url, 'Chloé');
    await right.be('Dao');
    expect(await right.page.locator('article').count()).toBe(0);
    await left.be('Nadia');
    await left.say('Bonjour ! On parle du samedi ?');
    await right.page.getByText('On parle du samedi').waitFor();

    const deadline = deadlineFor(left, 'Nadia');
    await propose(left, deadline);
    await left.page.getByText('D-1 est publiée dans le salon.').waitFor();
    await said(theCard(right), 'Proposed by Nadia. Consent, round 1.', 'Nobody has voted yet');
    expect(await right.page.getByText('D-1 is posted in the room').count()).toBe(0);

    // Dao votes without a mouse.
    await reach(right, 'I consent');
    await right.page.keyboard.press('Enter');
    await right.page.getByText('Noted: you consent.').waitFor();
    await said(theCard(left), '1 voix sur 4');
    expect(await left.page.getByText('C’est noté').count()).toBe(0);

    // Chloé objects; the author hears of it, the whole room reads why.
    await deadline.keep();
    await right.be('Chloé');
    await theCard(right).getByRole('button', { name: 'I object' }).click();
    const objecting = right.page.getByRole('form', { name: 'Your objection' });
    await objecting.getByRole('button', { name: 'Raise the objection' }).click();
    await objecting.getByText('This answer is missing').waitFor();
    await objecting.getByRole('textbox').fill('À deux, personne ne peut s’absenter.');
    await objecting.getByRole('button', { name: 'Raise the objection' }).click();
    await right.page.getByText('Noted: your objection is raised.').waitFor();
    await said(
      theCard(left),
      '2 voix sur 4',
      'Pour l’instant : 1 objection maintenue, 1 consentement',
      'Chloé : À deux, personne ne peut s’absenter.',
    );
    await left.titled('Une objection sur D-1').getByText('Visible par vous seul·e').waitFor();

    // Bruno votes; as soon as he is told that it is noted, the process is killed.
    await deadline.keep();
    await left.be('Bruno');
    expect(await left.titled('Une objection sur D-1').count()).toBe(0);
    await theCard(left).getByRole('button', { name: 'Je consens' }).click();
    await left.page.getByText('C’est noté : vous consentez.').waitFor();
    await ecc.stop('SIGKILL');
    await left.page.getByText('Connexion perdue, reprise…').waitFor();
    await right.page.getByText('Connection lost, resuming…').waitFor();
    const { port } = new URL(ecc.url);
    ecc = await startEcc({ cwd: folder, env: { ECC_DATA: data, ECC_WEB_PORT: port } });
    await said(theCard(left), '3 voix sur 4', '1 objection maintenue, 2 consentements');
    await said(theCard(right), '3 votes out of 4', '1 standing objection, 2 consents');
    for (const { page } of [left, right]) {
      await expect.poll(() => page.locator('#lost').textContent()).toBe('');
      expect(await page.getByText('On parle du samedi').count()).toBe(1);
    }

    // Nadia changes the text from the message that told her of the objection.
    await deadline.keep();
    await left.be('Nadia');
    await left
      .titled('Une objection sur D-1')
      .getByRole('button', { name: 'Modifier le texte' })
      .click();
    const amending = left.page.getByRole('form', { name: 'Modifier la proposition' });
    await amending.getByLabel('Proposition').fill(BODY.replace('deux', 'trois'));
    await amending.getByRole('button', { name: 'Publier le nouveau texte' }).click();
    await left.page.getByText('Le nouveau texte est publié.').waitFor();
    await changed(left.titled('D-1 : le texte a changé'));
    await changed(right.titled('D-1: the text has changed'));
    await said(theCard(right), 'Text changed, version 2.', '3 votes cast on the earlier text wait');

    // Each of those who voted sees what changed, and says whether their vote still holds.
    await deadline.keep();
    await left.be('Bruno');
    await changed(left.titled('D-1 : votre voix compte-t-elle toujours ?'));
    await left.page.getByRole('button', { name: 'Oui, je confirme' }).click();
    await said(theCard(right), '1 vote out of 4');
    await deadline.keep();
    const asked = right.titled('D-1: does your vote still count?');
    await changed(asked);
    await said(asked, 'Visible by you alone', 'Your objection: “À deux, personne ne peut');
    await right.page.getByRole('button', { name: 'Yes, it is lifted' }).click();
    await said(theCard(left), '2 voix sur 4');
    await deadline.keep();
    await right.be('Dao');
    await changed(asked);
    await right.page.getByRole('button', { name: 'Yes, I confirm' }).click();
    await said(theCard(left), '3 voix sur 4');
    expect(await theCard(left).getByText('Objections', { exact: true }).count()).toBe(0);

    // Its time comes: nobody does anything.
    await left.be('Nadia');
    const adopted = 'Adoptée : aucune objection maintenue, 2 consentements, 1 objection intégrée';
    await deadline.pass();
    await said(theCard(left), adopted);
    await said(theOutcome(left), adopted, 'Nadia écrit maintenant qui fait quoi.');
    await said(theOutcome(right), 'Adopted: no standing objection, 2 consents, 1 objection');
    expect(await theCard(right).getByRole('button', { name: 'I consent' }).count()).toBe(0);
    await right.say('/vote D-1 I consent');
    await right.page.getByText('This vote closed on').waitFor();

    // Nadia writes what is decided, from the message that asks her to.
    await left
      .titled('D-1 est close')
      .getByRole('button', { name: 'Écrire la conclusion' })
      .click();
    const concluding = left.page.getByRole('form', { name: 'Ce qui est décidé' });
    await concluding.getByLabel('Conclusion').fill('Bruno tient le planning des samedis.');
    await concluding.getByLabel('On en reparle').fill('dans trois mois');
    await concluding.getByRole('button', { name: 'Publier la conclusion' }).click();
    await left.page.getByText('La conclusion est publiée.').waitFor();
    await said(theCard(left), 'Ce qui est décidé : Bruno tient le planning', 'On en reparle le');
    await said(theCard(right), 'What is decided: Bruno tient le planning');

    // Anybody recounts.
    await right.say('/decision export D-1');
    const download = right.page.waitForEvent('download');
    await right.page.getByRole('link', { name: 'D-1.json' }).click();
    const file = join(folder, 'D-1.json');
    await (await download).saveAs(file);
    const recount = await runEcc('src/cli.ts', ['tally', file, '--lang', 'fr'], { cwd: folder });
    expect(recount.code).toBe(0);
    expect(recount.output.split('\n')[0]).toBe(adopted);

    expect([...left.troubles, ...right.troubles]).toEqual([]);
    expect(await ecc.stop('SIGTERM')).toBe(0);
  });
});

const BODY = 'À partir de janvier, l’atelier ouvre aussi le **samedi**, à deux bénévoles au moins.';

async function propose(window: Window, deadline: Deadline): Promise<void> {
  await window.say('/décision proposer');
  const form = window.page.getByRole('form', { name: 'Nouvelle proposition' });
  await form.getByLabel('Titre').fill('Ouvrir l’atelier le samedi');
  await form.getByLabel('Proposition').fill(BODY);
  await form.getByLabel('Échéance').fill(deadline.words());
  await form.getByRole('button', { name: 'Publier dans le salon' }).click();
}

/** The card that lives with the decision; what is announced of it comes below, with its title. */
const theCard = (window: Window): Locator => window.titled('D-1 · Ouvrir l’atelier').first();
const theOutcome = (window: Window): Locator => window.titled('D-1 · Ouvrir l’atelier').last();

/** Waits until all of this can be read there. */
async function said(where: Locator, ...words: string[]): Promise<void> {
  for (const one of words) await where.filter({ hasText: one }).waitFor();
}

/** Waits for the two texts in one: what went struck out, what came strong. */
async function changed(where: Locator): Promise<void> {
  await where.locator('del', { hasText: 'deux' }).waitFor();
  await where.locator('strong', { hasText: 'trois' }).waitFor();
}

/** Goes back with the keyboard from the composer to the button of that name. */
async function reach({ page }: Window, name: string): Promise<void> {
  const target = page.getByRole('button', { name });
  await page.locator('#text').focus();
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Shift+Tab');
    if (await target.evaluate((button) => button.matches(':focus'))) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}
