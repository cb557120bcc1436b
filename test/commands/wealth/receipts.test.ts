import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { festivalRoom } from '../../support/festival.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import { given, pdf, png } from '../../support/receipts.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = await festivalRoom(t);
});
afterAll(() => t.close());

const spend = { context: 'Festival', amount: '45,20 €', what: 'peinture' };

/** The file in an answer. */
const fileIn = ({ blocks }: View) => blocks.find((block) => block.type === 'file');

describe('a receipt', () => {
  it('comes with the expense, is read back whole by who may, and by nobody else', async () => {
    const ticket = png('hippocampe');
    const files = [given('../Ticket du 20.exe', ticket, 'file')];
    const said = await room.do('Bruno', 'wealth.spend', spend, { files });
    expect(textOf(said)).toContain('Ticket du 20.png (1 ko), joint par Bruno');
    const found = await room.do('Chloé', 'wealth.expense-file', { expense: 'E-1', position: '1' });
    expect(found.audience).toBe('only-you');
    expect(fileIn(found)).toMatchObject({ name: 'Ticket du 20.png', mediaType: 'image/png' });
    expect(Buffer.from(fileIn(found)?.data ?? []).equals(ticket)).toBe(true);
    await play(room, [
      ['Chloé', '/frais voir E-1', ['Ticket du 20.png', '[Lire un justificatif]']],
      ['Dao', '/frais voir E-1', 'Le justificatif, s’il y en a un'],
    ]);
    expect(textOf(await room.say('Dao', 'frais voir E-1'))).not.toContain('Ticket du 20');
    const refused = await room.do('Dao', 'wealth.expense-file', { expense: '1', position: '1' });
    expect(textOf(refused)).toContain('ne sont lus que par qui a payé');
    for (const text of await room.seen()) expect(text).not.toContain('Ticket du 20');
  });

  it('is joined later, by who paid or who pays back; taken away only before it is approved', async () => {
    const join = (who: string, name: string, more = {}) =>
      room.say(who, 'frais justificatif E-1', { files: [given(name, pdf('facture'))], ...more });
    expect(textOf(await join('Nadia', 'facture.pdf'))).toContain('facture.pdf');
    expect(textOf(await join('Chloé', 'autre.pdf'))).toContain('Seule la personne qui a payé');
    await play(room, [
      ['Bruno', '/frais voir E-1', ['Nadia joint un justificatif', '[Retirer un justificatif]']],
      ['Bruno', '[Retirer un justificatif=1]', 'Effacer ce fichier'],
      ['Bruno', {}, ['Le fichier est effacé.', 'Bruno retire un justificatif', 'facture.pdf']],
      ['Chloé', '/frais approuver E-1', 'Approuvée par Chloé'],
    ]);
    const kept = await room.do('Bruno', 'wealth.expense-detach', { expense: '1', position: '2' });
    const answer = kept.form ? await room.fill('Bruno', {}) : kept;
    expect(textOf(answer)).toContain('E-1 a été approuvée avec ce justificatif');
    expect(textOf(await join('Bruno', 'encore.pdf'))).toContain('Approuvée par Chloé');
    const again = await room.do('Chloé', 'wealth.expense-file', { expense: '1', position: '1' });
    expect(textOf(again)).toContain('n’est plus joint à E-1');
  });

  it('of another kind, or too big, is said at its place, and nothing else is lost', async () => {
    const wrong = given('peinture.png', Buffer.from('<html><script>alert(1)</script>'), 'file');
    const asked = await room.do('Bruno', 'wealth.spend', spend, { files: [wrong] });
    expect(asked.form?.fields.find(({ name }) => name === 'file')?.fault).toContain('ni un PDF');
    const big = given('grand.png', Buffer.concat([png('x'), Buffer.alloc(10_000_001)]), 'file');
    const still = await room.fill('Bruno', { vat: 'pomme' }, undefined, { files: [big] });
    const fields = still.form?.fields ?? [];
    expect(fields.find(({ name }) => name === 'file')?.fault).toContain('10 Mo');
    const right = given('juste.png', png('juste'), 'file');
    const held = await room.fill('Bruno', { vat: 'prune' }, undefined, { files: [right] });
    const file = held.form?.fields.find(({ name }) => name === 'file');
    expect(file?.fault ?? '').toBe('');
    expect(textOf(await room.fill('Bruno', { vat: '' }))).toMatch(/peinture[\s\S]*juste\.png/);
  });

  it('is asked for when it is not there, and told from what only looks like one', async () => {
    const asked = await room.say('Bruno', 'frais justificatif E-1');
    expect(asked.form?.fields.map(({ name, input }) => [name, input])).toEqual([['file', 'file']]);
    expect(asked.form?.private).toBe(true);
    const unknown = await room.fill('Bruno', { file: '01900000-0000-7000-8000-000000000000' });
    expect(textOf(unknown)).toContain('Ce fichier n’est plus là');
    const files = [given('vrai.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ...'))];
    expect(textOf(await room.fill('Bruno', {}, undefined, { files }))).toContain('vrai.webp');
  });

  it('is named in the sheets, with its digest, for who may read it', async () => {
    const digest = createHash('sha256').update(pdf('facture')).digest('hex');
    const sheet = (who: string) => room.say(who, 'richesse exporter Festival');
    const named = `E-1;2026-11-21;1;Bruno;Festival;frais;peinture;45,20;EUR;;"facture.pdf sha256:${digest}`;
    expect(fileIn(await sheet('Chloé'))?.text).toContain(named);
    const dao = fileIn(await sheet('Dao'))?.text;
    expect(dao).toContain('E-1');
    expect(dao).not.toContain('facture.pdf');
    const journal = await room.say('Chloé', 'richesse exporter Festival hledger');
    expect(fileIn(journal)?.text).not.toContain('facture');
  });

  it('held by somebody is of no use to somebody else', async () => {
    const files = [given('privé.png', png('privé'), 'file')];
    const held = await room.do('Bruno', 'wealth.spend', { ...spend, vat: '?' }, { files });
    const newest = { orderBy: { createdAt: 'desc' } } as const;
    const { id: value } = await t.database.prisma.givenFile.findFirstOrThrow(newest);
    const dialogue = held.form?.dialogue ?? '';
    expect(textOf(await room.say('Nadia', `frais justificatif E-1 fichier:${value}`))).toContain(
      'n’est plus là',
    );
    const stolen = await room.send('Chloé', { type: 'form', dialogue, values: { vat: '' } });
    expect(textOf(stolen)).not.toContain('privé');
  });

  it('is nowhere in clear in the database, its name included; what nothing keeps is deleted', async () => {
    const before = await t.database.prisma.givenFile.count();
    const bytes = (await t.database.prisma.givenFile.findMany()).map(({ content }) =>
      Buffer.from(content).toString('latin1'),
    );
    const dump = `${JSON.stringify(await tables(t.database))} ${bytes.join(' ')}`;
    for (const clear of ['hippocampe', 'Ticket du 20', 'facture.pdf', 'PNG\r', '%PDF']) {
      expect(dump).not.toContain(clear);
    }
    t.clock.pass(25 * 3_600_000);
    await t.tidy();
    const kept = await t.database.prisma.givenFile.count({ where: { kept: true } });
    expect(await t.database.prisma.givenFile.count()).toBe(kept);
    expect(kept).toBeLessThan(before);
  });
});
