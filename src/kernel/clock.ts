/** Where the time comes from: the system, or a test. Rules never read it, they are given `now`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
