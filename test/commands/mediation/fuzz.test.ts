import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortRef } from '../../../commands/mediation/params.js';
import type { Act, View } from '../../../commands/view/view.js';
import { expandId, type MemberId } from '../../../src/kernel/ids.js';
import { GESTURES } from '../../../src/mediation/policy.js';
import { mediatorOf } from '../../../src/mediation/rules/course.js';
import { agreedOf } from '../../../src/mediation/rules/participants.js';
import { standing } from '../../../src/mediation/service/reading.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { textOf } from '../../support/text.js';
import { mediationRoom } from './support.js';

const STEPS = 1_200;
const PEOPLE = ['Nadia', 'Dao', 'Karim', 'Lou', 'Bruno'];

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
  await t.restartDeaf();
});
afterAll(() => t.close());

function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Words that name who wrote them, and on which request, wherever they appear. */
const MARK = /pixel(\w+?)x/g;

it('buttons of others, old ones, and invented ones open and change nothing that is not theirs', {
  timeout: 600_000,
}, async () => {
  const random = chance(Number(process.env.FC_SEED ?? 11));
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const room = await mediationRoom(t);
  const community = await room.community();
  const members = await t.house.services.community.members(community);
  const idOf = (who: string): MemberId => {
    const found = members.find(({ name }) => name === who);
    if (!found) throw new Error(who);
    return found.id;
  };
  /** Every button anybody was ever shown. */
  const acts: Act[] = [];
  /** Whose eyes each mark was ever for: its author's, and whom their request was then with. */
  const eyes = new Map<string, Set<string>>();
  const allowed = (mark: string): Set<string> => eyes.get(mark) ?? new Set();
  let shown = 0;

  /** Whoever is with somebody on a request now may see what is written there. */
  async function look(): Promise<void> {
    for (const who of PEOPLE) {
      const { own } = await t.house.services.mediation.mine(community, idOf(who));
      for (const one of own) {
        if (!('request' in one)) continue;
        const { story, guests } = one.request;
        for (const [, mark = ''] of JSON.stringify([story, guests]).matchAll(MARK)) {
          allowed(mark).add(who);
        }
      }
    }
  }

  function heard(who: string, view: View): void {
    const text = JSON.stringify(view.blocks) + textOf(view);
    for (const [, mark = ''] of text.matchAll(MARK)) {
      shown++;
      expect([...allowed(mark)], `${who} reads ${mark}`).toContain(who);
    }
    for (const action of view.actions) {
      if (action.type === 'button') acts.push(action.act);
      if (action.type !== 'select') continue;
      for (const { value } of action.options) {
        acts.push({ ...action.act, args: { ...action.act.args, [action.param]: value } });
      }
    }
  }

  /** For whom something is that is written by this button now, by whose request it is. */
  async function readers(who: string, { command, args }: Act): Promise<string[]> {
    const { own } = await t.house.services.mediation.mine(community, idOf(who));
    const one = own.find((each) => standing(each).id === expandId(args.case ?? ''));
    const named = (ids: readonly (string | null)[]): string[] =>
      members.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    const guest = members.find(({ id }) => shortRef(id) === args.guest)?.id ?? null;
    if (!one) return [];
    if (command === 'mediation.say') {
      return named('request' in one ? agreedOf(one.request) : one.together);
    }
    if (!('request' in one)) return named([one.mediator]);
    const { request, part } = one;
    if (command === 'mediation.reword') return named([guest, request.requester]);
    if (part === 'requester') return named([mediatorOf(request)]);
    return named([guest ?? request.requester]);
  }

  /** Everybody's first steps, so that there is something of each kind to press. */
  async function begin(): Promise<void> {
    const text = 'Bonjour';
    heard('Nadia', await room.do('Nadia', 'mediation.ask', { happening: text }));
    heard('Nadia', await room.press('Nadia', 'Laisser ECC proposer'));
    heard('Karim', await room.say('Karim', 'médiation suivre'));
    heard('Karim', await room.press('Karim', 'J’accepte'));
    await room.do('Nadia', 'mediation.invite', { member: 'Dao', invitation: text });
    heard('Nadia', await room.fill('Nadia', {}));
    heard('Karim', await room.press('Karim', 'Les autres personnes'));
    heard('Karim', await room.press('Karim', 'Approuver le texte pour Dao'));
    heard('Dao', await room.say('Dao', 'médiation suivre'));
    heard('Dao', await room.press('Dao', 'J’accepte'));
    heard(
      'Nadia',
      await room.press(
        'Nadia',
        'Les autres personnes',
        undefined,
        await room.say('Nadia', 'médiation suivre'),
      ),
    );
    await room.press('Nadia', 'Ouvrir la conversation commune');
    heard('Nadia', await room.fill('Nadia', {}));
    for (const who of ['Nadia', 'Karim', 'Dao']) {
      heard(who, await room.say(who, 'médiation suivre'));
      heard(who, await room.say(who, 'médiation ensemble'));
    }
  }

  const forged = ({ command, args }: Act): Act => {
    if (random() < 0.7) return { command, args };
    return { command: `mediation.${pick(GESTURES)}`, args: { case: args.case ?? 'nothing' } };
  };

  await begin();
  for (let step = 0; step < STEPS; step++) {
    const who = pick(PEOPLE);
    if (acts.length === 0 || random() < 0.06) {
      const mark = `${who}${step}`;
      eyes.set(mark, new Set([who]));
      heard(who, await room.do(who, 'mediation.ask', { happening: `pixel${mark}x` }));
      continue;
    }
    await look();
    const act = forged(pick(acts));
    let view = await room.act(who, act);
    if (view.form) {
      const mark = `${who}${step}`;
      const member = pick(PEOPLE);
      const invites = act.command === 'mediation.invite' ? [member] : [];
      eyes.set(mark, new Set([who, ...invites, ...(await readers(who, act))]));
      const text = `pixel${mark}x`;
      const words = { text, invitation: text, member, happening: `de ${who}` };
      view = await room.fill(who, words);
    }
    await look();
    heard(who, view);
  }
  // Enough was read for this to mean something; how much depends on the ids drawn.
  expect(shown).toBeGreaterThan(20);
  expect(t.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
