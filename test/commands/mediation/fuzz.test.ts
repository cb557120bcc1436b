import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Act, View } from '../../../commands/view/view.js';
import type { MemberId } from '../../../src/kernel/ids.js';
import { GESTURES } from '../../../src/mediation/policy.js';
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
      for (const { request } of own) {
        for (const [, mark = ''] of JSON.stringify(request.story).matchAll(MARK)) {
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

  const forged = ({ command, args }: Act): Act => {
    if (random() < 0.7) return { command, args };
    return { command: `mediation.${pick(GESTURES)}`, args: { case: args.case ?? 'nothing' } };
  };

  for (let step = 0; step < STEPS; step++) {
    const who = pick(PEOPLE);
    if (acts.length === 0 || random() < 0.06) {
      const mark = `${who}${step}`;
      eyes.set(mark, new Set([who]));
      heard(who, await room.do(who, 'mediation.ask', { happening: `pixel${mark}x` }));
      continue;
    }
    await look();
    let view = await room.act(who, forged(pick(acts)));
    if (view.form) view = await room.fill(who, { text: 'Bonjour', happening: `de ${who}` });
    await look();
    heard(who, view);
  }
  // Enough was read for this to mean something; how much depends on the ids drawn.
  expect(shown).toBeGreaterThan(20);
  expect(t.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
