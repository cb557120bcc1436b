import { plainBlanks } from '../../support/text.js';
import type { createDeliveries } from './deliveries.js';
import type { Modal } from './kit.js';
import { actionsOf, labelOf } from './reading.js';
import { APP_ID, BOT_ID, BOT_USER, type Message, type State, TEAM, type Window } from './state.js';
import { filled } from './windows.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What people of the workspace do, and what Slack then sends. */
export function createPeopleOf(
  state: State,
  { deliver }: Pick<ReturnType<typeof createDeliveries>, 'deliver'>,
  address: () => string,
) {
  const trigger = (user: string): string => {
    const id = `${state.next()}.${Date.now()}/${user}`;
    state.triggers.set(id, Date.now());
    return id;
  };
  const responseUrl = (channel: string, user: string, source: Message | null): string => {
    const id = `R${state.next()}`;
    state.responses.set(id, { channel, user, source, used: 0 });
    return `${address()}response/${id}`;
  };
  const shortcut = (type: 'global' | 'message', name: string): string => {
    const found = state.shortcuts.find((one) => one.type === type && one.name === name);
    if (!found) throw new Error(`no shortcut ${name}`);
    return found.callback_id;
  };
  const person = (user: string) => {
    const found = state.users.get(user);
    if (!found) throw new Error(`nobody is called ${user}`);
    return { id: user, username: found.name, name: found.name, team_id: TEAM };
  };
  const named = (channel: string) => ({
    id: channel,
    name: state.channels.get(channel)?.name ?? '',
  });
  const base = { team: { id: TEAM, domain: 'atelier' }, api_app_id: APP_ID, token: 'old' };
  const event = (payload: object) =>
    deliver({
      kind: 'events_api',
      payload: {
        ...{ type: 'event_callback', team_id: TEAM, api_app_id: APP_ID, token: 'old' },
        ...{ event_id: `Ev${state.next()}`, event_time: 1, event: payload },
        authorizations: [
          { team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
        ],
      },
    });

  const act = (user: string, action: object, container: object, more: object) =>
    deliver({
      kind: 'interactive',
      payload: {
        ...{ type: 'block_actions', ...base, user: person(user), trigger_id: trigger(user) },
        ...{
          container,
          actions: [{ block_id: 'b', action_ts: state.nextTs(), ...action }],
          ...more,
        },
      },
    });

  /** As Slack tells of what somebody chose on their device. */
  const uploaded = ({ name, bytes }: Chosen): object => {
    const id = `F${state.next()}`;
    state.files.set(id, { id, name, bytes, channel: null });
    const url = `${address()}files/${id}`;
    return { id, name, size: bytes.length, url_private: url, url_private_download: url };
  };

  /** The payload of a button, or of a menu with some of its options chosen. */
  const chosen = (element: ReturnType<typeof actionsOf>[number], labels: readonly string[]) => {
    if (element.type === 'button') return element;
    const all = element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? [];
    const picked = labels.map((label) => {
      const found = all.find(({ text }) => plainBlanks(text.text) === plainBlanks(label));
      if (!found) throw new Error(`no option ${label}`);
      return found;
    });
    const { type, action_id } = element;
    return type === 'static_select'
      ? { type, action_id, selected_option: picked[0] }
      : { type, action_id, selected_options: picked };
  };
  const elementOf = (blocks: Modal['blocks'], label: string) => {
    const all = actionsOf(blocks);
    const found = all.find((element) => labelOf(element) === label);
    if (!found) throw new Error(`no ${label} among ${all.map(labelOf).join(', ')}`);
    return found;
  };

  return {
    slash: (user: string, channel: string, command: string, text: string, team = TEAM) =>
      deliver({
        kind: 'slash_commands',
        payload: {
          ...{ token: 'old', team_id: team, team_domain: 'atelier', api_app_id: APP_ID },
          ...{ channel_id: channel, channel_name: named(channel).name || 'directmessage' },
          ...{ user_id: user, user_name: person(user).name, command, text: escaped(text) },
          ...{ response_url: responseUrl(channel, user, null), trigger_id: trigger(user) },
          is_enterprise_install: 'false',
        },
      }),
    /** Presses a button, or chooses in a menu, under a message. */
    press(user: string, message: Message, label: string, options: readonly string[] = []) {
      const { channel, ts, onlyFor } = message;
      const container = {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: onlyFor !== null,
      };
      return act(user, chosen(elementOf(message.blocks, label), options), container, {
        channel: named(channel),
        message: { type: 'message', ts, bot_id: BOT_ID, user: BOT_USER },
        response_url: responseUrl(channel, user, message),
      });
    },
    pressInWindow({ id, user, view }: Window, label: string, options: readonly string[] = []) {
      const container = { type: 'view', view_id: id };
      const action = chosen(elementOf(view.blocks, label), options);
      return act(user, action, container, { view: { id, ...view, state: { values: {} } } });
    },
    pressAtHome(user: string, label: string, options: readonly string[] = []) {
      const blocks = state.homes.get(user) ?? [];
      const container = { type: 'view', view_id: 'VHOME' };
      const view = {
        id: 'VHOME',
        type: 'home',
        blocks,
        private_metadata: '',
        state: { values: {} },
      };
      return act(user, chosen(elementOf(blocks, label), options), container, { view });
    },
    /** Closes one's windows, as before doing anything else in Slack. */
    dismiss(user: string): void {
      const left = state.windows.filter((one) => one.user !== user);
      state.windows.splice(0, state.windows.length, ...left);
    },
    /** Fills a window in, by label, over what it holds, and sends it. */
    async submit(
      window: Window,
      answers: Readonly<Record<string, string>>,
      chosen: Readonly<Record<string, Chosen>> = {},
    ): Promise<void> {
      const { id, user, view } = window;
      window.typed = { ...window.typed, ...answers };
      const files = new Map(Object.entries(chosen).map(([label, one]) => [label, uploaded(one)]));
      const { values, missing } = filled(view, window.typed, files);
      // Slack does not send a window where something required is empty.
      window.errors = Object.fromEntries(missing.map((block) => [block, 'required']));
      if (missing.length > 0) return;
      const answer = await deliver({
        kind: 'interactive',
        payload: {
          ...{ type: 'view_submission', ...base, user: person(user), trigger_id: trigger(user) },
          view: { id, private_metadata: '', ...view, state: { values } },
          response_urls: [],
        },
      });
      settle(window, answer);
    },
    /** Chooses in the menu of what somebody wrote in a channel. */
    onMessage(user: string, name: string, said: { by: string; channel: string; text: string }) {
      const ts = state.nextTs();
      const { by, channel, text } = said;
      state.written.set(ts, channel);
      return deliver({
        kind: 'interactive',
        payload: {
          ...{ type: 'message_action', ...base, callback_id: shortcut('message', name) },
          ...{ user: person(user), trigger_id: trigger(user), channel: named(channel) },
          ...{ action_ts: '1.1', message_ts: ts, message: { type: 'message', user: by, ts, text } },
          response_url: responseUrl(channel, user, null),
        },
      });
    },
    /** Writes in a channel: Slack makes links of addresses, and ECC is told nothing. */
    write(user: string, channel: string, text: string): string {
      const ts = state.nextTs();
      const linked = escaped(text).replaceAll(/https?:\/\/[^\s&]+(?:&amp;[^\s&]+)*/g, '<$&>');
      const post = { ts, channel, user, text: linked, reactions: new Map<string, Set<string>>() };
      state.posts.set(ts, post);
      return ts;
    },
    /** Reacts by the name of a sign; told where ECC is, if it may hear of it. */
    async react(user: string, channel: string, ts: string, name: string): Promise<void> {
      const post = state.posts.get(ts);
      const own = state.messages.some((one) => one.ts === ts && one.channel === channel);
      const users = post?.reactions.get(name) ?? new Set<string>();
      if (users.has(user)) throw new Error('already_reacted');
      users.add(user);
      post?.reactions.set(name, users);
      if (!state.channels.get(channel)?.invited || !state.scopes.includes('reactions:read')) return;
      const author = own ? BOT_USER : post?.user;
      await event({
        ...{ type: 'reaction_added', user, reaction: name, event_ts: state.nextTs() },
        ...(author !== undefined && { item_user: author }),
        item: { type: 'message', channel, ts },
      });
    },
    unreact(user: string, ts: string, name: string): void {
      state.posts.get(ts)?.reactions.get(name)?.delete(user);
    },
    /** Chooses among the shortcuts, from anywhere. */
    shortcut: (user: string, name: string) =>
      deliver({
        kind: 'interactive',
        payload: {
          ...{ type: 'shortcut', ...base, callback_id: shortcut('global', name) },
          ...{ user: person(user), trigger_id: trigger(user), action_ts: '1.1' },
        },
      }),
    mention: (user: string, channel: string, text: string) =>
      event({
        ...{ type: 'app_mention', user, channel, ts: state.nextTs(), event_ts: '1.1', team: TEAM },
        text: `<@${BOT_USER}> ${escaped(text)}`,
      }),
    /** A file with what is written under it. */
    give: (user: string, text: string, chosen: Chosen) =>
      event({
        ...{
          type: 'message',
          subtype: 'file_share',
          channel_type: 'im',
          channel: `D${user}`,
          user,
        },
        ...{ text: escaped(text), files: [uploaded(chosen)], upload: false },
        ...{ ts: state.nextTs(), event_ts: '1.1', team: TEAM },
      }),
    direct: (user: string, text: string) =>
      event({
        ...{ type: 'message', channel_type: 'im', channel: `D${user}`, user, text: escaped(text) },
        ...{ ts: state.nextTs(), event_ts: '1.1', team: TEAM },
      }),
    openHome: (user: string) =>
      event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home', event_ts: '1.1' }),
    /** ECC hears its own words, as bots do. */
    echo: ({ channel, text, ts }: Message) =>
      event({
        ...{ type: 'message', channel_type: 'im', channel, text, ts, event_ts: ts },
        ...{ user: BOT_USER, bot_id: BOT_ID, app_id: APP_ID },
      }),
  };

  function settle(window: Window, answer: unknown): void {
    const { response_action, errors, view } = (answer ?? {}) as {
      response_action?: string;
      errors?: Record<string, string>;
      view?: Modal;
    };
    const { windows } = state;
    if (response_action === 'errors') window.errors = errors ?? {};
    else if (response_action === 'update' && view) Object.assign(window, { view, errors: {} });
    else {
      const left = windows.filter(({ id, user }) =>
        response_action === 'clear' ? user !== window.user : id !== window.id,
      );
      windows.splice(0, windows.length, ...left);
    }
  }
}
