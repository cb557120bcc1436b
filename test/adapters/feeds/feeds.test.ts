import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeedsApp } from '../../../adapters/feeds/feeds-app.js';
import type { View } from '../../../commands/view/view.js';
import { readCalendar } from '../../../src/agenda/icalendar/read.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks, textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
let app: ReturnType<typeof createFeedsApp>;
beforeAll(async () => {
  t = await testHouse();
  await t.restartDeaf();
  const { agenda, veille } = t.house.services;
  app = createFeedsApp({ agenda, veille, clock: t.clock, log: t.log });
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});

const addressIn = (view: View): string => {
  const [href] = /http:\S+\.ics/.exec(textOf(view)) ?? [];
  if (!href) throw new Error(textOf(view));
  return href;
};
const get = (href: string, init?: RequestInit) => app.request(href, init);
async function events(href: string) {
  const read = readCalendar(await (await get(href)).text(), { zone: 'Europe/Paris' });
  if (!read.ok) throw new Error(read.refusals[0].code);
  return read.value.objects.flatMap(({ master, overrides }) => [master, ...overrides]);
}
const titles = async (href: string) => (await events(href)).map(({ title }) => title).sort();

describe('a private address', () => {
  it('shows the agenda as it becomes, and says when nothing has changed', async () => {
    await room.say('Nadia', 'agenda ajouter "Cercle" tous les mardis à 20h durée 1h30 lieu Maison');
    const href = addressIn(await room.say('Nadia', 'agenda abonnement "cette communauté"'));
    const first = await get(href);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toContain('private');
    expect(plainBlanks(await first.text())).toContain('X-WR-CALNAME:Agenda : Atelier');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('last-modified')).toBe('Sat, 21 Nov 2026 10:00:00 GMT');
    expect((await get(href, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await get(href, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);

    t.clock.pass(5_000);
    await room.say(
      'Nadia',
      'agenda déplacer A-1 quand:"mercredi 2 décembre 19h" date:"1er décembre"',
    );
    await room.do('Nadia', 'agenda.cancel', { event: 'A-1', day: '8 décembre', scope: 'one' });
    await room.fill('Nadia', {});
    const again = await get(href, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).not.toBe(etag);
    expect(await events(href)).toMatchObject([
      { title: 'Cercle', zone: 'Europe/Paris', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 90 },
      { recurrence: '2026-12-01T20:00', start: '2026-12-02T19:00', cancelled: false },
      { recurrence: '2026-12-08T20:00', cancelled: true },
    ]);
  });

  it('is not kept, is changed and closed by whose it is, and by nobody else', async () => {
    const href = addressIn(await room.say('Nadia', 'agenda abonnement'));
    const rows = JSON.stringify(await t.database.prisma.calendarFeed.findMany());
    const [, secret = ''] = /calendriers\/([\w-]{43})\.ics/.exec(href) ?? [];
    expect(secret).not.toBe('');
    expect(rows).not.toContain(secret);
    expect(textOf(await room.say('Nadia', 'agenda abonnements'))).toContain('1. Mes rendez-vous');
    expect(textOf(await room.say('Bruno', 'agenda renouveler 1'))).toContain('pas d’abonnement 1');
    expect(textOf(await room.say('Bruno', 'agenda désabonner 1'))).toContain('pas d’abonnement 1');
    const renewed = addressIn(await room.say('Nadia', 'agenda renouveler 1'));
    expect((await get(href)).status).toBe(404);
    expect((await get(renewed)).status).toBe(200);
    await room.say('Nadia', 'agenda désabonner 1');
    expect((await get(renewed)).status).toBe(404);
    expect(JSON.stringify(t.log.lines)).not.toContain('calendriers');
  });

  it.each(['', 'x.ics', `${'a'.repeat(43)}.ics`, '%00.ics', `${'a'.repeat(43)}.ics/../x`])(
    'no feed at “%s”',
    async (file) => {
      const answer = await get(`http://127.0.0.1:4110/calendriers/${file}`);
      expect([answer.status, await answer.text()]).toEqual([404, '404']);
    },
  );
});

describe('what is in it', () => {
  it('mine: every community of the account; coming: what one said yes to, date by date', async () => {
    const other = t.room();
    await other.arrive('Nadia', 'Bruno');
    await room.say('Nadia', 'agenda ajouter "Cercle" tous les mardis à 20h');
    await room.say('Nadia', 'agenda ajouter "Fête" "samedi 5 décembre 18h"');
    await other.say('Bruno', 'agenda ajouter "Ailleurs" "jeudi 3 décembre 18h"');
    const strangers = t.room();
    await strangers.arrive('Zoé');
    await strangers.say('Zoé', 'agenda ajouter "Caché" "jeudi 3 décembre 18h"');
    const mine = addressIn(await room.say('Bruno', 'agenda abonnement'));
    // Others' tests have rooms of their own, where Bruno is too.
    expect(await titles(mine)).toEqual(expect.arrayContaining(['Ailleurs', 'Cercle', 'Fête']));
    expect(await titles(mine)).not.toContain('Caché');

    await room.say('Chloé', 'agenda');
    const coming = addressIn(await room.say('Chloé', 'agenda abonnement "ceux où je viens"'));
    expect(await events(coming)).toEqual([]);
    await room.say('Chloé', 'agenda répondre A-1 oui date:"1er décembre"');
    expect(await events(coming)).toMatchObject([{ start: '2026-12-01T20:00', rule: null }]);
    await room.do('Chloé', 'agenda.answer', { event: '1@*', presence: 'yes' });
    await room.say('Chloé', 'agenda répondre A-1 non date:"8 décembre"');
    await room.say('Chloé', 'agenda répondre A-2 peut-être');
    expect(await events(coming)).toMatchObject([
      { title: 'Cercle', rule: 'FREQ=WEEKLY;BYDAY=TU', except: ['2026-12-08T20:00'] },
    ]);
  });

  it('a theme, a room; the names only when the community says so, and never in a public one', async () => {
    await room.say('Nadia', 'agenda ajouter "Semis" "samedi 5 décembre 9h" thème:Jardin');
    await room.say('Nadia', 'agenda ajouter "Comptes" "samedi 5 décembre 14h" thème:finances');
    await room.say('Bruno', 'agenda répondre A-1 oui');
    const theme = addressIn(await room.say('Bruno', 'agenda abonnement "un thème" thème:jardin'));
    expect(await events(theme)).toMatchObject([{ title: 'Semis', categories: ['Jardin'] }]);
    const here = addressIn(await room.say('Bruno', 'agenda abonnement "ce salon"'));
    expect(await titles(here)).toEqual(['Comptes', 'Semis']);
    expect(await (await get(theme)).text()).not.toContain('Bruno');

    const refused = textOf(await room.say('Bruno', 'agenda abonnement "ce salon" publique:oui'));
    expect(refused).toContain('personnes qui facilitent');
    const open = addressIn(await room.say('Nadia', 'agenda abonnement "ce salon" publique:oui'));
    await room.say('Nadia', 'agenda participants oui');
    expect(await (await get(theme)).text()).toContain('ATTENDEE;CN="Bruno";PARTSTAT=ACCEPTED');
    expect(await (await get(open)).text()).not.toContain('Bruno');
  });
});
