import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foreign } from '../../agenda/icalendar/made.js';
import { site } from '../../fetching/site.js';
import { caldavServer, personalCalendar } from '../../support/caldav.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

const server = caldavServer();

/** What stands between us and the real server: lets through, unless it answers itself. */
type Between = (method: string, body: string, path: string) => Promise<number | null>;

describe.skipIf(server === null)('a real CalDAV server in trouble', () => {
  let t: TestHouse;
  let room: TestRoom;
  let theirs: Awaited<ReturnType<typeof personalCalendar>>;
  let between: Between;
  beforeAll(async () => {
    t = await testHouse();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.clock.set('2026-11-21T10:00:00Z');
    room = t.room();
    await room.arrive('Nadia', 'Bruno');
    theirs = await personalCalendar(server ?? '');
    between = async () => null;
  });

  async function link(): Promise<void> {
    const port = await site((request, response) => {
      void forward(request).then(({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      });
    });
    const { user, password } = theirs;
    const address = theirs.address.replace(/:\d+\//, `:${port}/`);
    const answer = await room.do('Nadia', 'agenda.link-calendar', { address, user, password });
    expect(textOf(answer)).toContain('Calendrier relié');
    await t.settle();
  }

  async function forward(request: IncomingMessage) {
    const body = (await request.toArray()).join('');
    const { method = '', url = '/', headers } = request;
    const own = await between(method, body, url);
    if (own !== null) return { status: own, headers: {}, body: '' };
    const wanted = ['authorization', 'content-type', 'depth', 'if-match', 'if-none-match'];
    const given = wanted.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const answer = await fetch(new URL(url, theirs.address), {
      ...{ method, headers: Object.fromEntries(given) },
      ...(body !== '' && { body }),
    });
    const said = ['etag', 'content-type'].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return { status: answer.status, headers: Object.fromEntries(said), body: await answer.text() };
  }

  const linked = async () => {
    const found = await t.house.services.agenda.linkedCalendar(await room.community());
    if (!found) throw new Error('nothing is linked');
    return found;
  };
  const look = async () => {
    await t.settle();
    t.clock.pass(1_000);
    const { id, community } = await linked();
    await t.house.services.agenda.lookAtCalendar(id, community);
    await t.settle();
  };
  const told = async (words: string) =>
    (await room.seen('Nadia')).filter((text) => text.includes(words));

  it('down: tried less and less often, said once; back, nothing was lost and that is said', async () => {
    await room.say('Nadia', 'agenda ajouter "Fête" "samedi 5 décembre 18h"');
    await link();
    between = async () => 503;
    t.clock.pass(1_000);
    await room.say('Nadia', 'agenda déplacer A-1 quand:"samedi 5 décembre 20h"');
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      await look();
      const { id } = await linked();
      const alarm = await t.database.prisma.alarm.findFirstOrThrow({ where: { subject: id } });
      waits.push(alarm.dueAt.getTime() - t.clock.now().getTime());
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(30 * 60_000);
    expect(await told('ne répond plus')).toHaveLength(1);
    between = async () => null;
    await look();
    expect(await told('répond de nouveau')).toHaveLength(1);
    expect((await theirs.holding('SUMMARY:Fête')).text).toContain('T200000');
  });

  it('that knows us no more is said at once, and once', async () => {
    await link();
    between = async () => 401;
    await look();
    await look();
    expect(await told('refuse le compte')).toHaveLength(1);
  });

  it('that has forgotten how far we were, or never knew: everything is compared', async () => {
    await theirs.put('a.ics', foreign(['UID:a', 'SUMMARY:Aube', 'DTSTART:20261205T060000Z']));
    await theirs.put('b.ics', foreign(['UID:b', 'SUMMARY:Bal', 'DTSTART:20261206T190000Z']));
    between = async (_, body) => (body.includes('sync-collection') ? 403 : null);
    await link();
    await theirs.put('c.ics', foreign(['UID:c', 'SUMMARY:Chœur', 'DTSTART:20261207T190000Z']));
    await theirs.remove('a.ics');
    await look();
    const list = textOf(await room.say('Nadia', 'agenda'));
    expect(list).toContain('Chœur');
    expect(list).toContain('Bal');
    expect(list).toMatch(/Aube[^\n]*annulé|annulé[^\n]*Aube/i);
  });

  it('where somebody is quicker than us: looked at again, and nothing is written over', async () => {
    await room.say('Nadia', 'agenda ajouter "Fête" "samedi 5 décembre 18h"');
    await link();
    const { path, text } = await theirs.holding('SUMMARY:Fête');
    let once = true;
    between = async (method) => {
      if (method === 'PUT' && once) {
        once = false;
        const later = text.replaceAll('20261121T100000Z', '20261121T120000Z');
        await theirs.put(path, later.replace('SUMMARY:Fête', 'SUMMARY:Fête au jardin'));
      }
      return null;
    };
    t.clock.pass(1_000);
    await room.say('Nadia', 'agenda déplacer A-1 quand:"samedi 5 décembre 20h"');
    await look();
    expect(once).toBe(false);
    expect(textOf(await room.say('Nadia', 'agenda'))).toContain('Fête au jardin');
    expect((await theirs.holding('SUMMARY:Fête au jardin')).text).toContain('T180000');
    expect(await told('A-1 a changé des deux côtés')).toHaveLength(1);
  });

  it('where somebody deletes what has just changed here: it goes back, and that is said', async () => {
    await room.say('Nadia', 'agenda ajouter "Fête" "samedi 5 décembre 18h"');
    await link();
    const { path } = await theirs.holding('SUMMARY:Fête');
    await theirs.remove(path);
    t.clock.pass(1_000);
    await room.say('Nadia', 'agenda déplacer A-1 quand:"samedi 5 décembre 20h"');
    await look();
    expect((await theirs.holding('SUMMARY:Fête')).text).toContain('T200000');
    const [word, ...others] = await told('effacé ou annulé dans le calendrier relié');
    expect(others).toEqual([]);
    expect(word).toMatch(/Gardée \(d’ici\) ?:.*20 h[\s\S]*L’autre \(du calendrier\) ?:.*annulé/);
    await look();
    expect(await told('effacé ou annulé')).toHaveLength(1);
    expect(textOf(await room.press('Nadia', 'Prendre l’autre version'))).toContain('annulé');
    await look();
    expect((await theirs.holding('SUMMARY:Fête')).text).toContain('STATUS:CANCELLED');
  });
});
