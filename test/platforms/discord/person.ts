import { setTimeout as pause } from 'node:timers/promises';
import { messagePayload } from './messages.js';
import { isSlash, type Leaf } from './shapes/commands.js';
import type { Discord } from './stand-in.js';
import { type Chosen, type Files, filledIn } from './window.js';
import {
  APPLICATION,
  CHANNEL,
  GUILD,
  type Interaction,
  MEDIATION,
  type Message,
  type Person,
  snowflake,
  userOf,
} from './world.js';

const MEMBER = String(1 << 11);
const MANAGER = String((1 << 5) | (1 << 11));
/** For a slow machine: what hangs is told, what is slow is not a failure. */
const WAIT_MS = 60_000;
const COMPLETION = 4;

/** People as Discord lets them act: only on what was declared and what they can see. */
export function createPeople({ world, gateway, now, cdnUrl }: Discord) {
  function person(name: string, locale = 'fr'): Person {
    const known = world.people.get(name);
    if (known) return known;
    const id = snowflake();
    const fresh = { id, name, locale, permissions: MEMBER, messagesClosed: false, roles: [] };
    world.people.set(name, fresh);
    world.people.set(fresh.id, fresh);
    return fresh;
  }

  function deliver(interaction: Interaction): void {
    gateway.dispatch('INTERACTION_CREATE', interaction.payload);
  }

  interface On {
    readonly channelId?: string;
    readonly message?: Message;
  }

  function send(who: Person, type: number, data: object, on: On = {}): Interaction {
    const { channelId = CHANNEL, message } = on;
    const id = snowflake();
    const token = `token-${id}`;
    const direct = channelId !== CHANNEL;
    const user = userOf(who);
    const payload = {
      ...{ id, token, type, data, application_id: APPLICATION, version: 1 },
      channel_id: channelId,
      channel: { id: channelId, type: direct ? 1 : 0, ...(direct ? {} : { name: 'atelier' }) },
      app_permissions: world.granted,
      locale: who.locale,
      entitlements: [],
      authorizing_integration_owners: { 0: direct ? '0' : GUILD },
      context: direct ? 1 : 0,
      attachment_size_limit: 1,
      ...(message && { message: messagePayload(message) }),
      ...(direct
        ? { user }
        : {
            guild_id: GUILD,
            guild_locale: 'fr',
            guild: { id: GUILD, locale: 'fr', features: [] },
            member: {
              ...{ user, roles: who.roles, permissions: who.permissions, nick: null, flags: 0 },
              ...{ joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, pending: false },
            },
          }),
    };
    const interaction: Interaction = {
      ...{ id, token, person: who, channelId, at: now(), payload },
      ...{ state: 'new' as const, ephemeral: false, original: null, heardAt: null },
    };
    world.interactions.set(id, interaction);
    // A window left open is closed: one cannot act beside it.
    if (type !== COMPLETION) world.modals.delete(who.id);
    deliver(interaction);
    return interaction;
  }

  /** Sends a gesture, and waits until ECC has fully answered it. */
  async function act(who: Person, type: number, data: object, on: On = {}): Promise<Interaction> {
    const interaction = send(who, type, data, on);
    for (let waited = 0; waited < WAIT_MS; waited += 10) {
      if (interaction.state === 'answered') return interaction;
      await pause(10);
    }
    const refused = JSON.stringify(world.refusals.slice(-3));
    throw new Error(`“${who.name}” got no answer (${interaction.state}) ${refused}`);
  }

  /** A declared command by the words a person types, and the names of its options. */
  function declared(words: string): { root: string; sub: string | null; leaves: readonly Leaf[] } {
    const [root = '', sub = null] = words.split(' ');
    const command = world.commands.filter(isSlash).find(({ name }) => name === root);
    const inner = sub === null ? command : command?.options.find(({ name }) => name === sub);
    const options = inner && 'options' in inner ? inner.options : [];
    if (!command || !inner) throw new Error(`no command /${words}`);
    return { root, sub, leaves: (options ?? []).filter((one): one is Leaf => one.type !== 1) };
  }

  /** A file as the payload tells of it, by id: at an address signed for a while. */
  function uploaded({ name: filename, bytes }: Chosen) {
    const id = snowflake();
    world.uploads.set(id, { id, filename, bytes });
    const url = `${cdnUrl()}/${id}?ex=f00d&is=cafe&hm=beef`;
    const said = { id, filename, size: bytes.length, url, proxy_url: url };
    return { id, said: { ...said, content_type: 'application/octet-stream' } };
  }

  function inMenu(type: 2 | 3, label: string): 2 | 3 {
    if (world.commands.some((one) => one.type === type && one.name === label)) return type;
    throw new Error(`nothing called ${label} in that menu`);
  }

  function slashData(words: string, given: readonly object[], attachments = {}): object {
    const { root, sub } = declared(words);
    const options = sub === null ? given : [{ type: 1, name: sub, options: given }];
    const resolved = Object.keys(attachments).length > 0 && { resolved: { attachments } };
    return { id: snowflake(), type: 1, name: root, options, ...resolved };
  }

  /** A button, or an option of a select, by its label. */
  function pressed(who: Person, message: Message, label: string): [object, On] {
    const known = world.messages.get(message.id);
    if (!known || (known.onlyFor !== null && known.onlyFor !== who.id)) {
      throw new Error('one cannot press what one does not see');
    }
    const shown = (known.components ?? []).flatMap((row) => [...row.components]);
    const found = shown
      .map((one) => {
        if (one.type === 2 && 'custom_id' in one && one.label === label) {
          return { component_type: 2, custom_id: one.custom_id };
        }
        const chosen = one.type === 3 ? one.options.find((each) => each.label === label) : null;
        return one.type === 3 && chosen
          ? { component_type: 3, custom_id: one.custom_id, values: [chosen.value] }
          : null;
      })
      .find((one) => one !== null);
    if (!found) throw new Error(`nothing called ${label} under that message`);
    return [found, { channelId: known.channelId, message: known }];
  }

  return {
    person,
    manager(name: string): Person {
      const one = person(name);
      one.permissions = MANAGER;
      return one;
    },
    mediator(name: string): Person {
      const one = person(name);
      one.roles = [MEDIATION];
      return one;
    },
    declared,
    deliver,
    slash(
      who: Person,
      words: string,
      given: Readonly<Record<string, string | boolean>> = {},
      chosen: Files = {},
    ) {
      const { leaves } = declared(words);
      const files = Object.entries(chosen).map(([name, file]) => ({ name, ...uploaded(file) }));
      const all = { ...given, ...Object.fromEntries(files.map(({ name, id }) => [name, id])) };
      const options = Object.entries(all).map(([name, value]) => {
        const leaf = leaves.find((one) => one.name === name);
        if (!leaf) throw new Error(`/${words} has no option ${name}`);
        if ((leaf.type === 11) !== name in chosen) throw new Error(`${name}: a file or not`);
        return { type: leaf.type, name, value };
      });
      const missing = leaves.find(({ name, required }) => required && !(name in given));
      if (missing) throw new Error(`/${words} needs ${missing.name}`);
      const attachments = Object.fromEntries(files.map(({ id, said }) => [id, said]));
      return act(who, 2, slashData(words, options, attachments));
    },
    /** Chooses in the menu of what somebody wrote in the channel. */
    onMessage(who: Person, label: string, said: { by: Person; text: string }) {
      const id = snowflake();
      const message = {
        ...{ id, channel_id: CHANNEL, author: userOf(said.by), content: said.text, type: 0 },
        ...{ timestamp: new Date(now()).toISOString(), edited_timestamp: null, flags: 0 },
        ...{ tts: false, mention_everyone: false, mentions: [], mention_roles: [] },
        ...{ attachments: [], embeds: [], components: [], pinned: false },
      };
      const target = { type: inMenu(3, label), name: label, id: snowflake(), target_id: id };
      return act(who, 2, { ...target, resolved: { messages: { [id]: message } } });
    },
    /** Writes in the channel, or in a thread: nothing that ECC is told. */
    write(who: Person, text: string, channelId = CHANNEL): string {
      const id = snowflake();
      const mentioned = text.includes(`<@${APPLICATION}>`);
      world.written.set(id, { id, channelId, author: who.id, text, mentioned });
      return id;
    },
    /** Puts a sign under a message: a drawing, or a picture of the server. */
    react(
      who: Pick<Person, 'id' | 'name' | 'roles'> & { readonly bot?: boolean },
      messageId: string,
      emoji: string | { readonly id: string; readonly name: string },
    ): void {
      const on = world.written.get(messageId) ?? world.messages.get(messageId);
      if (!on) throw new Error(`no message ${messageId}`);
      gateway.dispatch('MESSAGE_REACTION_ADD', {
        ...{ user_id: who.id, channel_id: on.channelId, message_id: messageId, guild_id: GUILD },
        ...{ message_author_id: on.author, burst: false, type: 0 },
        emoji: typeof emoji === 'string' ? { id: null, name: emoji } : emoji,
        member: {
          ...{ user: { ...userOf(who), bot: who.bot ?? false }, roles: who.roles, nick: null },
          ...{ joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
        },
      });
    },
    /** Chooses in the menu of a person. */
    onPerson(who: Person, label: string, whom: Person) {
      const target = { type: inMenu(2, label), name: label, id: snowflake(), target_id: whom.id };
      const member = {
        roles: whom.roles,
        permissions: whom.permissions,
        nick: null,
        flags: 0,
        joined_at: '2026-01-01T00:00:00Z',
      };
      const resolved = { users: { [whom.id]: userOf(whom) }, members: { [whom.id]: member } };
      return act(who, 2, { ...target, resolved });
    },
    async complete(who: Person, words: string, option: string, typed: string) {
      const focused = { type: 3, name: option, value: typed, focused: true };
      await act(who, COMPLETION, slashData(words, [focused]));
      return world.offered.get(who.id) ?? [];
    },
    press: (who: Person, message: Message, label: string) =>
      act(who, 3, ...pressed(who, message, label)),
    /** Several options of a select, by what it says before one chose. */
    choose(who: Person, message: Message, list: string, labels: readonly string[]) {
      const rows = world.messages.get(message.id)?.components ?? [];
      const found = rows
        .flatMap((row) => [...row.components])
        .find((one) => one.type === 3 && one.placeholder === list);
      if (found?.type !== 3) throw new Error(`no list ${list}`);
      const chosen = found.options.filter(({ label }) => labels.includes(label));
      const { min_values: least = 1, max_values: most = 1 } = found;
      if (chosen.length < labels.length || labels.length < least || labels.length > most) {
        throw new Error(`one cannot choose ${labels.join(', ')} in ${list}`);
      }
      const values = chosen.map(({ value }) => value);
      const data = { component_type: 3, custom_id: found.custom_id, values };
      return act(who, 3, data, { channelId: message.channelId, message });
    },
    /** Presses, and does not wait for the answer. */
    tap: (who: Person, message: Message, label: string) =>
      send(who, 3, ...pressed(who, message, label)),
    /** Sends back the open window, with these answers by label over what it holds. */
    submit(
      who: Person,
      answers: Readonly<Record<string, string>>,
      channelId = CHANNEL,
      chosen: Files = {},
    ) {
      const open = world.modals.get(who.id);
      if (!open) throw new Error(`no window is open for ${who.name}`);
      const { components, attachments } = filledIn(open, { answers, chosen, uploaded });
      const resolved = { attachments };
      return act(who, 5, { custom_id: open.custom_id, components, resolved }, { channelId });
    },
  };
}
