import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import { play } from '../support/play.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

const remove = (member: string, reason = 'Trois absences sans nouvelles.') =>
  room.do('Nadia', 'ecc.remove', { member }).then(() => room.fill('Nadia', { reason }));

const members = async () =>
  t.database.prisma.member.findMany({ where: { communityId: await room.community() } });

describe('leaving', () => {
  it('shows what becomes of what before anything is done', async () => {
    await room.propose('Nadia');
    await room.do('Bruno', 'decision.vote', { decision: '1', vote: 'consent' });
    await room.do('Nadia', 'agenda.add', { name: 'Cercle', when: 'jeudi 20h' });
    await room.do('Bruno', 'agenda.answer', { event: '1', presence: 'yes' });
    await play(room, [
      [
        'Bruno',
        '/ecc quitter',
        [
          'votre voix dans 1 décision ouverte est retirée',
          'votre place à 1 rendez-vous proche',
          'vos demandes sont closes',
          '[Quitter] [Quitter et effacer mon nom]',
        ],
      ],
      ['Bruno', '/ecc moi', 'Vous êtes Bruno'],
    ]);
  });

  it('is followed by silence; coming back is proposed, and never done unasked', async () => {
    await play(room, [
      ['Bruno', '/ecc quitter', 'Quitter'],
      ['Bruno', '[Quitter]', ['Vous avez quitté', '[Revenir]']],
      ['Bruno', '/ecc moi', ['Vous avez quitté', 'revenez d’abord', '[Revenir]']],
      ['Bruno', '/décision proposer', 'Vous avez quitté'],
      ['Nadia', 'sees', ['Bruno a quitté la communauté']],
    ]);
    await room.arrive('Bruno');
    expect((await members()).find(({ name }) => name === 'Bruno')?.leftAt).not.toBeNull();
    await play(room, [
      ['Bruno', '[Revenir]', 'Vous revoilà dans'],
      ['Bruno', '/ecc moi', ['Vous êtes Bruno', 'rôle: membre']],
    ]);
    expect(await members()).toHaveLength(3);
  });

  it('is not for the last who facilitates, unless they are alone', async () => {
    await play(room, [
      ['Nadia', '/ecc quitter', ['Vous êtes la seule personne à faciliter', '/ecc rôle']],
      ['Bruno', '/ecc quitter', 'Quitter'],
      ['Bruno', '[Quitter]', 'Vous avez quitté'],
      ['Chloé', '/ecc quitter', 'Quitter'],
      ['Chloé', '[Quitter]', 'Vous avez quitté'],
      ['Nadia', '/ecc quitter', 'Quitter'],
      ['Nadia', '[Quitter]', 'Vous avez quitté'],
      ['Chloé', '[Revenir]', 'Vous revoilà'],
      ['Chloé', '/ecc moi', 'rôle: facilitation'],
      ['Nadia', '[Revenir]', 'Vous revoilà'],
      ['Nadia', '/ecc moi', 'rôle: membre'],
    ]);
  });

  it('leaves a community to whoever comes first when nobody holds it', async () => {
    room = t.room();
    await room.arrive('Nadia');
    await room.do('Nadia', 'ecc.leave-now', { name: 'keep' });
    await play(room, [['Dao', '/ecc moi', 'rôle: facilitation']]);
  });

  it('keeps the name in what is kept, or has it erased everywhere', async () => {
    await room.propose('Bruno');
    await room.do('Bruno', 'ecc.leave-now', { name: 'keep' });
    expect(await room.card()).toContain('Bruno');
    await play(room, [
      ['Bruno', '/ecc', '[Effacer mon nom]'],
      ['Bruno', '[Effacer mon nom]', ['Effacer votre nom', 'Une personne partie']],
      ['Bruno', {}, 'Votre nom est effacé'],
      ['Nadia', '/décision voir 1', 'Une personne partie'],
    ]);
    expect(await room.card()).not.toContain('Bruno');
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    const held = [
      await prisma.member.findMany({ where }),
      await prisma.account.findMany({ where, select: { name: true } }),
      await prisma.journalEntry.findMany({ where, select: { kind: true, data: true } }),
    ];
    expect(JSON.stringify(held)).not.toContain('Bruno');
    await play(room, [
      ['Bruno', '/ecc', 'Vous avez quitté'],
      ['Bruno', '[Revenir]', 'Vous revoilà'],
      ['Bruno', '/ecc moi', 'Vous êtes Bruno'],
      ['Nadia', '/décision voir 1', 'Bruno'],
    ]);
  });

  it('holds under every account of a person, and voids the codes they asked for', async () => {
    const offer = await room.say('Chloé', 'ecc lier');
    const code = /[A-Z2-9]{4}-[A-Z2-9]{6}/.exec(textOf(offer))?.[0] ?? '';
    await room.say('Bruno', `ecc lier ${code}`);
    const second = await room.say('Chloé', 'ecc lier');
    const late = /[A-Z2-9]{4}-[A-Z2-9]{6}/.exec(textOf(second))?.[0] ?? '';
    await play(room, [
      ['Bruno', '/ecc quitter', 'Quitter'],
      ['Bruno', '[Quitter]', 'Vous avez quitté'],
      ['Chloé', '/ecc moi', 'Vous avez quitté'],
      ['Nadia', `/ecc lier ${late}`, 'Ce code n’existe pas'],
      ['Chloé', '[Revenir]', 'Vous revoilà'],
      ['Bruno', '/ecc moi', 'Vous êtes Chloé'],
    ]);
  });
});

describe('removing somebody', () => {
  it('is for those who facilitate, of somebody else, with a reason', async () => {
    await play(room, [
      ['Bruno', '/ecc retirer Chloé', 'facilite'],
      ['Nadia', '/ecc retirer Nadia', 'Retirer quelqu’un'],
      ['Nadia', { reason: 'Moi.' }, 'C’est vous'],
      ['Nadia', '/ecc retirer Bruno', ['prévenue en privé', 'comptent jusqu’à la fin']],
      ['Nadia', { reason: '' }, 'Il manque cette réponse'],
      ['Nadia', { reason: 'Trois absences.' }, 'Bruno n’est plus membre'],
      ['Nadia', '/ecc retirer Bruno', 'Bruno'],
    ]);
    expect((await members()).map(({ removedFor }) => removedFor)).toContain('Trois absences.');
  });

  it('is told to them and to those who facilitate, with the reason, and not to the room', async () => {
    await room.do('Nadia', 'ecc.role', { member: 'Chloé', role: 'facilitator' });
    await remove('Bruno');
    await play(room, [
      ['Bruno', 'sees', ['Vous n’êtes plus membre', 'Trois absences sans nouvelles.']],
      ['Chloé', 'sees', ['Bruno n’est plus membre', 'Retiré·e par Nadia', 'Trois absences']],
    ]);
    expect((await room.seen()).join()).not.toContain('Bruno');
    const entries = await t.database.prisma.journalEntry.findMany({
      where: { communityId: await room.community(), kind: 'member.left' },
      select: { data: true },
    });
    expect(JSON.stringify(entries)).not.toContain('Trois absences');
  });

  it('makes coming back a question to those who facilitate', async () => {
    await remove('Bruno');
    await play(room, [['Bruno', '/ecc moi', ['Vous n’êtes plus membre', '[Demander à revenir]']]]);
    expect(textOf(await room.do('Bruno', 'ecc.come-back'))).toContain('demandez-lui à revenir');
    await play(room, [
      ['Bruno', '[Demander à revenir]', 'Votre demande est transmise'],
      ['Bruno', '/ecc moi', 'Votre demande de revenir leur a été transmise'],
      ['Nadia', 'sees', ['Bruno demande à revenir', 'Trois absences']],
      ['Nadia', '[Accueillir de nouveau]', 'Bruno est de nouveau membre'],
      ['Nadia', 'sees', 'Bruno est de nouveau membre de la communauté'],
      ['Bruno', 'sees', 'Vous êtes de nouveau membre'],
      ['Bruno', '/ecc moi', 'Vous êtes Bruno'],
      ['Nadia', '/ecc accueillir Bruno', 'Bruno'],
    ]);
  });

  it('takes nobody’s two roles at once: of two who remove each other, one is still there', async () => {
    await room.do('Nadia', 'ecc.role', { member: 'Bruno', role: 'facilitator' });
    const both = [
      ['Nadia', 'Bruno'],
      ['Bruno', 'Nadia'],
    ] as const;
    for (const [by, who] of both) await room.do(by, 'ecc.remove', { member: who });
    await Promise.all(both.map(([by]) => room.fill(by, { reason: 'Assez.' })));
    const here = (await members()).filter(({ leftAt }) => leftAt === null);
    expect(here.filter(({ role }) => role === 'facilitator')).toHaveLength(1);
  });

  it('leaves nothing private on its way to them, but for the word that says so', async () => {
    await room.propose('Nadia');
    await remove('Bruno');
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Autre', body: 'Autre' });
    await t.at('2026-11-25T16:00:00Z');
    expect(await room.seen('Bruno')).toHaveLength(1);
  });
});
