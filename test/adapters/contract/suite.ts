import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text, view } from '../../../commands/view/build.js';
import { plainText } from '../../../commands/view/markdown.js';
import { rich } from '../../../commands/words/index.js';
import { RoomImpossible } from '../../../src/journal/outbox/types.js';
import { localised } from '../../../src/kernel/locale.js';
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
    }, 600_000);

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

    test('of a list that takes several, all that were taken count', async () => {
      await driver.command(
        'Nadia',
        'agenda trouver titre:"Réunion du four" dates:"demain 20h; dans trois jours 18h30; dans cinq jours 10h"',
      );
      const card = await theCard(driver, 'Réunion du four');
      const [first = '', second = '', third = ''] = datesIn(card);
      const held = async (): Promise<readonly string[]> => {
        const { text: said } = await latest('Sami');
        return ['Vos dates :', 'Si besoin, aussi :'].map((words) => {
          const line = said.split('\n').find((one) => one.includes(words)) ?? '';
          return [...line.matchAll(/(\d)\. \p{L}/gu)].map(([, place]) => place).join(' ');
        });
      };
      await driver.choose('Sami', card, 'Les dates qui me vont', [first, third]);
      expect(await held()).toEqual(['1 3', '']);
      await driver.choose('Sami', card, 'Si besoin, aussi', [second]);
      expect(await held()).toEqual(['1 3', '2']);
      await driver.choose('Nadia', card, 'Les dates qui me vont', [third]);
      const shown = await theCard(driver, 'Réunion du four');
      expect(shown.text).toMatch(/Ont répondu : .*(?:Sami et Nadia|Nadia et Sami)/);
      expect(await held()).toEqual(['1 3', '2']);
    }, 60_000);

    test('of a ballot for several options, all that were taken count', async () => {
      const work = await workingOn(driver, await propose('Peindre la grange'));
      await work.offer('Couleur de la grange', ['Bleu', 'Vert', 'Ocre'], 2);
      const card = await theCard(driver, 'Couleur de la grange');
      await driver.choose('Sami', card, 'Votre choix', ['Bleu', 'Ocre']);
      expect((await latest('Sami')).text).toContain('Bleu et Ocre');
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

    describe('a private room', () => {
      const wanted = (key: string, ...people: string[]) => ({
        ...{ key, people, near: [driver.roomId], title: 'Un échange à trois', again: false },
      });
      const words = localised(() =>
        view({ title: ['Pour vous'], blocks: [text('À votre rythme.')] }),
      );
      const asked = (key: string) =>
        wanted(key, driver.accountOf('Nadia'), driver.accountOf('Sami'));
      const reads = async (who: string): Promise<string> => JSON.stringify(await driver.apart(who));
      beforeAll(async () => {
        // Everybody has been seen there.
        for (const who of ['Sami', 'Lou']) await driver.command(who, 'ecc moi');
      });

      test('is for its people alone, and one however often it is asked for', async () => {
        const room = await driver.room();
        const before = await driver.apart('Nadia');
        const { privateRooms } = driver.adapter();
        const opened = await privateRooms.open(asked('first'));
        expect(await privateRooms.open({ ...asked('first'), again: true })).toEqual(opened);
        expect(await privateRooms.find(asked('first'))).toEqual(opened);
        const to = { roomId: opened.roomId, userId: null, locale: 'fr' as const };
        const said = { to, key: 'first', view: words };
        const ref = await driver.adapter().post(said);
        for (const who of ['Nadia', 'Sami']) expect(await reads(who)).toContain('À votre rythme.');
        expect((await driver.apart('Nadia')).length).toBe(before.length + 1);
        expect(await reads('Lou')).not.toContain('rythme');
        expect(await driver.room()).toEqual(room);
        await driver.adapter().remove({ ...said, ref });
        expect(await reads('Nadia')).not.toContain('rythme');
      });

      test('is found again by another process, and ends once', async () => {
        const opened = await driver.adapter().privateRooms.open(asked('second'));
        await driver.restart();
        const { privateRooms } = driver.adapter();
        expect(await privateRooms.open({ ...asked('second'), again: true })).toEqual(opened);
        for (const how of ['closed', 'closed', 'erased', 'erased'] as const) {
          await privateRooms.end(opened, how);
        }
      }, 60_000);

      test('is none where somebody cannot be brought in', async () => {
        const apart = wanted('third', driver.accountOf('Nadia'), driver.stranger);
        const refused = await driver
          .adapter()
          .privateRooms.open(apart)
          .catch((error) => error);
        expect(refused).toBeInstanceOf(RoomImpossible);
        expect(refused.fault).toBe('apart');
        expect((await driver.adapter().privateRooms.find(apart))?.roomId).toBeUndefined();
      });

      test('is no room of any community', async () => {
        const { prisma } = driver.database;
        const known = await prisma.room.findMany();
        expect(known.map(({ platformId }) => platformId)).toEqual([driver.roomId]);
      });
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

/** The dates of a poll, as its lists show them: a number, then the date. */
const datesIn = ({ text: said }: Seen): string[] => [
  ...new Set(
    [
      ...said.matchAll(
        /\d\. (?:[★✗] )*(\p{L}+ [^\n|]*?\d{1,2} h(?: \d{2})? à \d{1,2} h(?: \d{2})?)/gu,
      ),
    ].map(([, at = '']) => at),
  ),
];

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
