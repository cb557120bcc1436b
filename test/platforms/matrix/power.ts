import { Refused } from './strict.js';

type State = ReadonlyMap<string, { readonly content: Readonly<Record<string, unknown>> }>;

/** What a room asks for when it says nothing of it (spec, `m.room.power_levels`). */
const DEFAULTS = { state_default: 50, events_default: 0, invite: 0, kick: 50, redact: 50 } as const;

const levelsIn = (state: State): Readonly<Record<string, unknown>> =>
  state.get('m.room.power_levels ')?.content ?? {};

function powerIn(state: State, userId: string): number {
  const users = (levelsIn(state).users ?? {}) as Record<string, number>;
  return users[userId] ?? 0;
}

/** @throws Refused when somebody has less than that takes. */
export function checkPower(state: State, userId: string, what: keyof typeof DEFAULTS): void {
  const own = levelsIn(state)[what];
  const needed = typeof own === 'number' ? own : DEFAULTS[what];
  if (powerIn(state, userId) >= needed) return;
  throw new Refused(403, 'M_FORBIDDEN', "You don't have permission to do that here");
}
