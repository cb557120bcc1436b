import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { type TestSite, testSite } from '../../support/site.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  site = await testSite();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  await room.say('Nadia', 'richesse ouvrir Festival');
  return () => site.close();
});

const HEADING = 'jour;de;vers;nature;quoi;quantité;unité';
const FILE = [
  HEADING,
  '12/03/2026;Nadia;Festival;communication;"Affiche; grand format";3h;',
  '13/03/2026;Bruno;;production;Scène;1 200,50;EUR',
  '',
  '14/03/2026;Chloé;Bruno;soin;Soupe;1,250;kg',
  '15/03/2026;;Nadia;argent;Billet;12,5;€',
].join('\r\n');

const preview = async (table: string, who = 'Nadia') =>
  textOf(await room.do(who, 'wealth.import', { context: 'Festival', table }));
const take = async (): Promise<string> =>
  textOf(await room.act('Nadia', { command: 'wealth.import-take', args: { import: '1' } }));
const contributions = async () =>
  t.database.prisma.contribution.findMany({
    where: { communityId: await room.community() },
    orderBy: { number: 'asc' },
  });

describe('a file of past declarations', () => {
  it('is shown before anything is declared, then added by a button', async () => {
    const shown = await preview(FILE);
    expect(shown).toContain('4 déclarations à ajouter, 3 h, 1 213 € et 1,25 kg en tout.');
    expect(shown).toContain('2 sont au nom d’autres personnes');
    expect(shown).toContain(
      'Ligne 2 : jeudi 12 mars 2026, Nadia → Festival, 3 h · communication · Affiche; grand format',
    );
    expect(shown).toContain('Ligne 5 : samedi 14 mars 2026, Chloé → Bruno, 1,25 kg · soin · Soupe');
    expect(shown).toContain('Ligne 6 : dimanche 15 mars 2026, Festival → Nadia, 12,50 €');
    expect(await contributions()).toEqual([]);
    await play(room, [
      ['Nadia', '[Ajouter 4 déclarations]', ['4 déclarations sont ajoutées.', '2 attendent']],
      ['', 'sees', ['Festival : des déclarations sont importées', 'Nadia a importé 4']],
      [
        'Bruno',
        'sees',
        ['Écrit pour vous : Festival', 'R-2 vendredi 13 mars 2026, Bruno → Festival'],
      ],
    ]);
    expect((await contributions()).map(({ state }) => state)).toEqual([
      ...['declared', 'proposed', 'proposed', 'declared'],
    ]);
    expect((await room.seen()).filter((one) => one.startsWith('R-'))).toEqual([]);
  });

  it('adds nothing the second time, nor when the button is pressed twice', async () => {
    await preview(FILE);
    expect(await take()).toContain('4 déclarations sont ajoutées.');
    expect(await take()).toContain('rien ne l’est deux fois');
    const again = await preview(FILE);
    expect(again).toContain('Rien à ajouter.');
    expect(again).toContain('4 lignes sont déjà déclarées');
    expect(again).not.toContain('[Ajouter');
    expect(await preview(`${FILE}\n16/03/2026;Nadia;;soin;Pain;1h;`)).toContain(
      '1 déclaration à ajouter',
    );
    expect(await contributions()).toHaveLength(4);
  });

  it('says everything that is wrong at once, line by line, and what to do', async () => {
    const shown = await preview(
      [
        HEADING,
        '12/03/2026;Zoé;;communication;Affiche;beaucoup;',
        '31/02/2026;Nadia;;cirque;;3h;',
        '12/03/2026;Nadia;Nadia;soin;Rien;3h;',
        '12/03/2027;Nadia;;soin;Futur;3h;',
        '12/03/2026;;;soin;Personne;-3;h',
        '12/03/2026;Nadia;;soin;Juste;3h;',
      ].join('\n'),
    );
    for (const line of [
      'Ligne 2 : Personne ne s’appelle « Zoé » ici.',
      'Je n’ai pas compris « beaucoup ».',
      'Ligne 3 : « cirque »',
      'Il manque : quoi.',
      'Je n’ai pas compris le jour « 31/02/2026 »',
      'Ligne 4 : On ne se donne pas à soi-même.',
      'Ligne 5 : Ce jour n’est pas encore venu',
      'Ligne 6 : Il manque qui a donné ou reçu',
      '« -3 h » : un chiffre négatif',
      '5 lignes à reprendre',
      'Corrigez-les, puis importez de nouveau tout le tableau',
      '[Ajouter 1 déclaration]',
    ]) {
      expect(shown).toContain(line);
    }
  });

  it('has its headings, or says which are missing', async () => {
    expect(await preview('date;qui\n12/03/2026;Nadia')).toContain(
      'Il manque ces colonnes : nature, quoi, quantité. J’ai lu : date, qui.',
    );
    expect(await preview(HEADING)).toContain('Ce tableau est vide.');
    expect(await preview(`${HEADING}\n12/03/2026;"Nadia;;soin;x;3h;`)).toContain(
      'à partir de la ligne 2',
    );
    const many = Array.from({ length: 501 }, (_, n) => `1/3/26;Nadia;;soin;t${n};1h;`);
    expect(await preview([HEADING, ...many].join('\n'))).toContain('501 lignes');
  });

  it('reads English tables, tabs, and dates the other way when the file shows it', async () => {
    expect(
      await preview(
        'day,from,nature,what,amount\n03/04/2026,Nadia,care,Soup,"1,250 kg"\n03/25/2026,Nadia,care,Bread,2.5h',
      ),
    ).toContain('mercredi 4 mars 2026, Nadia → Festival, 1 250 kg');
    expect(
      await preview(
        'jour\tqui\tnature\tquoi\tmontant\n2026-03-01 00:00:00\tNadia\tsoin\tPain\t2 h',
      ),
    ).toContain('dimanche 1er mars 2026, Nadia → Festival, 2 h');
  });

  it('comes from an address too, in the encoding of old spreadsheets', async () => {
    site.pages['/passe.csv'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.end(Buffer.from(`${HEADING}\n12/03/2026;Chloé;;soin;Crêpes;3h;\n`, 'latin1'));
    };
    expect(await preview(`${site.url}/passe.csv`)).toContain(
      'Chloé → Festival, 3 h · soin · Crêpes',
    );
    expect(await preview(`${site.url}/rien.csv`)).toContain('Il n’y a rien à cette adresse');
    expect(await preview('http://10.0.0.1/x.csv')).toContain('n’est pas sur l’internet public');
  });

  it('reads back what ECC exports, and finds it all there', async () => {
    await room.say('Nadia', 'déclarer 3h communication "=1+1; affiche" contexte:Festival');
    await room.say('Bruno', 'déclarer 1250 g soin "pain" contexte:Festival avec:Chloé');
    await room.do('Chloé', 'wealth.join', { context: 'Festival' });
    for (const number of ['1', '2']) await room.say('Chloé', `richesse valider ${number}`);
    const view = await room.say('Nadia', 'richesse exporter Festival');
    const file = view.blocks.find((block) => block.type === 'file');
    const shown = await preview(file?.type === 'file' ? file.text : '');
    expect(shown).toContain('Rien à ajouter.');
    expect(shown).toContain('lignes sont déjà déclarées');
    expect(shown).not.toContain('TVA');
  });
});

describe('who', () => {
  it('only somebody who facilitates imports; the others say whether it is so', async () => {
    expect(await preview(FILE, 'Bruno')).toContain('facilite');
    await preview(FILE);
    const other = await room.act('Bruno', {
      ...{ command: 'wealth.import-take', args: { import: '1' } },
    });
    expect(textOf(other)).toContain('facilite');
    await take();
    await play(room, [
      ['Bruno', '[Tout est juste]', '1 déclaration est à vous.'],
      ['Bruno', 'sees', 'Festival : c’est fait'],
      ['Bruno', '/richesse voir 3', 'Attend que Chloé dise si c’est juste'],
    ]);
    const again = await room.act('Bruno', {
      ...{ command: 'wealth.import-confirm', args: { import: '1' } },
    });
    expect(textOf(again)).toContain('Plus rien de cet import n’attend votre accord');
    expect((await contributions()).map(({ state }) => state)).toEqual([
      ...['declared', 'declared', 'proposed', 'declared'],
    ]);
  });

  it('is undone by who imported, but for what others have made their own', async () => {
    await preview(FILE);
    await take();
    await room.press('Bruno', 'Tout est juste');
    await play(room, [
      ['Nadia', '[Défaire l’import]', '3 déclarations sont retirées.'],
      ['', 'sees', 'Nadia a défait cet import.'],
    ]);
    expect((await contributions()).map(({ state }) => state)).toEqual([
      ...['withdrawn', 'declared', 'withdrawn', 'withdrawn'],
    ]);
    expect(await preview(FILE)).toContain('3 déclarations à ajouter');
  });

  it('leaves nothing readable in the database of what a discreet context keeps', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'validators' });
    const table = `${HEADING}\n12/03/2026;Nadia;;soin;Ecoutesecrete;3h;`;
    await room.do('Nadia', 'wealth.import', { context: 'Soins', table });
    const dump = JSON.stringify([
      await t.database.prisma.wealthImport.findMany(),
      await t.database.prisma.contributionVersion.findMany(),
    ]);
    expect(dump).not.toContain('Ecoutesecrete');
    await take();
    const after = JSON.stringify([
      await t.database.prisma.wealthImport.findMany(),
      await t.database.prisma.contributionVersion.findMany(),
      (await t.database.prisma.journalEntry.findMany()).map(({ data }) => data),
    ]);
    expect(after).not.toContain('Ecoutesecrete');
  });
});
