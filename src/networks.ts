import { hkdfSync } from 'node:crypto';
import type { Adapter } from '../adapters/contract.js';
import type { House } from './compose.js';
import type { DiscordSettings, MatrixSettings, SlackSettings } from './config/networks.js';
import type { Config } from './config.js';
import type { PrismaClient } from './database/generated/client.js';
import type { Clock } from './kernel/clock.js';
import { type Keys, passingVault } from './kernel/keys.js';
import { type Locale, type Localised, localised } from './kernel/locale.js';
import type { Log } from './kernel/log.js';
import type { Vault } from './kernel/vault.js';

/** How one network stands, in a line for who runs ECC. */
export interface Standing {
  readonly name: string;
  readonly line: Localised<string>;
}

interface Network {
  readonly name: string;
  /** `null`: not configured. */
  readonly adapter: Adapter | null;
  /** Once started, or left off with how to configure it. */
  readonly standing: () => Localised<string>;
}

interface Parts {
  readonly house: House;
  readonly prisma: PrismaClient;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log & { info(facts: object, message: string): void };
}

/** Every network, those the settings name ready to start. An SDK nobody uses is not loaded. */
export async function networksOf(config: Config, parts: Parts): Promise<Network[]> {
  return [
    config.discord ? await discord(config.discord, parts) : DISCORD_OFF,
    config.slack ? await slack(config.slack, parts) : SLACK_OFF,
    config.matrix ? await matrix(config.matrix, config.language, parts) : MATRIX_OFF,
  ];
}

const connected: Localised<string> = { fr: 'relié', en: 'connected' };

const off = (name: string, page: string): Network => ({
  name,
  adapter: null,
  standing: () => ({
    fr: `pas relié ; pour le relier : npx ecc setup (ou ${page})`,
    en: `not connected; to connect it: npx ecc setup (or ${page})`,
  }),
});

const DISCORD_OFF = off('Discord', 'docs/discord.md');
const SLACK_OFF = off('Slack', 'docs/slack.md');
const MATRIX_OFF = off('Matrix', 'docs/matrix.md');

async function discord(config: DiscordSettings, { house, log }: Parts): Promise<Network> {
  const { createDiscordAdapter } = await import('../adapters/discord/discord-adapter.js');
  const adapter = createDiscordAdapter({
    ...{ registry: house.registry, config, log },
    returned: () => void house.returned('discord'),
    gone: (channels) => void house.gone('discord', channels),
  });
  const standing = () => {
    const link = adapter.inviteLink();
    return link
      ? { fr: `relié ; pour l’inviter : ${link}`, en: `connected; to invite it: ${link}` }
      : connected;
  };
  return { name: 'Discord', adapter, standing };
}

async function slack(
  settings: SlackSettings,
  { house, prisma, vault, clock, log }: Parts,
): Promise<Network> {
  const { createSlackAdapter } = await import('../adapters/slack/slack-adapter.js');
  const { createInstallationStore } = await import('../adapters/slack/store.js');
  const { registry, services } = house;
  const byHttp = 'signingSecret' in settings;
  const config = byHttp
    ? { ...settings, stateSecret: stateSecretOf(settings.clientSecret) }
    : settings;
  const adapter = createSlackAdapter({
    ...{ registry, config, log, clock },
    store: createInstallationStore({ db: prisma, vault, clock }),
    communitiesOf: (userId) => services.community.communitiesOf('slack', userId),
    returned: () => void house.returned('slack'),
  });
  const standing = () => (byHttp ? installable(settings.publicUrl) : connected);
  return { name: 'Slack', adapter, standing };
}

const installable = (publicUrl: string): Localised<string> => ({
  fr: `à l’écoute ; pour l’installer : ${publicUrl}/slack/install`,
  en: `listening; to install it: ${publicUrl}/slack/install`,
});

/** Signs what comes back from Slack's consent page; the same for every process, and kept by none. */
const stateSecretOf = (clientSecret: string): string =>
  Buffer.from(hkdfSync('sha256', clientSecret, '', 'ecc slack oauth state', 32)).toString('hex');

async function matrix(
  settings: MatrixSettings,
  locale: Locale,
  { house, prisma, vault, keys, clock, log }: Parts,
): Promise<Network> {
  const { createMatrixAdapter } = await import('../adapters/matrix/matrix-adapter.js');
  const { createMatrixStore } = await import('../adapters/matrix/store.js');
  const { registry, services } = house;
  const adapter = createMatrixAdapter({
    ...{
      registry,
      log,
      clock,
      store: createMatrixStore({ prisma, vault, passing: passingVault(keys, clock), clock }),
    },
    config: { ...settings, locale },
    returned: () => void house.returned('matrix'),
    rooms: {
      communityOf: (roomId) => services.community.roomOf('matrix', roomId),
      moved: (from, to) => services.community.moveRoom('matrix', from, to),
    },
  });
  return { name: 'Matrix', adapter, standing: () => connected };
}

/** Starts a network and tells how it stands. Refused, it says why, and the others go on. */
export async function startNetwork({ name, adapter, standing }: Network): Promise<Standing> {
  try {
    await adapter?.start();
    return { name, line: standing() };
  } catch (error) {
    if (isRefusal(error)) return { name, line: localised((locale) => error.say(locale)) };
    throw error;
  }
}

/** Each network's own error says it in words. */
const isRefusal = (error: unknown): error is { say(locale: Locale): string } =>
  typeof error === 'object' && error !== null && 'say' in error && typeof error.say === 'function';
