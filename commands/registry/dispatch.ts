import { isSign } from '../../src/community/rules/signs.js';
import type { Presence } from '../../src/community/types.js';
import type { Dialogues } from '../../src/dialogues/service.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import type { Refusal } from '../../src/kernel/result.js';
import { farewellView } from '../ecc/views/leaving.js';
import { bugView, refusalView, strangerView, unknownCommandView } from '../view/answers.js';
import type { View } from '../view/view.js';
import { MAX_RAW_LENGTH, readArguments } from './arguments.js';
import type { Command } from './command.js';
import { complete, offer } from './complete.js';
import type { Context, Services } from './context.js';
import { receive } from './file.js';
import { formView } from './forms.js';
import type { Invocation, Registry, Request } from './invocation.js';
import { readPointed } from './pointed.js';
import { readLine } from './read-line.js';
import { surfaceOf } from './surface.js';

interface Parts {
  readonly services: Services;
  readonly dialogues: Dialogues;
  readonly commands: readonly Command[];
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void };
}

/** A command about to be run, with what was given for it so far. */
interface Asked {
  readonly command: Command;
  readonly given: Readonly<Record<string, string>>;
  /** The form this comes from, when it does. */
  readonly dialogue: { readonly id: string; readonly settled: ReadonlySet<string> } | null;
  /** Only to be shown again: nothing is run. */
  readonly reopened?: boolean;
  /** Read from what was pointed at: shown to be corrected, if anything has to be asked. */
  readonly proposed?: Readonly<Record<string, string>>;
}

type Line = Extract<Request, { type: 'line' }>;

export function createRegistry(parts: Parts): Registry {
  const { services, dialogues, commands, clock } = parts;
  const byId = new Map(commands.map((command) => [command.id, command]));

  const sight = (invocation: Omit<Invocation, 'request' | 'eventId'>, from: CommunityId | null) =>
    services.community.sight(
      {
        platform: invocation.platform,
        userId: invocation.speaker.userId,
        userName: invocation.speaker.name,
        steward: invocation.speaker.steward ?? false,
        roles: invocation.speaker.roles ?? [],
        authority: invocation.speaker.authority ?? null,
        place: invocation.place,
        locale: invocation.locale,
      },
      from,
    );

  const contextOf = (
    presence: Presence,
    invocation: Pick<Invocation, 'platform' | 'locale' | 'speaker'>,
    eventId: string | null,
  ): Context => {
    const now = clock.now();
    const { community, member, account, room } = presence;
    const { platform, speaker } = invocation;
    const event = eventId && `${invocation.platform}:${eventId}`;
    return {
      ...{ services, commands, community, member, account, room, now },
      speaker: { platform, ...speaker },
      locale: member.locale ?? invocation.locale,
      cause: { community: community.id, member: member.id, event, now },
    };
  };

  function askedByLine({ text, about }: Line, context: Context): Asked | View {
    const { length } = text;
    if (length > MAX_RAW_LENGTH) {
      return refusalView(context, [{ code: 'too-long', params: { length, max: MAX_RAW_LENGTH } }]);
    }
    const read = readLine(
      commands.filter(({ hidden }) => !hidden),
      text,
    );
    if (!read) return unknownCommandView(context, text);
    if (read.left === '') {
      const proposed = about ? read.command.onMessage?.(about, context) : null;
      return { ...read, dialogue: null, ...(proposed && { proposed }) };
    }
    return refusalView(context, [{ code: 'left-over', params: { text: read.left } }]);
  }

  async function asked(invocation: Invocation, context: Context): Promise<Asked | View> {
    const { request } = invocation;
    if (request.type === 'line') return askedByLine(request, context);
    if (
      request.type === 'on-message' ||
      request.type === 'on-reaction' ||
      request.type === 'on-person'
    ) {
      const pointed = await readPointed(byId.get(request.command), request, context);
      return pointed.ok ? pointed.value : refusalView(context, pointed.refusals);
    }
    if (request.type === 'act') {
      const command = byId.get(request.act.command);
      if (!command) return refusalView(context, [{ code: 'old-button', params: {} }]);
      return { command, given: request.act.args, dialogue: null };
    }
    const dialogue = await dialogues.find(context.account, request.dialogue);
    const command = dialogue && byId.get(dialogue.command);
    if (!dialogue || !command) return refusalView(context, [{ code: 'form-gone', params: {} }]);
    const held = { id: dialogue.id, settled: new Set(dialogue.settled) };
    if (request.type === 'reopen') {
      return { command, given: dialogue.values, dialogue: held, reopened: true };
    }
    return { command, given: { ...dialogue.values, ...request.values }, dialogue: held };
  }

  async function run(
    asked: Asked,
    context: Context,
    files: NonNullable<Invocation['files']>,
  ): Promise<View> {
    const { command, dialogue, reopened = false, proposed = {} } = asked;
    if (!command.allows(context.member)) {
      return refusalView(context, [{ code: 'facilitators-only', params: {} }]);
    }
    const received = await receive(reopened ? [] : files, command, context);
    const given = { ...proposed, ...asked.given, ...received.given };
    const prepared = await command.prepare(context, given);
    if (!prepared.ok) return refusalView(context, prepared.refusals);
    const reading = await readArguments(
      command,
      { ...suggested(command, prepared.value), ...given },
      context,
    );
    const ask = async (faults: readonly Refusal[]): Promise<View> => {
      const first = Object.keys({ ...asked.given, ...received.given });
      const settled = dialogue?.settled ?? new Set(first);
      const values = shown(command, prepared.value, reading.said);
      const id = await dialogues.save({
        id: dialogue?.id ?? null,
        community: context.community.id,
        account: context.account,
        content: { command: command.id, settled: [...settled], values },
      });
      const missing = reading.missing;
      return formView({
        ...{ command, context, settled, values, reading: { faults, missing } },
        ...{ dialogue: id, sent: dialogue !== null && !reopened },
      });
    };
    const unconfirmed = command.confirm && dialogue === null;
    const faults = [...received.faults, ...reading.faults];
    if (faults.length > 0 || reading.missing.length > 0 || unconfirmed || reopened) {
      return ask(faults);
    }
    const done = await command.run(context, reading.values);
    if (!done.ok) {
      const onFields = done.refusals.every(({ field }) => field && field in command.params);
      return onFields ? ask(done.refusals) : refusalView(context, done.refusals);
    }
    if (dialogue) await dialogues.remove(context.community.id, dialogue.id);
    return { ...done.value, community: context.community.id };
  }

  async function answer(invocation: Invocation): Promise<View> {
    const { request } = invocation;
    const from =
      request.type === 'act'
        ? request.community
        : 'dialogue' in request
          ? await dialogues.communityOf(request.dialogue)
          : null;
    const presence = await sight(invocation, from);
    if (!presence) return strangerView(invocation.locale);
    // A form is sent once, whatever the platform calls its events: it carries its own name.
    const eventId = request.type === 'form' ? `form:${request.dialogue}` : invocation.eventId;
    const context = contextOf(presence, invocation, eventId);
    if (from && from !== presence.community.id) {
      return refusalView(context, [{ code: 'elsewhere', params: {} }]);
    }
    const next = await asked(invocation, context);
    const { left } = presence.member;
    if (left && !('command' in next && next.command.former)) {
      return { ...farewellView(left, context), community: context.community.id };
    }
    const view = 'command' in next ? await run(next, context, invocation.files ?? []) : next;
    return { ...view, locale: context.locale };
  }

  return {
    async dispatch(invocation) {
      try {
        return await answer(invocation);
      } catch (error) {
        const reference = `${letter()}${digits(1)}-${digits(2)}`;
        // Never the arguments: they may be a secret ballot.
        parts.log.error({ reference, platform: invocation.platform, error }, 'a command failed');
        return bugView(invocation.locale, reference);
      }
    },
    async complete({ text, ...invocation }) {
      const presence = await sight(invocation, null);
      if (!presence || presence.member.left) return [];
      return complete(text, commands, contextOf(presence, invocation, null));
    },
    surface: surfaceOf(commands),
    async offer({ command, param, text, ...invocation }) {
      const presence = await sight(invocation, null);
      const asked = byId.get(command)?.params[param];
      if (!presence || presence.member.left || !asked) return [];
      return offer(asked, text, contextOf(presence, invocation, null));
    },
    async heeds({ platform, roomId, sign }) {
      const room = await services.community.roomAt(platform, roomId);
      if (!room) return null;
      const taken = commands.find(({ onReaction }) => {
        const chosen = onReaction?.sign(room) ?? null;
        return chosen !== null && isSign(chosen, sign);
      });
      return taken?.id ?? null;
    },
    async arrive(invocation) {
      await sight(invocation, null);
    },
  };
}

/** What is proposed holds for what may be left out; what is required is asked all the same. */
const suggested = (command: Command, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => command.params[name]?.required === false),
  );

/** What a form holds: what was said, or what is proposed for what must be and was not. */
const shown = (
  command: Command,
  proposed: Readonly<Record<string, string>>,
  said: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(command.params).map(([name, { required }]) => {
      const value = said[name] ?? '';
      return [name, required && value.trim() === '' ? (proposed[name] ?? value) : value];
    }),
  );

const letter = (): string => 'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(Math.floor(Math.random() * 23));
const digits = (count: number): string =>
  Math.floor(Math.random() * 10 ** count)
    .toString()
    .padStart(count, '0');
