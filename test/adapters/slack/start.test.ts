import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { SlackRefused } from '../../../adapters/slack/errors.js';
import { redacted } from '../../../adapters/slack/logger.js';
import { createInstallationStore } from '../../../adapters/slack/store.js';
import type { SlackConfig } from '../../../adapters/slack/types.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { createHttpCarrier } from '../../platforms/slack/deliveries.js';
import { type SlackStandIn, slackStandIn } from '../../platforms/slack/stand-in.js';
import { OTHER_TEAM, TEAM, TOKENS } from '../../platforms/slack/state.js';
import { testDatabase } from '../../support/database.js';
import { view } from '../web/support/views.js';
import { type BareSlack, bareSlack } from './support/bare.js';
import { until } from './support/world.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
const bare = async (given: Parameters<typeof bareSlack>[0]): Promise<BareSlack> => {
  const t = await bareSlack(given);
  open.push(t);
  return t;
};

const withTokens = (tokens: Partial<{ botToken: string; appToken: string }>) => ({
  config: ({ apiUrl }: SlackStandIn): SlackConfig => ({
    ...{ botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl, ...tokens },
  }),
});

const refusal = (t: BareSlack): Promise<unknown> =>
  t.adapter.start().then(
    () => null,
    (error) => error,
  );

describe('a wrong token', () => {
  it.each([
    ['botToken', 'xoxb-wrong', 'ECC_SLACK_BOT_TOKEN'],
    ['appToken', 'xapp-wrong', 'ECC_SLACK_APP_TOKEN'],
  ])('%s is refused in one sentence that does not hold it', async (name, token, setting) => {
    const t = await bare(withTokens({ [name]: token }));
    const error = await refusal(t);
    if (!(error instanceof SlackRefused)) throw new Error(`not refused: ${error}`);
    for (const locale of ['fr', 'en'] as const) {
      expect(error.say(locale)).toContain('invalid_auth');
      expect(error.say(locale)).toContain(setting);
      expect(error.say(locale)).not.toContain(token);
    }
    expect(JSON.stringify(t.log.lines)).not.toMatch(/xox|xapp/);
  });
});

it('a token that is withdrawn stops this adapter with one line, and nothing else', async () => {
  const t = await bare({});
  await t.adapter.start();
  t.state.revoked = true;
  t.slack.refresh();
  const told = await until(() => {
    const lines = t.log.lines.filter(({ level, error }) => level === 'error' && error);
    return lines.length > 0 && lines;
  });
  expect(told.map(({ error }) => error)).toEqual([expect.stringContaining('token_revoked')]);
});

it('Slack out of reach at the start is tried again until it answers', async () => {
  const slack = await slackStandIn();
  const t = await bare({ slack });
  slack.addUser('UNADIA', 'Nadia');
  slack.addChannel('C1', 'un');
  await slack.outage(() => t.adapter.start());
  await slack.reached();
  t.answer(view({ audience: 'only-you', title: ['Oui'] }));
  await t.people.slash('UNADIA', 'C1', '/ecc', 'moi');
  await t.quiet();
  expect(t.heard).toHaveLength(1);
  expect(JSON.stringify(t.log.lines)).not.toMatch(/xox|xapp|secret-ticket/);
});

it('takes tokens, tickets and response addresses out of what is logged', () => {
  const line =
    'failed xoxb-12-ab and xapp-1-A-2 at wss://x.slack.com/link/?ticket=abc&app_id=1 https://hooks.slack.com/commands/T1/2/3';
  const clean = redacted(line);
  expect(clean).not.toMatch(/12-ab|A-2|abc|T1\/2/);
  expect(clean).toContain('failed');
});

describe('by HTTP, in workspaces that install it themselves', () => {
  async function installable() {
    const database = await testDatabase();
    open.push(database);
    const vault = createVault(keyRing([randomBytes(32)]));
    const store = createInstallationStore({ db: database.prisma, vault, clock: systemClock });
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const publicUrl = `http://127.0.0.1:${port}`;
    const t = await bare({
      store,
      config: ({ apiUrl }) => ({
        ...{
          signingSecret: TOKENS.signingSecret,
          clientId: TOKENS.clientId,
          apiUrl,
          publicUrl,
          port,
        },
        ...{ clientSecret: TOKENS.clientSecret, stateSecret: 's'.repeat(32), host: '127.0.0.1' },
      }),
    });
    await t.adapter.start();
    t.slack.addUser('UNADIA', 'Nadia');
    t.slack.addChannel('C1', 'un');
    return { t, store, database, publicUrl };
  }

  async function install(publicUrl: string, code = 'the-code'): Promise<Response> {
    const consent = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
    const address = new URL(consent.headers.get('location') ?? '');
    const state = address.searchParams.get('state') ?? '';
    const cookie = consent.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = `${publicUrl}/slack/oauth_redirect?code=${code}&state=${encodeURIComponent(state)}`;
    return fetch(back, { headers: { cookie }, redirect: 'manual' });
  }

  it('keeps the installation sealed, hears signed events, and speaks there', async () => {
    const { t, store, database, publicUrl } = await installable();
    expect((await install(publicUrl)).status).toBeLessThan(400);
    const rows = await database.prisma.slackInstallation.findMany();
    expect(rows.map(({ id }) => id)).toEqual([TEAM]);
    expect(JSON.stringify(rows)).not.toContain('xoxb');
    const asked = { teamId: TEAM, enterpriseId: undefined, isEnterpriseInstall: false } as const;
    expect((await store.fetchInstallation(asked)).bot?.token).toBe(TOKENS.bot);

    t.slack.deliverBy(createHttpCarrier(`${publicUrl}/slack/events`));
    t.answer(view({ audience: 'only-you', title: ['Oui'] }));
    await t.people.slash('UNADIA', 'C1', '/ecc', 'moi');
    await t.people.mention('UNADIA', 'C1', 'moi');
    await t.quiet();
    await t.slack.redeliver();
    await t.quiet();
    expect(t.heard.map(({ speaker }) => speaker.userId)).toEqual([
      `${TEAM}:UNADIA`,
      `${TEAM}:UNADIA`,
    ]);
    await t.adapter.post({
      ...{ to: { roomId: `${TEAM}:C1`, userId: null, locale: 'fr' }, key: 'k' },
      view: { fr: view({ title: ['Bonjour'] }), en: view({ title: ['Hello'] }) },
    });
    expect(t.state.messages.at(-1)?.text).toBe('Bonjour');
  });

  it('refuses what Slack did not sign', async () => {
    const { t, publicUrl } = await installable();
    t.slack.deliverBy(createHttpCarrier(`${publicUrl}/slack/events`, 'another-secret'));
    await expect(t.people.slash('UNADIA', 'C1', '/ecc', 'moi')).rejects.toThrow('401');
    expect(t.heard).toEqual([]);
  });

  it('refuses what was signed more than five minutes ago, that somebody may be playing again', async () => {
    const { t, publicUrl } = await installable();
    await install(publicUrl);
    const events = `${publicUrl}/slack/events`;
    const signed = (ageS: number) => createHttpCarrier(events, TOKENS.signingSecret, ageS);
    t.answer(view({ audience: 'only-you', title: ['Oui'] }));
    t.slack.deliverBy(signed(301));
    await expect(t.people.slash('UNADIA', 'C1', '/ecc', 'moi')).rejects.toThrow('401');
    expect(t.heard).toEqual([]);
    t.slack.deliverBy(signed(200));
    await t.people.slash('UNADIA', 'C1', '/ecc', 'moi');
    await t.quiet();
    expect(t.heard).toHaveLength(1);
  });

  it('works in a second workspace, each by its own token', async () => {
    const { t, database, publicUrl } = await installable();
    await install(publicUrl);
    await install(publicUrl, 'the-other-code');
    const rows = await database.prisma.slackInstallation.findMany();
    expect(rows.map(({ id }) => id).sort()).toEqual([TEAM, OTHER_TEAM].sort());
    expect(JSON.stringify(rows)).not.toContain('xoxb');

    t.slack.deliverBy(createHttpCarrier(`${publicUrl}/slack/events`));
    t.answer(view({ audience: 'only-you', title: ['Oui'] }));
    await t.people.slash('UNADIA', 'C1', '/ecc', 'moi', OTHER_TEAM);
    await t.quiet();
    expect(t.heard.map(({ speaker }) => speaker.userId)).toEqual([`${OTHER_TEAM}:UNADIA`]);
    for (const team of [OTHER_TEAM, TEAM]) {
      await t.adapter.post({
        ...{ to: { roomId: `${team}:C1`, userId: null, locale: 'fr' }, key: team },
        view: { fr: view({ title: ['Bonjour'] }), en: view({ title: ['Hello'] }) },
      });
    }
    const posts = t.state.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posts.map(({ team }) => team)).toEqual([OTHER_TEAM, TEAM]);
  });
});
