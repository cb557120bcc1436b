import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { TOKENS } from '../platforms/slack/state.js';
import { testFolder } from '../support/database.js';
import { type Ecc, startEcc } from '../support/ecc.js';

let ecc: Ecc | null = null;
afterEach(() => ecc?.stop('SIGKILL'));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What Slack asks when an address is given to it. */
async function challenge(address: string, secret: string): Promise<Response> {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'say this again' });
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return fetch(address, {
    ...{ method: 'POST', body },
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    },
  });
}

test('ECC started with Slack over HTTP listens where it is told, and can be installed', {
  timeout: 240_000,
}, async () => {
  const port = await freePort();
  ecc = await startEcc({
    cwd: await testFolder('slack-http'),
    env: {
      ECC_SLACK_SIGNING_SECRET: TOKENS.signingSecret,
      ECC_SLACK_CLIENT_ID: TOKENS.clientId,
      ECC_SLACK_CLIENT_SECRET: TOKENS.clientSecret,
      ECC_SLACK_PUBLIC_URL: 'https://ecc.exemple.org',
      ECC_SLACK_PORT: String(port),
    },
  });
  expect(ecc.output()).toContain('pour l’installer : https://ecc.exemple.org/slack/install');
  const here = `http://127.0.0.1:${port}/slack`;

  const signed = await challenge(`${here}/events`, TOKENS.signingSecret);
  expect([signed.status, await signed.text()]).toEqual([
    200,
    expect.stringContaining('say this again'),
  ]);
  expect((await challenge(`${here}/events`, 'another-signing-secret')).status).toBe(401);

  const consent = await fetch(`${here}/install`, { redirect: 'manual' });
  const address = new URL(consent.headers.get('location') ?? '');
  expect(address.origin).toBe('https://slack.com');
  expect(address.searchParams.get('redirect_uri')).toBe(
    'https://ecc.exemple.org/slack/oauth_redirect',
  );
  expect(ecc.output()).not.toContain(TOKENS.clientSecret);
});
