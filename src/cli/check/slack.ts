import { z } from 'zod';
import type {
  SlackHttpSettings,
  SlackSettings,
  SlackSocketSettings,
} from '../../config/networks.js';
import { ask, type Reply, Unreached } from './ask.js';
import { beware, type Finding, right } from './finding.js';
import { slackScopes } from './needs.js';
import { type NetworkReport, reportOf, Stopped } from './network.js';
import { slackWords as words } from './slack-words.js';

const answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
});
type Answer = z.infer<typeof answer>;

type Call = (
  method: string,
  body: Readonly<Record<string, string>>,
  token?: string,
) => Promise<{ readonly said: Answer; readonly reply: Reply }>;

/** The tokens and what they may do; over HTTP, the application and its public address. */
export const checkSlack = (settings: SlackSettings): Promise<NetworkReport> =>
  reportOf(
    'Slack',
    async (found, heard) => {
      const base = (settings.apiUrl ?? 'https://slack.com/api/').replace(/\/?$/, '/');
      const call: Call = async (method, body, token) => {
        const reply = heard(
          await ask(`${base}${method}`, {
            method: 'POST',
            body: new URLSearchParams(body),
            headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
          }),
        );
        const said = answer.safeParse(reply.json);
        if (!said.success) throw new Stopped(words.notSlack);
        return { said: said.data, reply };
      };
      if ('botToken' in settings) {
        await bot(settings, call, found);
        await listening(settings, call, found);
      } else {
        await application(settings, call, found);
        found(await address(settings));
      }
    },
    settings.apiUrl && 'ECC_SLACK_API',
  );

type Found = (finding: Finding) => void;

async function bot({ botToken }: SlackSocketSettings, call: Call, found: Found): Promise<void> {
  const { said, reply } = await call('auth.test', {}, botToken);
  if (!said.ok) {
    found(words.badBotToken(said.error ?? ''));
    return;
  }
  found(right(words.botKnown(said.team ?? '')));
  const granted = reply.headers.get('x-oauth-scopes');
  if (granted === null) return;
  const held = granted.split(',').map((scope) => scope.trim());
  const missing = (await slackScopes()).filter((scope) => !held.includes(scope));
  found(missing.length > 0 ? words.missingScopes(missing) : right(words.scopes));
}

async function listening({ appToken }: SlackSocketSettings, call: Call, found: Found) {
  const { said } = await call('apps.connections.open', {}, appToken);
  found(said.ok ? right(words.listens) : words.badAppToken(said.error ?? ''));
}

/** Slack looks at who asks before it looks at the code, which is not one. */
async function application(settings: SlackHttpSettings, call: Call, found: Found): Promise<void> {
  const { clientId, clientSecret } = settings;
  const { said } = await call('oauth.v2.access', {
    ...{ client_id: clientId, client_secret: clientSecret, code: 'a-code-that-is-none' },
  });
  const known = said.ok || said.error === 'invalid_code' || said.error === 'code_already_used';
  found(known ? right(words.applicationKnown) : words.badApplication(said.error ?? ''));
}

/** Only a running ECC answers there, so silence is no fault. */
async function address({ publicUrl }: SlackHttpSettings): Promise<Finding> {
  try {
    const { status } = await ask(`${publicUrl}/slack/install`);
    if (status < 400) return right(words.answers(publicUrl));
    return beware(words.silent(publicUrl, `HTTP ${status}`), words.lead);
  } catch (error) {
    if (!(error instanceof Unreached)) throw error;
    return beware(words.silent(publicUrl, error.code), words.lead);
  }
}
