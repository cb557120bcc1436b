import type { z } from 'zod';
import { home, messageBlocks, metadata, modal } from './kit.js';
import { mrkdwnOf, notifiedBy } from './reading.js';
import {
  BOT_ID,
  BOT_USER,
  type Message,
  OTHER_TEAM,
  type State,
  TEAM,
  TOKENS,
  teamOf,
} from './state.js';

type Args = Readonly<Record<string, string>>;
type Answer = Record<string, unknown>;

/** A refusal, as Slack names it. */
export class Refused extends Error {
  constructor(
    readonly error: string,
    readonly messages: readonly string[] = [],
  ) {
    super(error);
  }
}

const NAMES: Readonly<Record<string, string>> = { [TEAM]: 'Atelier', [OTHER_TEAM]: 'Voisins' };

/** What each workspace's consent gives. */
const CODES: Readonly<Record<string, readonly [team: string, bot: string]>> = {
  'the-code': [TEAM, TOKENS.bot],
  'the-other-code': [OTHER_TEAM, TOKENS.otherBot],
};

/** The methods of the Web API that ECC calls, as strict as Slack's. */
export function createApi(state: State, socketUrl: () => string, address: () => string) {
  const parsed = <T>(schema: z.ZodType<T>, json: string | undefined, error: string): T => {
    const result = schema.safeParse(JSON.parse(json ?? 'null'));
    if (result.success) return result.data;
    throw new Refused(
      error,
      result.error.issues.map(({ path, message }) => `[ERROR] ${message} [${path.join('/')}]`),
    );
  };
  const content = (args: Args) => {
    const text = args.text ?? '';
    const blocks =
      args.blocks === undefined ? [] : parsed(messageBlocks, args.blocks, 'invalid_blocks');
    if (text === '' && blocks.length === 0) throw new Refused('no_text');
    if (text.length > 40_000) throw new Refused('msg_too_long');
    state.notified.push(...notifiedBy([text, ...mrkdwnOf(blocks)]));
    return { text, blocks };
  };
  const channelOf = (args: Args, { mustBeIn = true } = {}) => {
    const channel = state.channels.get(args.channel ?? '');
    if (!channel) throw new Refused('channel_not_found');
    if (mustBeIn && !channel.invited) throw new Refused('not_in_channel');
    if (mustBeIn && channel.archived) throw new Refused('is_archived');
    return channel;
  };
  const messageOf = (args: Args): Message => {
    const found = state.messages.find(
      ({ channel, ts, onlyFor }) => channel === args.channel && ts === args.ts && onlyFor === null,
    );
    if (!found) throw new Refused('message_not_found');
    return found;
  };
  const useTrigger = (args: Args): string => {
    const [id = '', user = ''] = (args.trigger_id ?? '').split('/');
    const given = state.triggers.get(args.trigger_id ?? '');
    if (given === undefined)
      throw new Refused(id === '' ? 'invalid_trigger_id' : 'exchanged_trigger_id');
    state.triggers.delete(args.trigger_id ?? '');
    if (Date.now() - given > state.triggerLivesMs) throw new Refused('expired_trigger_id');
    return user;
  };
  const openWindow = (args: Args, push: boolean): Answer => {
    const view = parsed(modal, args.view, 'invalid_arguments');
    const user = useTrigger(args);
    const window = { id: `V${state.next()}`, user, view, typed: {}, errors: {} };
    const others = state.windows.filter((one) => one.user !== user || push);
    state.windows.splice(0, state.windows.length, ...others, window);
    return { view: { id: window.id, ...view } };
  };

  const need = (scope: string): void => {
    if (!state.scopes.includes(scope)) throw new Refused('missing_scope');
  };
  /** The same people have one conversation, whatever their order. */
  const openGroup = (users: readonly string[], onlyFind: boolean): Answer => {
    need('mpim:write');
    if (users.length > 8) throw new Refused('too_many_users');
    if (users.some((user) => !state.users.has(user))) throw new Refused('user_not_found');
    const group = [...new Set(users)].sort();
    const id = `G${group.join('')}`;
    if (onlyFind && !state.channels.has(id)) return {};
    const name = `mpdm-${group.join('--').toLowerCase()}-1`;
    if (!state.channels.has(id)) {
      state.channels.set(id, { id, name, direct: null, invited: true, group });
    }
    return { channel: { id } };
  };

  const history = (messages: readonly Message[], args: Args): Answer => ({
    messages: [...messages]
      .reverse()
      .slice(0, Number(args.limit ?? 100))
      .map(({ ts, text, metadata: named }) => ({
        ...{ type: 'message', ts, text, user: BOT_USER, bot_id: BOT_ID },
        ...(args.include_all_metadata === 'true' && named && { metadata: named }),
      })),
  });

  const bot: Record<string, (args: Args, team: string) => Answer> = {
    'auth.test': (_, team) => ({
      ...{ user_id: BOT_USER, bot_id: BOT_ID, team_id: team, team: NAMES[team] },
    }),
    'users.info': ({ user }) => {
      const found = state.users.get(user ?? '');
      if (!found) throw new Refused('user_not_found');
      const { id, name, locale, admin, bot: isBot = false } = found;
      return {
        user: {
          id,
          name,
          locale,
          is_bot: isBot,
          is_admin: admin,
          is_owner: false,
          profile: { display_name: name },
        },
      };
    },
    'conversations.info': (args) => {
      const { id, name, invited } = channelOf(args, { mustBeIn: false });
      return { channel: { id, name, is_member: invited } };
    },
    'conversations.open': ({ users = '', prevent_creation: onlyFind }) => {
      if (users.includes(',')) return openGroup(users.split(','), onlyFind === 'true');
      need('im:write');
      const user = state.users.get(users ?? '');
      if (!user) throw new Refused('user_not_found');
      if (user.closed) throw new Refused('cannot_dm_bot');
      const id = `D${user.id}`;
      state.channels.set(id, { id, name: '', direct: user.id, invited: true });
      return { channel: { id } };
    },
    'conversations.close': (args) => {
      const { direct, group } = channelOf(args);
      if (direct === null && !group) throw new Refused('method_not_supported_for_channel_type');
      need(group ? 'mpim:write' : 'im:write');
      return {};
    },
    'conversations.history': (args) => {
      const { id, group } = channelOf(args);
      if (group) need('mpim:history');
      const own = state.messages.filter((one) => one.channel === id && !one.thread && !one.onlyFor);
      return history(own, args);
    },
    'conversations.replies': (args) => {
      const { id, group } = channelOf(args);
      if (group) need('mpim:history');
      const own = state.messages.filter(
        (one) => one.channel === id && (one.ts === args.ts || one.thread === args.ts),
      );
      return history(own, args);
    },
    'chat.postMessage': (args) => {
      const { id } = channelOf(args);
      const named = args.metadata
        ? parsed(metadata, args.metadata, 'invalid_metadata_format')
        : null;
      const message: Message = {
        ...{ ts: state.nextTs(), channel: id, thread: args.thread_ts ?? null, onlyFor: null },
        ...{ ...content(args), metadata: named, edits: 0 },
      };
      state.messages.push(message);
      return { channel: id, ts: message.ts };
    },
    'chat.postEphemeral': (args) => {
      const { id } = channelOf(args);
      if (!state.users.has(args.user ?? '')) throw new Refused('user_not_in_channel');
      const ts = state.nextTs();
      state.messages.push({
        ...{ ts, channel: id, thread: args.thread_ts ?? null, onlyFor: args.user ?? '' },
        ...{ ...content(args), metadata: null, edits: 0 },
      });
      return { message_ts: ts };
    },
    'chat.update': (args) => {
      channelOf(args);
      const message = messageOf(args);
      Object.assign(message, content(args), { edits: message.edits + 1 });
      return { channel: message.channel, ts: message.ts };
    },
    'chat.getPermalink': (args) => {
      const { id } = channelOf(args);
      const ts = args.message_ts ?? '';
      if (state.written.get(ts) !== id) throw new Refused('message_not_found');
      const permalink = `https://atelier.slack.com/archives/${id}/p${ts.replace('.', '')}`;
      return { channel: id, permalink };
    },
    'reactions.get': (args) => {
      need('reactions:read');
      const { id } = channelOf(args);
      const post = state.posts.get(args.timestamp ?? '');
      if (post?.channel !== id) throw new Refused('message_not_found');
      const { ts, user, text } = post;
      const permalink = `https://atelier.slack.com/archives/${id}/p${ts.replace('.', '')}`;
      const reactions = [...post.reactions].map(([name, users]) => ({
        ...{ name, users: [...users], count: users.size },
      }));
      const message = { type: 'message', ts, user, text, team: TEAM, permalink, reactions };
      return { type: 'message', channel: id, message };
    },
    'chat.delete': (args) => {
      state.messages.splice(state.messages.indexOf(messageOf(args)), 1);
      return {};
    },
    'files.getUploadURLExternal': ({ filename = '', length }) => {
      need('files:write');
      if (filename === '' || !(Number(length) > 0)) throw new Refused('invalid_arguments');
      const id = `F${state.next()}`;
      state.files.set(id, { id, name: filename, bytes: Buffer.alloc(0), channel: null });
      return { upload_url: `${address()}upload/${id}`, file_id: id };
    },
    'files.completeUploadExternal': (args) => {
      need('files:write');
      const [{ id }] = JSON.parse(args.files ?? '[]') as [{ id: string }];
      const file = state.files.get(id);
      if (!file || file.bytes.length === 0) throw new Refused('file_not_found');
      file.channel = channelOf({ channel: args.channel_id ?? '' }).id;
      return { files: [{ id, title: file.name }] };
    },
    'views.open': (args) => openWindow(args, false),
    'views.push': (args) => openWindow(args, true),
    'views.update': (args) => {
      const window = state.windows.find(({ id }) => id === args.view_id);
      if (!window) throw new Refused('not_found');
      window.view = parsed(modal, args.view, 'invalid_arguments');
      window.errors = {};
      return { view: { id: window.id } };
    },
    'views.publish': (args) => {
      if (!state.users.has(args.user_id ?? '')) throw new Refused('user_not_found');
      state.homes.set(args.user_id ?? '', parsed(home, args.view, 'invalid_arguments').blocks);
      return {};
    },
  };

  return {
    /** Throws {@link Refused}. */
    call(method: string, token: string, args: Args): Answer {
      if (state.revoked) throw new Refused('token_revoked');
      if (method === 'apps.connections.open') {
        if (teamOf(token)) throw new Refused('not_allowed_token_type');
        if (token !== TOKENS.app) throw new Refused('invalid_auth');
        if (!state.mayListen) throw new Refused('missing_scope');
        return { url: socketUrl() };
      }
      if (method === 'oauth.v2.access') {
        if (args.client_id !== TOKENS.clientId) throw new Refused('invalid_client_id');
        if (args.client_secret !== TOKENS.clientSecret) throw new Refused('bad_client_secret');
        const [team, bot] = CODES[args.code ?? ''] ?? [];
        if (!team) throw new Refused('invalid_code');
        return {
          ...{
            access_token: bot,
            token_type: 'bot',
            scope: 'commands',
            bot_user_id: BOT_USER,
          },
          ...{ app_id: 'A0ECC', team: { id: team, name: NAMES[team] }, enterprise: null },
          ...{ is_enterprise_install: false, authed_user: { id: 'UNADIA' } },
        };
      }
      if (token === '') throw new Refused('not_authed');
      const team = teamOf(token);
      if (team === null) throw new Refused('invalid_auth');
      const run = bot[method];
      if (!run) throw new Refused('unknown_method');
      return run(args, team);
    },
    content,
  };
}
