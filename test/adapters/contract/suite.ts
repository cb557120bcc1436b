import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../../commands/view/markdown.js';
import { rich } from '../../../commands/words/index.js';
import { plainBlanks } from '../../support/text.js';
import type { Driver, Seen } from './driver.js';
import { PLAIN, proposal, rooms, theCard, workingOn } from './play.js';

/**
 * What every network must do, played by people in French through the real SDK. A driver plugs in
 * with one line: `contractSuite('discord', () => discordDriver())`.
 */
export function contractSuite(platform: string, open: () => Promise<Driver>): void {
  describe(`the contract of all networks, on ${platform}`, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await open();
      // The first person founds the community, and facilitates it.
      await driver.command('Nadia', 'ecc moi');
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    const latest = async (who: string): Promise<Seen> => {
      const seen = (await driver.privately(who)).at(-1);
      if (!seen) throw new Error(`${who} sees nothing`);
      return seen;
    };
    const propose = async (title: string, more = ''): Promise<Seen> => {
      await driver.command('Nadia', proposal(title, more));
      return theCard(driver, title);
    };

    test('every command can be reached, and asks for what is missing', async () => {
      for (const command of driver.house.registry.surface) {
        const name = command.names.fr.find((one) => one.includes(' ')) ?? command.id;
        const before = await driver.privately('Nadia');
        await driver.command('Nadia', name);
        const seen = await latest('Nadia');
        expect(isNews(seen, before), `${name} is answered`).toBe(true);
        expect(broken(seen), `${name} works: ${seen.text}`).toBe(false);
        const first = command.params.find(({ required }) => required);
        if (first) {
          const asked = seen.fields.map((label) => label.toLowerCase());
          expect(asked, `${name} asks`).toContain(first.names.fr);
        }
      }
    }, 120_000);

    test('what is asked for can be given, and is done', async () => {
      await driver.command('Nadia', 'décision proposer');
      await driver.fill('Nadia', {
        Titre: 'Repeindre la salle',
        Proposition: 'En blanc, un dimanche.',
        Méthode: 'Consentement',
        Échéance: 'dans trois jours',
      });
      const card = await theCard(driver, 'Repeindre la salle');
      expect(card.text).toContain('En blanc, un dimanche.');
      expect(card.text).toContain('Proposé par Nadia');
    });

    test('a wrong answer is told, and nothing typed is lost', async () => {
      await driver.command('Nadia', 'décision proposer');
      await driver.fill('Nadia', {
        Titre: 'Changer la serrure',
        Proposition: 'Une serrure à code.',
        Méthode: 'Consentement',
        Échéance: 'à la saint-glinglin',
      });
      const told = (await driver.privately('Nadia')).map(({ text }) => text).join('\n');
      expect(told).toContain('saint-glinglin');
      await driver.fill('Nadia', { Échéance: 'dans trois jours' });
      const card = await theCard(driver, 'Changer la serrure');
      expect(card.text).toContain('Une serrure à code.');
    });

    test('every gesture under a card leads somewhere', async () => {
      const card = await propose('Acheter une scie');
      expect(card.actions.length).toBeGreaterThan(0);
      for (const label of card.actions) {
        const before = await driver.privately('Sami');
        await driver.press('Sami', card, label);
        const seen = await latest('Sami');
        expect(isNews(seen, before), `“${label}” is answered`).toBe(true);
        expect(broken(seen), `“${label}” works: ${seen.text}`).toBe(false);
      }
    }, 60_000);

    test('“only you” is really only you', async () => {
      const card = await propose('Louer une tente');
      const room = await driver.room();
      const others = await driver.privately('Nadia');
      await driver.press('Sami', card, 'Je consens');
      expect((await latest('Sami')).text).toContain('vous consentez');
      expect((await driver.room()).length).toBe(room.length);
      expect(rooms(await driver.room())).not.toContain('vous consentez');
      expect((await driver.privately('Nadia')).length).toBe(others.length);
    });

    test('its own messages are not heard', async () => {
      await propose('Planter un pommier');
      const room = await driver.room();
      const mine = await driver.privately('Nadia');
      await driver.echo();
      expect(await driver.room()).toEqual(room);
      expect(await driver.privately('Nadia')).toEqual(mine);
    });

    test('hostile text is only text', async () => {
      for (const hostile of HOSTILE) {
        await driver.command('Nadia', `décision proposer titre:"Essai ${hostile}" ${PLAIN}`);
        const card = await theCard(driver, 'Essai');
        expect(card.text).toContain(hostile);
      }
    }, 60_000);

    test('a card is edited after a restart, not said again', async () => {
      const card = await propose('Réparer le toit');
      const count = (await driver.room()).length;
      await driver.restart();
      await driver.press('Sami', card, 'Je consens');
      const after = await theCard(driver, 'Réparer le toit');
      expect(after.id).toBe(card.id);
      expect(after.edits).toBeGreaterThan(card.edits);
      expect((await driver.room()).length).toBe(count);
    }, 60_000);

    test('what is delivered twice is done once', async () => {
      await propose('Ouvrir un compte');
      const count = (await driver.room()).length;
      await driver.redeliver();
      expect((await driver.room()).length).toBe(count);
    });

    test('after an outage everything is caught up with: once, and in order', async () => {
      const card = await propose('Tenir une buvette');
      const before = (await driver.room()).length;
      await driver.outage(async () => {
        const work = await workingOn(driver, card);
        await work.ask('Qui apporte les verres ?');
        await work.ask('Qui tient la caisse ?');
        await work.propose('Premier retour');
        await work.propose('Second retour');
      });
      const room = await driver.room();
      const shown = room.find(({ id }) => id === card.id);
      expect(shown?.text.match(/verres \?[\s\S]*caisse \?/g)).toHaveLength(1);
      const texts = room.slice(before).map(({ text }) => text);
      expect(texts.filter((text) => text.includes('Premier retour'))).toHaveLength(1);
      expect(texts.filter((text) => text.includes('Second retour'))).toHaveLength(1);
      expect(texts.findIndex((text) => text.includes('Premier retour'))).toBeLessThan(
        texts.findIndex((text) => text.includes('Second retour')),
      );
    }, 60_000);
  });
}

/** What people may type to be taken for something else. */
const HOSTILE = [
  '@everyone @here <@1> <!channel>',
  '<b>gras</b> <script>alert(1)</script> &amp;',
  '**pas gras** `code` ~~barré~~ > # - ||caché||',
  '[lien](javascript:alert(1))',
] as const;

/** A new message, or the same one saying something else. */
const isNews = (seen: Seen, before: readonly Seen[]): boolean =>
  !before.some(({ id, text }) => id === seen.id && text === seen.text);

const BROKEN = (['bug.title', 'refusal.old-button', 'unknown.title'] as const).map((key) =>
  plainBlanks(plainText(rich('fr', key))),
);
const broken = ({ text }: Seen): boolean => BROKEN.some((words) => text.includes(words));
