import { z } from 'zod';
import type { MatrixSettings } from '../../config/networks.js';
import { ask, type Reply } from './ask.js';
import { right } from './finding.js';
import { matrixWords as words } from './matrix-words.js';
import { canEncrypt } from './needs.js';
import { type NetworkReport, reportOf, Stopped } from './network.js';

const versions = z.object({ versions: z.array(z.string()) });
const whoami = z.object({ user_id: z.string(), device_id: z.string().optional() });
const login = z.object({ user_id: z.string(), access_token: z.string() });
const refusal = z.object({ errcode: z.string() });

const CLIENT = '/_matrix/client/v3';
/** Seen in the account's list of sessions for as long as the check lasts. */
const DEVICE_NAME = 'ECC, vérification';

/** The homeserver, the account, and whether encrypted rooms can be read. */
export const checkMatrix = ({
  homeserver,
  credentials,
}: Pick<MatrixSettings, 'homeserver' | 'credentials'>): Promise<NetworkReport> =>
  reportOf(
    `Matrix (${new URL(homeserver).host})`,
    async (found, heard) => {
      const base = homeserver.replace(/\/$/, '');
      const reply = heard(await ask(`${base}/_matrix/client/versions`));
      if (!versions.safeParse(reply.json).success) throw new Stopped(words.notMatrix(homeserver));
      found(right(words.reached(homeserver)));

      if (credentials.type === 'token') {
        const { device_id } = await byToken(base, credentials.accessToken, heard, found);
        found(device_id === undefined ? words.noDevice : right(words.device(device_id)));
      } else {
        const { user, password } = credentials;
        const token = await byPassword(base, { user, password }, heard, found);
        await signOut(base, token);
      }
      found((await canEncrypt()) ? right(words.encrypts) : words.cannotEncrypt);
    },
    'ECC_MATRIX_HOMESERVER',
  );

type Heard = (reply: Reply) => Reply;
type Found = Parameters<Parameters<typeof reportOf>[1]>[0];

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function byToken(base: string, token: string, heard: Heard, found: Found) {
  const reply = heard(await ask(`${base}${CLIENT}/account/whoami`, { headers: bearer(token) }));
  const me = whoami.safeParse(reply.json);
  if (!me.success) throw new Stopped(words.badToken);
  found(right(words.account(me.data.user_id)));
  return me.data;
}

async function byPassword(
  base: string,
  { user, password }: { user: string; password: string },
  heard: Heard,
  found: Found,
): Promise<string> {
  const reply = heard(
    await ask(`${base}${CLIENT}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user },
        ...{ password, initial_device_display_name: DEVICE_NAME },
      }),
    }),
  );
  const entered = login.safeParse(reply.json);
  if (entered.success) {
    found(right(words.account(entered.data.user_id)));
    return entered.data.access_token;
  }
  const refused = refusal.safeParse(reply.json).data?.errcode ?? `HTTP ${reply.status}`;
  throw new Stopped(NO_SUCH_LOGIN.has(refused) ? words.noPasswords : words.badPassword(refused));
}

/** What servers say that only let people in by another page. */
const NO_SUCH_LOGIN = new Set(['M_UNKNOWN', 'M_UNRECOGNIZED']);

/** ECC logs in by itself: this session was for the check alone. */
const signOut = (base: string, token: string): Promise<Reply> =>
  ask(`${base}${CLIENT}/logout`, { method: 'POST', headers: bearer(token) });
