import { expect, it } from 'vitest';
import { GESTURES, type Gesture, may } from '../../src/mediation/policy.js';
import { candidates, loadsOf } from '../../src/mediation/rules/choosing.js';
import {
  accept,
  ask,
  close,
  dueNow,
  dueOf,
  partOf,
  pause,
} from '../../src/mediation/rules/course.js';
import {
  approve,
  canGather,
  gather,
  guestOf,
  invite,
  join,
  leave,
  reword,
} from '../../src/mediation/rules/guests.js';
import { guestsNow } from '../../src/mediation/rules/leaving.js';
import type { Request } from '../../src/mediation/types.js';
import { mediator, member, NOW, person, request, STORY } from './people.js';

const STEPS = 100_000;
const PEOPLE = ['Nadia', 'Dao', 'Karim', 'Lou', 'Maya', 'Bruno'];
const POOL = ['Karim', 'Lou', 'Maya'].map((name) => mediator(name, { capacity: 2 }));

/** A small generator (mulberry32), so that a failure can be played again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is known of a request by following what people did, without asking the rules. */
interface Truth {
  readonly author: string;
  readonly excluded: ReadonlySet<string>;
  state: Request['state'];
  /** Whose turn it is to answer, or who accompanies. */
  holder: string | null;
  readonly past: Set<string>;
  /** Who agreed to the text for somebody, as it stands. */
  readonly agreed: Map<string, Set<string>>;
  /** To whom a text that both agreed to was ever sent. */
  readonly told: Set<string>;
  /** Who said no, or left. */
  readonly out: Set<string>;
}

it('nobody reads or changes what is not theirs, whatever they press, in any order', () => {
  const seed = Number(process.env.FC_SEED ?? 7);
  const random = chance(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const held = new Map<string, { request: Request; truth: Truth }>();
  let now = NOW;
  let did = 0;
  let refused = 0;

  const others = (id: string): Request[] =>
    [...held].filter(([key]) => key !== id).map(([, one]) => one.request);
  const able = (id: string, one: Request) =>
    candidates(one, { pool: POOL, people: PEOPLE.map(person), loads: loadsOf(others(id)) });

  /** What must be true of a request, whatever happened. */
  function sound(id: string): void {
    const { request: one, truth } = held.get(id) ?? { request: request(), truth: null };
    if (!truth) return;
    expect(one.state, id).toBe(truth.state);
    for (const { mediator: asked } of one.asked) {
      expect(truth.excluded.has(asked), `${seed}: ${asked} was excluded`).toBe(false);
    }
    expect(new Set(one.asked.map((asked) => asked.mediator)).size).toBe(one.asked.length);
    const readers = PEOPLE.filter((who) => may('read', partOf(one, member(who)), one.state));
    const right = [truth.author, ...(truth.holder ? [truth.holder] : [])];
    expect([...readers].sort(), `${seed}: ${id}`).toEqual([...right].sort());
    for (const who of PEOPLE.filter((each) => !right.includes(each))) {
      const part = partOf(one, member(who));
      const knows = part === 'invited' || part === 'held' || part === 'joined';
      if (knows) expect(truth.told.has(who), `${seed}: ${who} was never told`).toBe(true);
      if (knows) expect(truth.out.has(who), `${seed}: ${who} had said no`).toBe(false);
      if (part === 'invited' || part === 'joined') {
        expect(truth.agreed.get(who)?.size, `${seed}: ${who} was invited by one`).toBe(2);
      }
    }
    expect((one.state === 'draft' || one.state === 'closed') === (one.eraseAt !== null)).toBe(true);
    expect(dueOf(one)?.at.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(
      one.movedAt.getTime(),
    );
  }

  /** The same as the service does, on the rules alone. */
  function attempt(who: string, gesture: Gesture, id: string): void {
    const one = held.get(id);
    if (!one) return;
    const { truth } = one;
    const part = partOf(one.request, member(who));
    const allowed = may(gesture, part, one.request.state);
    const owns = who === truth.author;
    const holds = who === truth.holder;
    if (!owns && !holds && !truth.told.has(who))
      expect(allowed, `${seed}: ${who} ${gesture} ${id}`).toBe(false);
    if (!allowed) {
      refused++;
      return;
    }
    did++;
    const save = (next: Request, state: Truth['state'], holder: string | null): void => {
      if (truth.holder && truth.holder !== holder) truth.past.add(truth.holder);
      Object.assign(truth, { state, holder });
      held.set(id, { request: next, truth });
    };
    const goOn = (outcome: 'declined' | 'silent'): void => {
      const paused = pause(one.request, outcome, now);
      const [next] = able(id, paused);
      if (next) save(ask(paused, next.member, now), 'asking', next.member);
      else save(paused, 'paused', null);
    };
    if (gesture === 'send') {
      const to = pick(able(id, one.request));
      if (to) save(ask(one.request, to.member, now), 'asking', to.member);
    } else if (gesture === 'accept') save(accept(one.request, now), 'met', who);
    else if (gesture === 'decline') goOn('declined');
    else if (gesture === 'recuse') {
      for (const both of truth.agreed.values()) both.delete('mediator');
      save(pause(one.request, 'recused', now), 'paused', null);
    } else if (gesture === 'close') {
      const stays = truth.state === 'met' ? truth.holder : null;
      save(close(one.request, now), 'closed', stays);
    } else if (gesture === 'erase') held.delete(id);
    else withGuests(who, gesture, id);
  }

  /** What is done about the other people, or by them. */
  function withGuests(who: string, gesture: Gesture, id: string): void {
    const one = held.get(id);
    if (!one) return;
    const { request: before, truth } = one;
    const keep = (next: Request): void => {
      held.set(id, { request: next, truth });
    };
    const side = who === truth.author ? 'requester' : 'mediator';
    const whom = pick(PEOPLE);
    const guest = guestOf(before, member(whom));
    if (gesture === 'invite' && !guest && whom !== who && whom !== truth.holder) {
      truth.agreed.set(whom, new Set(['requester']));
      keep(invite(before, member(whom), 'Parlons.'));
    } else if (gesture === 'reword' && guest?.state === 'drafted') {
      truth.agreed.set(whom, new Set([side]));
      keep(reword(before, side, member(whom), 'Autrement.'));
    } else if (gesture === 'approve' && guest?.state === 'drafted') {
      const both = truth.agreed.get(whom)?.add(side);
      if (both?.size === 2) truth.told.add(whom);
      keep(approve(before, side, member(whom), now));
    } else if (gesture === 'gather' && canGather(before)) keep(gather(before));
    else if (gesture === 'join') keep(join(before, member(who)));
    else if (gesture === 'leave') {
      truth.out.add(who);
      keep(leave(before, member(who)));
    }
  }

  function passTime(): void {
    now = new Date(now.getTime() + Math.floor(random() * 40 * 3_600_000));
    for (const [id, { request: one, truth }] of [...held]) {
      const due = dueNow(one, now);
      if (due === 'erase') held.delete(id);
      if (due === 'close') {
        const stays = truth.state === 'met' ? truth.holder : null;
        held.set(id, { request: close(one, now), truth });
        Object.assign(truth, { state: 'closed', holder: stays });
      }
      if (due === 'unanswered') {
        held.set(id, { request: guestsNow(one, now, () => true), truth });
      }
      if (due === 'lapse') {
        const paused = pause(one, 'silent', now);
        const [next] = able(id, paused);
        const after = next ? ask(paused, next.member, now) : paused;
        held.set(id, { request: after, truth });
        Object.assign(truth, { state: after.state, holder: next?.member ?? null });
      }
    }
  }

  function write(): void {
    const author = pick(PEOPLE);
    const named = pick(PEOPLE);
    const id = `r${did + refused}`;
    held.set(id, {
      request: request({
        ...{ id: id as Request['id'], requester: member(author), movedAt: now },
        story: { ...STORY, others: named },
        eraseAt: new Date(now.getTime() + 30 * 86_400_000),
      }),
      truth: {
        ...{ author, excluded: new Set([author, named]), state: 'draft', holder: null },
        past: new Set(),
        ...{ agreed: new Map(), told: new Set(), out: new Set() },
      },
    });
  }

  for (let step = 0; step < STEPS; step++) {
    if (held.size < 12 && random() < 0.2) write();
    else if (random() < 0.01) passTime();
    const id = pick([...held.keys()]);
    if (!id) continue;
    attempt(pick(PEOPLE), pick(GESTURES), id);
    if (held.has(id)) sound(id);
  }
  // How much depends on the ids drawn; that much was done for this to mean something.
  expect(did).toBeGreaterThan(2_000);
  expect(refused).toBeGreaterThan(20_000);
});
