import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody in the playground, through the same door as their browser. */
export interface Visitor {
  readonly name: string;
  /**
   * Types a line; the same `id` again is the same event. Gives the answer's HTML.
   * @throws when the connection breaks, or the answer is a failure.
   */
  type(text: string, id?: string): Promise<string>;
}

/** `userId` stays the same from one process to the next. */
export const visitor = (url: string, name: string, userId: string): Visitor => ({
  name,
  async type(text, id = randomUUID()) {
    for (;;) {
      const response = await post(`${url}/say?je=${userId}&langue=fr`, { id, type: 'line', text });
      const answer = await response.text();
      if (response.ok) return answer;
      if (response.status !== TOO_FAST) throw new Error(`${response.status}: ${answer}`);
      await sleep(WAIT_MS);
    }
  },
});

/** Comes into the room. */
export async function arrive(url: string, name: string, userId: string): Promise<void> {
  const response = await post(`${url}/people?langue=fr`, { id: userId, name });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}

const TOO_FAST = 429;
const WAIT_MS = 300;

const post = (url: string, content: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(content),
  });
