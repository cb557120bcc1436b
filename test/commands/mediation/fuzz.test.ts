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

const STEPS = 400;
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
    if (command === 'mediation.say' || command === 'mediation.amend') {
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
    const last = new Map<string, View>();
    const does = async (who: string, answered: Promise<View>): Promise<void> => {
      last.set(who, await answered);
      heard(who, await answered);
    };
    const taps = (who: string, label: string): Promise<void> => {
      const found = last.get(who)?.actions.find((one) => one.label === label);
      if (found?.type !== 'button') throw new Error(`${who} sees no [${label}]`);
      return does(who, room.act(who, found.act));
    };
    const follows = (who: string) => does(who, room.say(who, 'médiation suivre'));
    const text = 'Bonjour';
    await does('Nadia', room.do('Nadia', 'mediation.ask', { happening: text }));
    await taps('Nadia', 'Laisser ECC choisir, et envoyer');
    await follows('Karim');
    await taps('Karim', 'J’accepte');
    await room.do('Nadia', 'mediation.invite', { member: 'Dao', invitation: text });
    await does('Nadia', room.fill('Nadia', {}));
    await taps('Karim', 'Les autres personnes');
    await taps('Karim', 'Approuver le texte pour Dao');
    await follows('Dao');
    await taps('Dao', 'J’accepte');
    await follows('Nadia');
    await taps('Nadia', 'Les autres personnes');
    await taps('Nadia', 'Ouvrir la conversation commune');
    await does('Nadia', room.fill('Nadia', {}));
    for (const who of ['Nadia', 'Karim', 'Dao']) {
      await does(who, room.say(who, 'médiation ensemble'));
      await follows(who);
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
      const words = { text, invitation: text, wording: text, member, happening: `de ${who}` };
      view = await room.fill(who, words);
    }
    await look();
    heard(who, view);
  }
  // Enough was read for this to mean something; how much depends on the ids drawn.
  expect(shown).toBeGreaterThan(20);
  expect(t.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
