import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortRef } from '../../../commands/mediation/params.js';
import { encodeAct } from '../../../commands/view/act-id.js';
import { act } from '../../../commands/view/build.js';
import { type MemberId, shortenId } from '../../../src/kernel/ids.js';
import { GESTURES, type Gesture } from '../../../src/mediation/policy.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { openPassage } from '../../support/passage.js';
import type { TestRoom } from '../../support/room.js';
import { heldBy, tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { type Visitor, visitor } from '../../support/visitor.js';
import { mediationRoom } from './support.js';

let t: TestHouse;
let site: Awaited<ReturnType<typeof openPassage>>;
beforeAll(async () => {
  site = await openPassage({ patient: true });
  t = await testHouse(0, site.reachedAt);
  await t.restartDeaf();
  site.leadTo(t.house.passage);
});
afterAll(async () => {
  await t.close();
  await site.stop();
});

interface Case {
  readonly room: TestRoom;
  readonly id: string;
  readonly link: string;
  readonly who: Visitor;
}

/** A request, with words that are nowhere else, and somebody from outside who opened its link. */
async function begun(
  word: string,
  { room: given, by = 'Nadia' }: { room?: TestRoom; by?: string } = {},
): Promise<Case> {
  const room = given ?? (await mediationRoom(t));
  const before = new Set((await tables(t.database)).mediations?.map(({ id }) => id));
  await room.do(by, 'mediation.ask', { happening: `Une histoire de ${word}.` });
  const { mediations = [] } = await tables(t.database);
  const id = shortenId(String(mediations.find((row) => !before.has(row.id))?.id));
  await room.do(by, 'mediation.outside', { case: id });
  const [link = ''] = /http:\S+/.exec(textOf(await room.fill(by, {}))) ?? [];
  const who = visitor();
  await who.open(link);
  await who.press('Ouvrir');
  await who.fill({ called: `Camille ${word}` });
  return { room, id, link, who };
}

const held = async ({ room }: Case): Promise<string> => heldBy(t.database, await room.community());

const text = 'Bonjour';
/** Whatever is asked. */
const WORDS = {
  ...{ text, wording: text, invitation: text, called: text, happening: text, member: 'Dao' },
};
const OF_A_GUEST: readonly Gesture[] = [
  ...(['reword', 'approve', 'withdraw', 'change', 'write', 'talk'] as const),
];
/** What a button of each gives beside which request. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ dates: { slots: 'mardi 18h ; jeudi 18h' }, choose: { round: '1', slot: '1' } },
  ...{ suit: { round: '1', presence: 'maybe', slots: '2' }, enter: { round: '1', yes: 'no' } },
  ...{ confirm: { version: '1' }, offer: { network: 'web' } },
  prefer: { helper: shortenId('018f0000-0000-7000-8000-000000000000') },
};

/** Presses a button that may never have been shown, and fills what it asks. */
async function tries(
  who: Visitor,
  gesture: string,
  args: Readonly<Record<string, string>>,
): Promise<string> {
  const { origin, pathname } = new URL(who.address);
  const address = `${origin}${pathname}`;
  await who.open(`${address}?vue=urgent`);
  const seal = sealOn(who);
  await who.post(
    {
      _seal: seal,
      _once: `${Math.random()}`,
      _act: encodeAct(null, act(`mediation.${gesture}`, { ...args, ...GIVEN[gesture] })),
    },
    address,
  );
  if (who.value('_dialogue') !== '') {
    await who.fill(WORDS);
  }
  return who.all();
}

const seals = new WeakMap<Visitor, string>();
/** As the page of where it stands gave it: other pages may have no form. */
const sealOn = (who: Visitor): string => seals.get(who) ?? '';
async function keepSeal(who: Visitor): Promise<void> {
  await who.again();
  seals.set(who, who.value('_seal'));
}

const REFUSED =
  /n’est pas, ou n’est plus, parmi les vôtres|n’est plus entre vos mains|Ce n’est pas possible à cette étape|Ce bouton|Rien ne s’ouvre ici|n’existe plus|ne répond plus/;

/** Written out, not read from the policy: by stage, what somebody from outside may. */
const MAY: Readonly<Record<'asked' | 'met', readonly Gesture[]>> = {
  asked: ['open', 'read', 'accept', 'decline', 'introduce'],
  met: [
    ...(['open', 'read', 'write', 'talk', 'recuse', 'guests', 'reword', 'approve'] as const),
    ...(['withdraw', 'say', 'terms', 'amend', 'together', 'meeting', 'dates'] as const),
    ...(['suit', 'choose', 'introduce'] as const),
  ],
};

it.each(['asked', 'met'] as const)(
  '%s: every other button does nothing',
  {
    timeout: 300_000,
  },
  async (stage) => {
    const own = await begun('xylophone');
    if (stage === 'met') await own.who.press('J’accepte');
    await keepSeal(own.who);
    const before = await held(own);
    for (const gesture of GESTURES.filter((one) => !MAY[stage].includes(one))) {
      const said = await tries(own.who, gesture, { case: own.id });
      expect(said, gesture).toMatch(REFUSED);
      expect(said, gesture).not.toContain('xylophone');
    }
    for (const command of ['ecc.me', 'decision.propose', 'mediation.mine', 'mediation.ask']) {
      const { origin, pathname } = new URL(own.who.address);
      const body = { _seal: sealOn(own.who), _once: command, _act: encodeAct(null, act(command)) };
      await own.who.post(body, `${origin}${pathname}`);
      expect(own.who.all(), command).toMatch(REFUSED);
    }
    expect(await held(own)).toBe(before);
  },
);

it('of another request, of the same community or not, nothing is read or changed', {
  timeout: 300_000,
}, async () => {
  const own = await begun('xylophone');
  await own.who.press('J’accepte');
  await keepSeal(own.who);
  const beside = await begun('quetzal', { room: own.room, by: 'Dao' });
  await beside.who.press('J’accepte');
  const away = await begun('tapir');
  await away.who.press('J’accepte');
  const members = await t.house.services.community.members(await own.room.community());
  const guest = shortRef(members.find(({ name }) => name === 'Dao')?.id as MemberId);
  for (const other of [beside, away]) {
    const before = await held(other);
    for (const gesture of GESTURES) {
      const said = await tries(own.who, gesture, {
        case: other.id,
        ...(OF_A_GUEST.includes(gesture) ? { guest, version: '1' } : {}),
      });
      expect(said, gesture).toMatch(REFUSED);
      expect(said, gesture).not.toMatch(/quetzal|tapir/);
    }
    expect(await held(other)).toBe(before);
  }
  // Nor by their own key, brought to another door.
  const session = own.who.cookies.get('ecc_passage')?.value ?? '';
  for (const { link } of [beside, away]) {
    const answer = await fetch(new URL('./?vue=read', link), {
      headers: { cookie: `ecc_passage=${session}` },
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/quetzal|tapir|xylophone/);
  }
});

it('members learn nothing of a place, and cannot take it', { timeout: 300_000 }, async () => {
  const own = await begun('xylophone');
  await own.who.press('J’accepte');
  const before = await held(own);
  for (const who of ['Bruno', 'Lou']) {
    for (const gesture of GESTURES) {
      const answer = await own.room.do(who, `mediation.${gesture}`, {
        case: own.id,
        ...GIVEN[gesture],
      });
      const said = textOf(answer.form ? await own.room.fill(who, WORDS) : answer);
      expect(said, `${who} ${gesture}`).not.toMatch(/xylophone|Camille/);
      expect(said, `${who} ${gesture}`).toMatch(REFUSED);
    }
  }
  expect(await held(own)).toBe(before);
});

it('a form of theirs opens for nobody else, and none for them', async () => {
  const own = await begun('xylophone');
  await own.who.press('J’accepte');
  await own.who.press('Écrire');
  const dialogue = own.who.value('_dialogue');
  expect(dialogue).not.toBe('');
  const theft = await own.room.send('Bruno', { type: 'form', dialogue, values: { text: 'Ah' } });
  expect(textOf(theft)).toContain('formulaire');
  const form = await own.room.do('Bruno', 'mediation.ask');
  await keepSeal(own.who);
  const { origin, pathname } = new URL(own.who.address);
  const body = { _seal: sealOn(own.who), _once: 'x', _dialogue: form.form?.dialogue ?? '' };
  await own.who.post({ ...body, happening: 'Ah' }, `${origin}${pathname}`);
  expect(own.who.text()).toContain('formulaire');
});
