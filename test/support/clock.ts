/** A clock that a test moves. */
export function movingClock(start: string) {
  let now = new Date(start);
  return {
    now: () => now,
    set: (at: string | Date) => {
      now = new Date(at);
    },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}
