import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../adapters/matrix/person.js';
import { servers } from './servers.js';

/** The same on the stand-in and, where there is one, on a real homeserver. */
describe.each(servers().map((server) => [server.name, server] as const))('%s', (_name, server) => {
  let url: string;
  let nadia: Awaited<ReturnType<typeof person>>;
  let elie: Awaited<ReturnType<typeof person>>;
  let roomId: string;

  beforeAll(async () => {
    url = await server.url();
    const hers = await server.account('nadia');
    const his = await server.account('elie');
    nadia = await person(url, hers.user, hers.password);
    elie = await person(url, his.user, his.password);
    const made = await nadia.get('POST', 'createRoom', { name: 'Salon', invite: [elie.userId] });
    roomId = String(made.room_id);
    await elie.get('POST', `join/${encodeURIComponent(roomId)}`, {});
  });

  afterAll(() => server.close());

  const refused = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer;
    return [status, body.errcode];
  };
  const text = (body: string, more = {}) => ({ msgtype: 'm.text', body, ...more });
  const annotation = (event_id: string, key: string) => ({
    'm.relates_to': { rel_type: 'm.annotation', event_id, key },
  });
  const thread = (event_id: string) => ({ 'm.relates_to': { rel_type: 'm.thread', event_id } });

  test('a number that is not whole', async () => {
    expect(await refused(nadia.send(roomId, text('a', { size: 1.5 })))).toEqual([
      400,
      'M_BAD_JSON',
    ]);
  });

  test('an event that is too large', async () => {
    const answer = nadia.send(roomId, text('x'.repeat(66_000)));
    expect(await refused(answer)).toEqual([413, 'M_TOO_LARGE']);
  });

  test('the same reaction twice, but not after taking it away', async () => {
    const said = await nadia.say(roomId, 'une idée');
    const first = await elie.send(roomId, annotation(said, '👍'), 'm.reaction');
    expect(first.status).toBe(200);
    const again = () => elie.send(roomId, annotation(said, '👍'), 'm.reaction');
    expect(await refused(again())).toEqual([400, 'M_DUPLICATE_ANNOTATION']);
    const path = `rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(String(first.body.event_id))}/r1`;
    await elie.get('PUT', path, {});
    expect((await again()).status).toBe(200);
  });

  test('a thread inside a thread', async () => {
    const root = await nadia.say(roomId, 'la racine');
    const inside = await nadia.say(roomId, 'dedans', thread(root));
    const answer = nadia.send(roomId, text('trop profond', thread(inside)));
    expect(await refused(answer)).toEqual([400, 'M_UNKNOWN']);
  });

  test('a message without its text', async () => {
    const answer = nadia.send(roomId, { msgtype: 'm.text' });
    expect(await refused(answer)).toEqual([400, 'M_UNKNOWN']);
  });

  test('state without the power to set it', async () => {
    const path = `rooms/${encodeURIComponent(roomId)}/state/m.room.name`;
    const answer = elie.ask('PUT', `${path}/`, { name: 'Autre' });
    expect(await refused(answer)).toEqual([403, 'M_FORBIDDEN']);
  });

  test('a token that is nobody’s', async () => {
    const response = await fetch(`${url}/_matrix/client/v3/account/whoami`, {
      headers: { authorization: 'Bearer nobody' },
    });
    const body = (await response.json()) as { errcode: string };
    expect([response.status, body.errcode]).toEqual([401, 'M_UNKNOWN_TOKEN']);
  });

  test('a wrong password', async () => {
    await expect(person(url, nadia.userId, 'wrong')).rejects.toThrow('M_FORBIDDEN');
  });

  test('a room one is not in', async () => {
    const alone = await nadia.get('POST', 'createRoom', {});
    const answer = elie.send(String(alone.room_id), text('bonjour'));
    expect(await refused(answer)).toEqual([403, 'M_FORBIDDEN']);
  });

  test('the same name sends once', async () => {
    const send = () => nadia.send(roomId, text('une fois'), 'm.room.message', 'same');
    const [first, second] = [await send(), await send()];
    expect(second.body.event_id).toBe(first.body.event_id);
  });
});
