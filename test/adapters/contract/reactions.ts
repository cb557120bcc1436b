import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Reactions, Seen } from './driver.js';
import { rooms, theCard } from './play.js';

/** Nothing answers there: what is read of pages is for other tests. */
const page = (name: string): string => `http://127.0.0.1:9/${name}`;

/**
 * What a reaction does that the room chose, on every network that has some. A network plugs in
 * with one line: `reactionsSuite('discord', () => discordDriver())`.
 */
export function reactionsSuite(platform: string, open: () => Promise<Driver>): void {
  describe(`a reaction that the room chose, on ${platform}`, () => {
    let driver: Driver;
    let on: Reactions;
    beforeAll(async () => {
      driver = await open();
      if (!driver.reactions) throw new Error(`${platform} has no reactions`);
      on = driver.reactions;
      // The first person founds the community, and facilitates it.
      for (const who of ['Nadia', 'Sami', 'Lou']) await driver.command(who, 'ecc moi');
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    const all = async (): Promise<readonly (readonly Seen[])[]> =>
      Promise.all([driver.room(), ...['Nadia', 'Sami', 'Lou'].map(driver.privately)]);
    const latest = async (who: string): Promise<Seen> => {
      const seen = (await driver.privately(who)).at(-1);
      if (!seen) throw new Error(`${who} sees nothing`);
      return seen;
    };
    const shares = () =>
      driver.database.prisma.resourceShare.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    const choose = (): Promise<void> =>
      driver.command('Nadia', `veille réaction ${argument('signe', on.typed)}`);
    /** A typed option, as this network writes it. */
    const argument = (name: string, value: string): string => `${name}:"${value}"`;

    test('is none until somebody who facilitates chooses it, before everybody', async () => {
      const id = await on.write('Nadia', `À lire : ${page('avant')}`);
      const before = await all();
      await on.react('Sami', id);
      expect(await all()).toEqual(before);
      await driver.command('Sami', `veille réaction ${argument('signe', on.typed)}`);
      expect((await latest('Sami')).text).toContain('revient aux personnes qui facilitent');
      await on.react('Sami', id);
      expect(await shares()).toEqual([]);
      await driver.command('Nadia', 'veille réaction');
      expect((await latest('Nadia')).text).toContain('aucune réaction n’ajoute de lien');
      await choose();
      expect((await latest('Nadia')).text).toContain('Le salon en est prévenu');
      const { text } = await theCard(driver, 'sous un message ajoute ses liens à la veille');
      expect(text).toContain('ne répond qu’à cette personne');
    });

    test('shares in the name of who reacted, with the conversation, and tells only them', async () => {
      const id = await on.write('Nadia', `À lire (${page('eau')}), non ?`);
      const [, ...others] = await all();
      await on.react('Sami', id, 'other');
      expect(await shares()).toEqual([]);
      await on.react('Sami', id);
      const answer = await latest('Sami');
      expect(answer.text).toContain('V-1 est dans la veille');
      expect(answer.actions).toContain('Enlever mon partage');
      expect(rooms(await driver.room())).not.toContain('V-1 est dans la veille');
      expect(await driver.privately('Nadia')).toEqual(others[0]);
      expect((await theCard(driver, 'V-1 ·')).text).toContain('Sami');
      const [share, ...more] = await shares();
      expect(more).toEqual([]);
      expect(share?.link).toMatch(/^https:/);
      const resource = await driver.database.prisma.resource.findFirstOrThrow();
      expect(resource.address).toBe(page('eau'));

      // The same person, again: nothing more. Somebody else: one more who shares it.
      await on.react('Sami', id);
      expect((await shares()).length).toBe(1);
      await on.react('Lou', id);
      expect((await latest('Lou')).text).toContain('déjà V-1');
      expect((await shares()).map(({ link }) => link)).toEqual([share?.link, share?.link]);
      expect(await driver.database.prisma.resource.count()).toBe(1);
    });

    test('takes all the links of a message, and is taken back by its answer', async () => {
      const id = await on.write('Nadia', `${page('un')} puis ${page('deux')}. ${page('un')}`);
      await on.react('Lou', id);
      const answer = await latest('Lou');
      expect(answer.text).toContain('2 liens de ce message sont dans la veille');
      expect(answer.text).toContain('V-2');
      expect(answer.text).toContain('V-3');
      const alone = await on.write('Nadia', page('trois'));
      await on.react('Lou', alone);
      const count = (await shares()).length;
      await driver.press('Lou', await latest('Lou'), 'Enlever mon partage');
      expect((await latest('Lou')).text).toContain('Votre partage de V-4 est enlevé');
      expect((await shares()).length).toBe(count - 1);
    });

    test('says privately that there is no link', async () => {
      const id = await on.write('Nadia', 'Bonjour à vous');
      const [room] = await all();
      await on.react('Sami', id);
      expect((await latest('Sami')).text).toContain('ne contient pas de lien');
      expect(await driver.room()).toEqual(room);
    });

    test('is nothing under what ECC says, nor from an application', async () => {
      const card = await theCard(driver, 'V-1 ·');
      const id = await on.write('Nadia', page('robot'));
      const before = await all();
      await on.react('Sami', card.id);
      await on.reactAsBot?.(id);
      expect(await all()).toEqual(before);
    });

    test('says privately what to do when the message cannot be read', async () => {
      const id = await on.write('Nadia', page('caché'));
      await on.hide(id);
      const [room] = await all();
      const count = (await shares()).length;
      await on.react('Sami', id);
      const { text } = await latest('Sami');
      expect(text).toContain('n’a pas pu lire ce message');
      expect(text.toLowerCase()).toContain('ajouter');
      expect(await driver.room()).toEqual(room);
      expect((await shares()).length).toBe(count);
    });

    test('holds after a restart, until one gesture ends it', async () => {
      await driver.restart();
      const id = await on.write('Nadia', page('reprise'));
      await on.react('Sami', id);
      expect((await latest('Sami')).text).toContain('est dans la veille');
      await driver.command('Nadia', 'veille réaction');
      await driver.press('Nadia', await latest('Nadia'), 'Ne plus l’écouter');
      await theCard(driver, 'aucune réaction n’ajoute de lien');
      const before = await all();
      await on.react('Lou', id);
      expect(await all()).toEqual(before);
    }, 60_000);
  });
}
