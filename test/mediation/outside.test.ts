import { describe, expect, it, test } from 'vitest';
import {
  GESTURES,
  type Gesture,
  may,
  mayKnowNames,
  mayWithPlace,
} from '../../src/mediation/policy.js';
import { accept, close, dueOf, partOf, pause } from '../../src/mediation/rules/course.js';
import {
  called,
  entered,
  LINK_DAYS,
  offer,
  placeOf,
  renew,
  SESSION_DAYS,
  take,
  takeBack,
} from '../../src/mediation/rules/outside.js';
import { isOutside, placesOf } from '../../src/mediation/rules/places.js';
import type { Request, State } from '../../src/mediation/types.js';
import { member, NOW, request } from './people.js';

const DAY = 86_400_000;
const SEAT = member('seat');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const offered = (): Request => offer(request(), { seat: SEAT, digest: 'link' }, NOW);
const taken = (): Request => {
  const done = take(offered(), { digest: 'link', session: 'browser' }, NOW);
  if (!done) throw new Error('it opens');
  return done;
};
const met = (): Request => accept(taken(), NOW);

describe('a link', () => {
  it('opens a place once, to whoever is first, until its time is past', () => {
    const passes = { digest: 'link', session: 'browser' };
    expect(take(offered(), { ...passes, digest: 'other' }, NOW)).toBeNull();
    expect(take(offered(), passes, later(LINK_DAYS * DAY))).toBeNull();
    expect(take(offered(), passes, later(LINK_DAYS * DAY - 1))).not.toBeNull();
    expect(take(taken(), { ...passes, session: 'another' }, NOW)).toBeNull();
    expect(entered(taken(), 'browser', NOW)?.seat).toBe(SEAT);
    expect(entered(taken(), 'another', NOW)).toBeNull();
    expect(entered(offered(), 'browser', NOW)).toBeNull();
  });

  it('waits for an answer no less long than it opens, to the hour', () => {
    const due = dueOf(offered());
    expect(due?.what).toBe('lapse');
    expect(due?.at.getTime()).toBeGreaterThanOrEqual(later(LINK_DAYS * DAY).getTime());
    const again = renew(taken(), 'link 2', later(3 * DAY));
    expect(dueOf(again)?.at.getTime()).toBeGreaterThanOrEqual(later(10 * DAY).getTime());
    expect((dueOf(again)?.at.getTime() ?? 1) % 3_600_000).toBe(0);
  });

  it('made anew, opens the same place; the one before, and who came by it, are out', () => {
    for (const one of [offered(), taken(), met()]) {
      const again = renew(one, 'link 2', NOW);
      expect(entered(again, 'browser', NOW)).toBeNull();
      expect(take(again, { digest: 'link', session: 's' }, NOW)).toBeNull();
      const back = take(again, { digest: 'link 2', session: 'browser 2' }, NOW);
      expect(back && entered(back, 'browser 2', NOW)?.seat).toBe(SEAT);
      expect(back && partOf(back, SEAT)).toBe(partOf(one, SEAT));
    }
  });

  it('lets in for a time, and no longer than the place is theirs', () => {
    expect(entered(met(), 'browser', later(SESSION_DAYS * DAY - 1))).not.toBeNull();
    expect(entered(met(), 'browser', later(SESSION_DAYS * DAY))).toBeNull();
    const over = [
      ...[close(met(), NOW), takeBack(met(), NOW), takeBack(taken(), NOW), close(taken(), NOW)],
      ...(['declined', 'silent', 'recused', 'replaced'] as const).map((how) =>
        pause(how === 'declined' || how === 'silent' ? taken() : met(), how, NOW),
      ),
    ];
    for (const one of over) {
      expect(placeOf(one)).toBeNull();
      expect(entered(one, 'browser', NOW)).toBeNull();
      expect(JSON.stringify(placesOf(one))).not.toMatch(/"browser|"digest/);
      const again = offer(takeBack(met(), NOW), { seat: member('other'), digest: 'l' }, NOW);
      expect(entered(again, 'browser', NOW)).toBeNull();
    }
  });

  it('is withdrawn as what it was: unanswered, or accompanied', () => {
    expect(takeBack(taken(), NOW).asked.at(-1)?.outcome).toBe('withdrawn');
    expect(takeBack(met(), NOW).asked.at(-1)?.outcome).toBe('replaced');
    expect(takeBack(met(), NOW).state).toBe('paused');
  });
});

describe('whoever came by a link', () => {
  /** Written out, not read from the policy. */
  const TABLE: Readonly<Record<State, readonly Gesture[]>> = {
    draft: [],
    asking: ['open', 'read', 'accept', 'decline', 'introduce'],
    met: [
      ...(['open', 'read', 'write', 'talk', 'recuse', 'guests', 'reword', 'approve'] as const),
      ...(['withdraw', 'say', 'terms', 'amend', 'together', 'meeting', 'dates', 'suit'] as const),
      ...(['choose', 'enter', 'introduce'] as const),
    ],
    paused: [],
    closed: [],
  };
  const states: readonly (readonly [State, Request])[] = [
    ['draft', request({ places: placesOf(taken()) })],
    ['asking', taken()],
    ['met', met()],
    ['paused', pause(met(), 'recused', NOW)],
    ['closed', close(met(), NOW)],
  ];
  test.each(states)('%s: may do this, and nothing else', (state, one) => {
    const able = GESTURES.filter(
      (gesture) =>
        may(gesture, partOf(one, SEAT), one.state) && mayWithPlace(gesture, placeOf(one)),
    );
    expect([...able].sort()).toEqual([...TABLE[state]].sort());
  });

  it('is nobody to another request, and nobody else is them', () => {
    expect(partOf(request(), SEAT)).toBe('stranger');
    expect(isOutside(met(), member('Karim'))).toBe(false);
    expect(isOutside(met(), null)).toBe(false);
    expect(partOf(met(), member('Karim'))).toBe('stranger');
  });

  it('is called what they said, by who is part of it', () => {
    expect(placeOf(called(met(), SEAT, 'Camille'))?.name).toBe('Camille');
    expect((['requester', 'invited', 'joined', 'held'] as const).every(mayKnowNames)).toBe(true);
    expect((['stranger', 'former'] as const).some(mayKnowNames)).toBe(false);
  });
});

it('what is about a place is not done where there is none', () => {
  const withMember = accept({ ...offered(), places: [] }, NOW);
  for (const gesture of ['relink', 'unlink', 'introduce'] as const) {
    expect(mayWithPlace(gesture, placeOf(withMember))).toBe(false);
    expect(mayWithPlace(gesture, placeOf(met()))).toBe(true);
  }
  expect(mayWithPlace('outside', null)).toBe(true);
  expect(renew(withMember, 'link 2', NOW)).toBe(withMember);
});

it('links, old ones, copied ones and invented ones: whoever is in was let in, and is the last', () => {
  const seed = Number(process.env.FC_SEED ?? 5);
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const fresh = (): Request => request({ movedAt: now });
  let now = NOW;
  let one = fresh();
  let made = 0;
  /** Every link and every browser there ever was, and until when the last of each holds. */
  const links: string[] = ['invented'];
  const browsers: string[] = ['invented'];
  let link = null as { name: string; until: number } | null;
  let browser = null as { name: string; until: number } | null;
  let opened = 0;
  let refused = 0;
  const day = (days: number): number => now.getTime() + days * DAY;

  const gestures: Readonly<Record<string, () => void>> = {
    offer() {
      if (!may('outside', 'requester', one.state)) return;
      one = offer(one, { seat: member(`seat ${made}`), digest: `link ${made}` }, now);
      links.push(`link ${made}`);
      [link, browser] = [{ name: `link ${made++}`, until: day(LINK_DAYS) }, null];
    },
    renew() {
      if (!may('relink', 'requester', one.state) || !placeOf(one)) return;
      one = renew(one, `link ${made}`, now);
      links.push(`link ${made}`);
      [link, browser] = [{ name: `link ${made++}`, until: day(LINK_DAYS) }, null];
    },
    take() {
      const digest = pick(links.slice(-3)) ?? '';
      const session = `browser ${made++}`;
      const done = take(one, { digest, session }, now);
      const right = link !== null && link.name === digest && now.getTime() < link.until;
      expect(done !== null, `${seed}: ${digest}`).toBe(right);
      if (!done) refused++;
      else {
        opened++;
        one = done;
        browsers.push(session);
        [link, browser] = [null, { name: session, until: day(SESSION_DAYS) }];
      }
    },
    end() {
      if (one.state === 'asking' && random() < 0.5) one = accept(one, now);
      else if (placeOf(one)) {
        one = random() < 0.5 ? takeBack(one, now) : close(one, now);
        [link, browser] = [null, null];
        if (one.state === 'closed') one = fresh();
      }
    },
    wait() {
      now = new Date(now.getTime() + Math.floor(random() * 4 * DAY));
    },
  };
  for (let step = 0; step < 100_000; step++) {
    gestures[pick(Object.keys(gestures)) ?? '']?.();
    const who = pick(browsers.slice(-5)) ?? '';
    const right = browser !== null && browser.name === who && now.getTime() < browser.until;
    if ((entered(one, who, now) !== null) !== right) {
      expect.fail(`${seed}: ${who} at step ${step} should ${right ? '' : 'not '}be in`);
    }
  }
  expect(opened).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(5000);
});
