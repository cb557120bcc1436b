import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMatrixAdapter } from '../../../adapters/matrix/matrix-adapter.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import { type MatrixPlay, matrixPlay, type Read } from './play.js';

let play: MatrixPlay;

beforeAll(async () => {
  play = await matrixPlay();
});

afterAll(() => play.close());

const SHORT = 'proposition:"Pour essayer." échéance:"dans trois jours"';

async function propose(room: string, title: string, more = 'méthode:consentement'): Promise<Read> {
  await play.say(room, 'nadia', `!proposer titre:"${title}" ${SHORT} ${more}`);
  return card(room, title);
}

function card(room: string, title: string): Read {
  const all = play.read(room);
  const found = all.findLast(({ text }) => text.includes(`· ${title}`));
  if (!found)
    throw new Error(`no card ${title} in:\n${all.map(({ text }) => text).join('\n———\n')}`);
  return found;
}

const lastTold = async (who: string): Promise<string> => (await play.told(who)).at(-1)?.text ?? '';

test('a half-filled form goes on after a restart', async () => {
  const room = await play.room('Reprise', 'nadia');
  const asked = await play.say(room, 'nadia', '!proposer');
  await play.say(room, 'nadia', 'Un titre', asked);
  await play.sleep();
  play.send(room, 'nadia', {
    ...{ msgtype: 'm.text', body: 'Un texte' },
    'm.relates_to': { rel_type: 'm.thread', event_id: asked },
  });
  await play.wake();
  const questions = play.read(room).filter(({ thread }) => thread === asked);
  expect(questions.at(-1)?.text).toContain('Méthode');
  const sealed = await play.database.prisma.matrixQuestion.findMany();
  expect(JSON.stringify(sealed)).not.toContain('Un texte');
});

test('what was said while away is answered once, read back as far as needed', async () => {
  const room = await play.room('Absence', 'nadia', 'elie');
  const shown = await propose(room, 'Absence');
  await play.sleep();
  play.send(
    room,
    'elie',
    {
      'm.relates_to': { rel_type: 'm.annotation', event_id: shown.id, key: '✅' },
    },
    'm.reaction',
  );
  for (let index = 0; index < 250; index++) {
    play.send(room, 'nadia', { msgtype: 'm.text', body: `bavardage ${index}` });
  }
  await play.wake();
  expect(card(room, 'Absence').text).toContain('1 voix sur 2');
  const told = (await play.told('elie')).filter(({ text }) => text.includes('vous consentez'));
  expect(told).toHaveLength(1);
});

test('what is too old is said to be, in one sentence', async () => {
  const room = await play.room('Vieux', 'nadia', 'elie');
  await play.say(room, 'nadia', '!ecc moi');
  await play.sleep();
  play.send(room, 'elie', { msgtype: 'm.text', body: '!ecc moi' });
  play.send(room, 'nadia', { msgtype: 'm.text', body: 'bonjour' });
  play.send(room, 'nadia', { msgtype: 'm.text', body: '!ecc moi' });
  play.clock.pass(play.config.answerWithinMs + 1_000);
  const before = play.read(room).length;
  await play.wake();
  const said = play.read(room).slice(before);
  expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('2 demandes')]);
});

test('the homeserver goes away in the middle of an answer, and comes back', async () => {
  const room = await play.room('Panne', 'nadia', 'elie');
  const shown = await propose(room, 'Panne');
  play.http.swallowOnce(
    (request) => request.startsWith('PUT') && request.includes('m.room.message'),
  );
  await play.react('elie', shown, '✅');
  const told = (await play.told('elie')).filter(({ text }) => text.includes('vous consentez'));
  expect(told).toHaveLength(2);
  expect(card(room, 'Panne').text).toContain('1 voix sur 2');
});

test('going too fast is waited for', async () => {
  const room = await play.room('Vite', 'nadia');
  play.homeserver.limited = 5;
  await propose(room, 'Vite');
  expect(play.homeserver.limited).toBe(0);
  expect(Object.keys(card(room, 'Vite').reactions)).toEqual(['✅', '🙋']);
});

test('a card taken away by somebody is posted anew at the next change', async () => {
  const room = await play.room('Effacée', 'nadia', 'elie');
  const shown = await propose(room, 'Effacée');
  await play.takeBack('nadia', room, shown.id);
  await play.say(room, 'elie', '!voter D-1 consent');
  const anew = card(room, 'Effacée');
  expect(anew.id).not.toBe(shown.id);
  expect(anew.text).toContain('1 voix sur 2');
});

test('a secret ballot is cast in private, leaves no trace in the room, and can be changed', async () => {
  const room = await play.room('Secret', 'nadia', 'elie');
  const asked = await play.say(room, 'nadia', `!proposer titre:"Quel jour" ${SHORT} méthode:choix`);
  for (const answer of ['lundi;mardi;jeudi', '1', '2', '3', 'oui', 'non']) {
    await play.say(room, 'nadia', answer, asked);
  }
  const shown = card(room, 'Quel jour');
  expect(Object.keys(shown.reactions)).toEqual(['🔐']);
  await play.react('elie', shown, '🔐');
  const ballot = (await play.told('elie')).at(-1);
  if (!ballot) throw new Error('no ballot');
  expect(Object.keys(ballot.reactions)).toEqual(['1️⃣', '2️⃣', '3️⃣', '⚪']);
  await play.react('elie', ballot, '2️⃣');
  const third = await play.react('elie', ballot, '3️⃣');
  expect(await lastTold('elie')).toContain('mardi et jeudi');
  await play.takeBack('elie', ballot.roomId, third);
  expect(await lastTold('elie')).toMatch(/mardi(?! et)/);
  expect(card(room, 'Quel jour').text).toContain('1 voix sur 2');
  expect(
    play
      .read(room)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('vous choisissez');
  const kept = JSON.stringify(await play.database.prisma.matrixReaction.findMany());
  expect(kept).not.toMatch(/[23]\u20E3/);
});

test('the questions of a vote are never put in the room', async () => {
  const room = await play.room('Voix', 'nadia', 'elie');
  await propose(room, 'Voix');
  const before = play.read(room).length;
  await play.say(room, 'elie', '!voter');
  expect(await lastTold('elie')).toContain('Décision');
  expect(play.read(room)).toHaveLength(before);
});

test('who cannot be written to is told so, without what was private', async () => {
  const room = await play.room('Fermé', 'nadia', 'sam');
  play.homeserver.closed.add(play.person('sam'));
  await play.say(room, 'sam', '!ecc moi');
  const said = play.read(room).at(-1);
  expect(said?.text).toContain('pas encore de conversation à deux');
  expect(said?.thread).not.toBeNull();
});

test('a room that moves is followed, with its community', async () => {
  const room = await play.room('Ancien', 'nadia', 'elie');
  await propose(room, 'Ancien');
  const next = play.homeserver.upgrade(room, play.person('nadia'));
  await play.settle();
  expect(play.homeserver.membership(next, play.bot)).toBe('join');
  expect(play.homeserver.membership(room, play.bot)).toBe('leave');
  await play.say(next, 'nadia', '!voir D-1');
  expect(await lastTold('nadia')).toContain('D-1 · Ancien');
});

test('an empty room is left, and an invitation from elsewhere declined', async () => {
  const room = await play.room('Vide', 'nadia');
  play.homeserver.leave(room, play.person('nadia'));
  await play.settle();
  expect(play.homeserver.membership(room, play.bot)).toBe('leave');
  const stranger = '@stranger:elsewhere.example';
  play.homeserver.accounts.set(stranger, {
    ...{ userId: stranger, password: 'x', displayName: 'Stranger', data: new Map() },
  });
  const away = play.homeserver.createRoom(stranger, { invite: [play.bot] });
  await play.settle();
  expect(play.homeserver.membership(away, play.bot)).toBe('leave');
});

test('a room that removed us is gone, and back once we are invited and asked again', async () => {
  const room = await play.room('Fermé', 'nadia', 'elie');
  await propose(room, 'Rester');
  const { prisma } = play.database;
  const goneAt = async () =>
    (await prisma.room.findFirstOrThrow({ where: { platformId: room } })).goneAt;
  play.homeserver.kick(room, play.person('nadia'), play.bot);
  await play.settle();
  const [community] = await prisma.room.findMany({ where: { platformId: room } });
  await play.house.registry.dispatch({
    ...{ platform: 'matrix', eventId: 'vote-away', locale: 'fr', place: null },
    speaker: { userId: play.person('nadia'), name: 'Nadia' },
    request: {
      ...{ type: 'act', community: (community?.communityId ?? null) as CommunityId | null },
      act: { command: 'decision.vote', args: { decision: '1', vote: 'consent' } },
    },
  });
  await play.settle();
  expect(await goneAt()).not.toBeNull();
  play.homeserver.invite(room, play.person('nadia'), play.bot);
  await play.settle();
  expect(play.homeserver.membership(room, play.bot)).toBe('join');
  await play.say(room, 'elie', '!moi');
  expect(await goneAt()).toBeNull();
  expect(card(room, 'Rester').text).toContain('1 voix');
});

test('a wrong password or token is one sentence, and no secret is in the log', async () => {
  const { store, clock, log } = play;
  const rooms = { communityOf: async () => null, moved: async () => undefined };
  const base = { registry: play.house.registry, store, clock, log, rooms };
  for (const [credentials, code] of [
    [{ type: 'password', user: 'nobody', password: 'not-this-one' }, 'matrix.password'],
    [{ type: 'token', accessToken: 'syt_not_this_one' }, 'matrix.token'],
  ] as const) {
    const adapter = createMatrixAdapter({ ...base, config: { ...play.config, credentials } });
    await expect(adapter.start()).rejects.toMatchObject({ name: 'StartError', code });
    await adapter.stop();
  }
  const lines = JSON.stringify(log.lines);
  expect(lines).not.toMatch(/syt_|not-this-one|a-password-nobody-logs/);
  const values = await play.database.prisma.matrixValue.findMany();
  expect(JSON.stringify(values)).not.toMatch(/syt_/);
});
