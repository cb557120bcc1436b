import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildClient } from '../adapters/web/support/playground.js';
import { findBrowser, NO_BROWSER, openBrowser } from '../support/browser.js';
import { startEcc } from '../support/ecc.js';
import { type Window, windowOn } from '../support/window.js';

/** Makes the picture of the README from a real run: `npm run picture`. */
const PICTURE = 'docs/playground.png';
const SIZE = { width: 1100, height: 900 };
/** Sharp on a dense screen, and light enough for a page. */
const SCALE = 1.5;
/** What the clock shows, roughly, whenever the picture is made. */
const HOUR = 10;

if (findBrowser() === null) throw new Error(NO_BROWSER);
buildClient();
const folder = await mkdtemp(join(tmpdir(), 'ecc-picture-'));
const ecc = await startEcc({ cwd: folder, env: { ECC_DATA: join(folder, 'data') } });
const browser = await openBrowser();
try {
  const window = await inTheMorning(browser);
  await play(window, ecc.url);
  await window.page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await ecc.stop('SIGTERM');
  await rm(folder, { recursive: true });
}

async function inTheMorning(browser: Browser): Promise<Window> {
  const ahead = ((HOUR - new Date().getUTCHours() + 36) % 24) - 12;
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: SIZE,
    deviceScaleFactor: SCALE,
    // The sign is turned round in these names (tz database, file `etcetera`).
    timezoneId: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
  });
  return windowOn(await context.newPage());
}

async function play(window: Window, url: string): Promise<void> {
  const { page } = window;
  await window.open(url, 'Nadia');
  for (const name of ['Bruno', 'Chloé', 'Dao', 'Inès', 'Malik', 'Solène']) await window.be(name);

  await window.be('Bruno');
  await window.say(
    'Samedi dernier, trois personnes ont trouvé porte close. Et si on ouvrait aussi ce jour-là\u00A0?',
  );
  await window.be('Nadia');
  await window.say(
    'Je m’occupe de l’accueil en janvier. Voici une proposition, dites ce qui coince.',
  );
  await window.say('/décision proposer');
  const form = page.getByRole('form', { name: 'Nouvelle proposition' });
  await form.getByLabel('Titre').fill('Ouvrir l’atelier le samedi');
  await form
    .getByLabel('Proposition')
    .fill(
      'À partir de janvier, l’atelier ouvre aussi le **samedi de 10\u00A0h à 16\u00A0h**, à deux bénévoles au moins. On fait le point fin mars.',
    );
  await form.getByLabel('Échéance').fill('mercredi 18 h');
  await form.getByRole('button', { name: 'Publier dans le salon' }).click();
  await page.getByText('est publiée dans le salon').waitFor();

  const card = window.titled('D-1 · Ouvrir l’atelier').first();
  const consent = async (name: string, voices: string) => {
    await window.be(name);
    await card.getByRole('button', { name: 'Je consens' }).click();
    await card.filter({ hasText: voices }).waitFor();
  };
  await consent('Dao', '1 voix sur 7');
  await consent('Inès', '2 voix sur 7');
  await window.be('Chloé');
  await card.getByRole('button', { name: 'J’ai une objection' }).click();
  const objection = page.getByRole('form', { name: 'Votre objection' });
  await objection
    .getByRole('textbox')
    .fill('À deux, personne ne peut s’absenter. À trois, cela me va.');
  await objection.getByRole('button', { name: 'Poser l’objection' }).click();
  await card.filter({ hasText: '3 voix sur 7' }).waitFor();
  await window.say('J’ai écrit sur la carte ce qui me retient\u00A0: à trois, je suis partante.');
  await consent('Malik', '4 voix sur 7');
  await consent('Bruno', '5 voix sur 7');
  // What was answered to him alone goes, and leaves room for what was said.
  await page.getByRole('button', { name: 'Fermer' }).click();
}
