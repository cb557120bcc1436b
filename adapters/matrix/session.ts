import { z } from 'zod';
import { isPassing, SteadyClient } from './client.js';
import { badPassword, badToken, isBadPassword, isBadToken, notAHomeserver } from './refusals.js';
import { storageOf } from './storage.js';
import type { Values } from './store/values.js';
import type { MatrixStore } from './store.js';
import type { MatrixConfig } from './types.js';

/** Who we are on the homeserver, with a client that says so. */
export interface Session {
  readonly client: SteadyClient;
  readonly me: string;
  /** `null` for a token without a device: then nothing can be encrypted. */
  readonly deviceId: string | null;
  readonly values: Values;
}

const whoami = z.object({ user_id: z.string(), device_id: z.string().optional() });
const logged = z.object({ user_id: z.string(), device_id: z.string(), access_token: z.string() });
const DEVICE_NAME = 'ECC';

/**
 * Logs in, on the same device as before. Throws a `StartError` when it never will; anything
 * that passes, for the caller to try again.
 */
export async function openSession(parts: {
  readonly config: MatrixConfig;
  readonly store: MatrixStore;
}): Promise<Session> {
  const { config, store } = parts;
  const { homeserver, credentials } = config;
  const bare = new SteadyClient(homeserver, '');
  try {
    if (credentials.type === 'token') return await byToken(credentials.accessToken);
    return await byPassword(credentials);
  } catch (error) {
    if (isBadToken(error)) throw badToken(homeserver);
    if (isBadPassword(error)) throw badPassword(homeserver);
    if (error instanceof z.ZodError || isNotMatrix(error)) throw notAHomeserver(homeserver);
    throw error;
  }

  async function byToken(accessToken: string): Promise<Session> {
    const client = new SteadyClient(homeserver, accessToken);
    const found = whoami.parse(await client.getWhoAmI());
    return sessionOf(accessToken, found, store.values(`${homeserver} ${found.user_id}`));
  }

  async function byPassword({ user, password }: { user: string; password: string }) {
    const values = store.values(`${homeserver} ${user}`);
    const before = await values.get('login');
    const known = before === null ? null : logged.parse(JSON.parse(before));
    if (known && (await isAccepted(known.access_token))) {
      return sessionOf(known.access_token, known, values);
    }
    const answer = logged.parse(
      await bare.doRequest('POST', '/_matrix/client/v3/login', null, {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user },
        ...{ password, initial_device_display_name: DEVICE_NAME },
        ...(known ? { device_id: known.device_id } : {}),
      }),
    );
    await values.set('login', JSON.stringify(answer));
    return sessionOf(answer.access_token, answer, values);
  }

  async function isAccepted(token: string): Promise<boolean> {
    try {
      await new SteadyClient(homeserver, token).getWhoAmI();
      return true;
    } catch (error) {
      if (isBadToken(error)) return false;
      throw error;
    }
  }

  function sessionOf(token: string, found: z.infer<typeof whoami>, values: Values): Session {
    const client = new SteadyClient(homeserver, token, storageOf(values));
    return { client, me: found.user_id, deviceId: found.device_id ?? null, values };
  }
}

/** Another kind of server answers with something else than Matrix's errors. */
const isNotMatrix = (error: unknown): boolean =>
  !isPassing(error) && typeof error === 'object' && error !== null && 'statusCode' in error;
