import { setTimeout as sleep } from 'node:timers/promises';
import type { Window } from '../support/window.js';

const MINUTE_MS = 60_000;
/** Left on the clock before the next gesture: more than any takes, a restart included. */
const ENOUGH_MS = 40_000;

export interface Deadline {
  /** A moment near enough to be waited for, far enough to vote, as somebody types it. */
  words(): string;
  /** Moves it on when the machine is too slow to play what comes before it. */
  keep(): Promise<void>;
  /** Returns once its time has come. */
  pass(): Promise<void>;
}

/** The deadline of D-1, which `author` can move in `window`. Decisions close on a whole minute. */
export function deadlineFor(window: Window, author: string): Deadline {
  let closesMs = 0;

  const words = () => {
    const now = Date.now();
    const toMinuteMs = MINUTE_MS - (now % MINUTE_MS);
    // « dans une minute » is then understood as more than 80 seconds: never refused as too near.
    const minutes = toMinuteMs > 20_000 ? 1 : 2;
    closesMs = Math.ceil(now / MINUTE_MS + minutes) * MINUTE_MS;
    return minutes === 1 ? 'dans une minute' : `dans ${minutes} minutes`;
  };

  return {
    words,
    async keep() {
      if (closesMs - Date.now() > ENOUGH_MS) return;
      await window.be(author);
      await window.say(`/décision échéance D-1 ${words()}`);
      const answer = window.page.locator('.reply', { hasText: 'La clôture est maintenant' });
      await answer.getByRole('button', { name: 'Fermer' }).click();
    },
    pass: () => sleep(Math.max(0, closesMs - Date.now())),
  };
}
