import { randomBytes } from 'node:crypto';
import { register } from '../../adapters/matrix/person.js';
import { Homeserver } from './homeserver.js';
import { serve } from './http.js';

/** A server to try, and how to get an account on it. */
export interface Tried {
  readonly name: string;
  readonly url: () => Promise<string>;
  readonly account: (local: string) => Promise<{ user: string; password: string }>;
  readonly close: () => Promise<void>;
}

/** A real one (`tools/synapse.sh start`), when this names it. */
export const SYNAPSE = process.env.ECC_TEST_SYNAPSE_URL ?? null;
const SECRET = process.env.ECC_TEST_SYNAPSE_SECRET ?? 'test-only-shared-secret';

const suffix = randomBytes(4).toString('hex');

function standIn(): Tried {
  const homeserver = new Homeserver();
  const http = serve(homeserver);
  return {
    name: 'stand-in',
    async url() {
      await http.start();
      return http.url;
    },
    async account(local) {
      homeserver.register(local, 'secret');
      return { user: local, password: 'secret' };
    },
    close: () => http.kill(),
  };
}

export const synapse = (url: string): Tried => ({
  name: 'Synapse',
  url: async () => url,
  async account(local) {
    const user = `${local}-${suffix}`;
    await register(url, user, 'secret', SECRET);
    return { user, password: 'secret' };
  },
  close: async () => undefined,
});

export const servers = (): Tried[] => [standIn(), ...(SYNAPSE ? [synapse(SYNAPSE)] : [])];
