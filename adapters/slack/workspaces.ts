import { type AuthorizeResult, type InstallationStore, webApi } from '@slack/bolt';
import { clientOptions, patiently, type SlackClient } from './client.js';
import { isTokenRefusal, refusalOf, SlackRefused } from './errors.js';
import { isSocket, type SlackParts } from './types.js';

/** Who ECC is in a workspace, and how it speaks there. */
export interface Workspaces {
  client(team: string): Promise<SlackClient>;
  /** For Bolt: which token answers an event, and which user id is ECC's own. */
  authorize(team: string | undefined): Promise<AuthorizeResult>;
}

export function createWorkspaces({ config, store, log }: SlackParts): Workspaces {
  const options = clientOptions({ apiUrl: config.apiUrl, log });
  const clients = new Map<string, SlackClient>();
  const clientOf = (token: string): SlackClient => {
    const client = clients.get(token) ?? new webApi.WebClient(token, options);
    clients.set(token, client);
    return client;
  };
  const selves = new Map<string, AuthorizeResult>();
  const self = async (token: string): Promise<AuthorizeResult> => {
    const known = selves.get(token);
    if (known) return known;
    const { user_id, bot_id, team_id } = await patiently(() => clientOf(token).auth.test());
    const found: AuthorizeResult = {
      botToken: token,
      ...(user_id && { botUserId: user_id }),
      ...(bot_id && { botId: bot_id }),
      ...(team_id && { teamId: team_id }),
    };
    selves.set(token, found);
    return found;
  };
  const tokenOf = isSocket(config)
    ? async () => config.botToken
    : (team: string | undefined) => installedToken(store, team);

  return {
    client: async (team) => clientOf(await tokenOf(team)),
    authorize: async (team) => {
      const known = await self(await tokenOf(team));
      return { ...known, ...(team && { teamId: team }) };
    },
  };
}

async function installedToken(store: InstallationStore, team = ''): Promise<string> {
  const asked = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false } as const;
  const token = (await store.fetchInstallation(asked)).bot?.token;
  if (!token) throw new Error('an installation without a bot token');
  return token;
}

/** Tries the bot token. @throws SlackRefused when Slack refuses it; else it is out of reach. */
export async function checkToken(workspaces: Workspaces): Promise<void> {
  try {
    await workspaces.authorize(undefined);
  } catch (error) {
    if (isTokenRefusal(error)) throw new SlackRefused('bot-token', refusalOf(error) ?? '');
    throw error;
  }
}
