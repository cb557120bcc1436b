import type { Keys } from '../../kernel/keys.js';

/** Where lasting answers about a request are taken away. */
export type Forget = (about: string) => Promise<void>;

export interface Finishing {
  readonly keys: Pick<Keys, 'destroy'>;
  readonly forget: Forget;
  readonly log: { warn(facts: object, message: string): void };
}

/** Nothing is left here: what was shown elsewhere is taken away, then the key destroyed. */
export const createFinish =
  ({ keys, forget, log }: Finishing) =>
  async (id: string): Promise<boolean> => {
    try {
      await forget(id);
    } catch (error) {
      const failed = error instanceof Error ? error.name : 'unknown';
      log.warn({ failed }, 'what was said in confidence could not be taken away yet');
      return false;
    }
    keys.destroy(id);
    return true;
  };
