import type { CommandSurface } from '../../commands/registry/surface.js';
import { has, say } from '../../commands/words/index.js';
import type { Locale } from '../../src/kernel/locale.js';
import { fitted, LIMITS } from './render/limits.js';
import { OPEN } from './shortcuts.js';
import { slashWords } from './slash-words.js';
import { slackWords } from './words.js';

/** What ECC may do in a workspace, and what each permission is for. */
const SCOPE_REASONS = {
  commands: '/ecc and the others',
  'chat:write': 'say things where it was invited',
  'app_mentions:read': '@ecc in a channel',
  'im:history': 'what is written to it directly',
  'im:write': 'what only one person may read',
  'mpim:write': 'a private room for people who all said yes; it reads nothing there',
  'users:read': 'names, languages, and who administers the workspace',
  'channels:read': 'names of channels',
  'groups:read': 'the same for private ones',
  'channels:history': 'finds its own messages again after a crash: nothing is posted twice',
  'groups:history': 'the same in private channels',
  'files:read': 'the receipts that people give it, and no others',
  'files:write': 'gives them back to who may read them',
  'metadata.message:read': 'tells its own messages by their key',
  'reactions:read': 'hears the sign a room has chosen, and reads the message it is under',
} as const;

export const SCOPES = Object.keys(SCOPE_REASONS) as (keyof typeof SCOPE_REASONS)[];

const EVENTS = ['app_home_opened', 'app_mention', 'message.im', 'reaction_added'];

/** https://docs.slack.dev/reference/app-manifest */
export function manifestOf(
  surface: readonly CommandSurface[],
  locale: Locale,
  publicUrl: string | null = null,
): object {
  const address = publicUrl === null ? {} : { url: `${publicUrl}/slack/events` };
  const requestUrl = publicUrl === null ? {} : { request_url: `${publicUrl}/slack/events` };
  return {
    display_information: { name: 'ECC', description: say(locale, 'help.title') },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'ECC', always_online: true },
      shortcuts: shortcuts(surface, locale),
      slash_commands: [...slashWords(surface)].map(([word, family]) => ({
        command: `/${word}`,
        ...address,
        description: familyWords(family, locale),
        usage_hint: hint(surface, family, locale),
        should_escape: false,
      })),
    },
    oauth_config: {
      ...(publicUrl !== null && { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
      scopes: { bot: SCOPES },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: EVENTS },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
      token_rotation_enabled: false,
    },
  };
}

/** One from anywhere, and what is offered on messages as far as Slack has places. */
function shortcuts(surface: readonly CommandSurface[], locale: Locale): object[] {
  const open = {
    ...{ type: 'global', callback_id: OPEN, name: slackWords[locale].open },
    description: fitted(say(locale, 'help.title'), LIMITS.shortcutHelp),
  };
  const onMessages = surface.flatMap(({ id, help, onMessage }) =>
    onMessage
      ? [
          {
            ...{ type: 'message', callback_id: id },
            name: fitted(onMessage[locale], LIMITS.shortcutName),
            description: fitted(help[locale], LIMITS.shortcutHelp),
          },
        ]
      : [],
  );
  return [open, ...onMessages].slice(0, LIMITS.shortcuts);
}

function familyWords(family: string, locale: Locale): string {
  const key = `help.topic.${family}`;
  return has(key) ? say(locale, key) : say(locale, 'help.title');
}

/** The second words of its commands, as many as a hint can show. */
function hint(surface: readonly CommandSurface[], family: string, locale: Locale): string {
  const second = surface
    .filter(({ id }) => id.startsWith(`${family}.`))
    .flatMap(({ names }) => names[locale][0]?.split(/\s+/).slice(1).join(' ') || []);
  return [...new Set(second)].slice(0, 6).join(' | ');
}
