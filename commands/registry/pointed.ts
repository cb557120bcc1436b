import { ok, type Result, refuse } from '../../src/kernel/result.js';
import type { Command } from './command.js';
import type { Context } from './context.js';
import type { Request } from './invocation.js';
import { personTyped } from './people.js';

type Pointed = Extract<Request, { type: 'on-message' | 'on-reaction' | 'on-person' }>;

/** A command taken from a menu, with what was pointed at as its arguments. */
export interface Taken {
  readonly command: Command;
  readonly given: Readonly<Record<string, string>>;
  readonly proposed: Readonly<Record<string, string>>;
  readonly dialogue: null;
}

/** What a message gives is proposed, and can be corrected; who was pointed at is certain. */
export async function readPointed(
  command: Command | undefined,
  request: Pointed,
  context: Context,
): Promise<Result<Taken>> {
  if (request.type === 'on-message') {
    if (!command?.onMessage) return refuse('old-button');
    const proposed = command.onMessage(request.message, context);
    return ok({ command, given: {}, proposed, dialogue: null });
  }
  if (request.type === 'on-reaction') {
    if (!command?.onReaction) return refuse('old-button');
    const read = command.onReaction.read(request.message, context);
    return read.ok ? ok({ command, given: read.value, proposed: {}, dialogue: null }) : read;
  }
  if (!command || command.onPerson === null) return refuse('old-button');
  const typed = await memberTyped(request.person.userId, context);
  // Never by the name alone: somebody else here may bear it.
  if (typed === null) return refuse('not-yet-a-member', { name: request.person.name });
  return ok({ command, given: { [command.onPerson]: typed }, proposed: {}, dialogue: null });
}

async function memberTyped(userId: string, context: Context): Promise<string | null> {
  const { services, community, speaker } = context;
  const member = await services.community.memberBy(community.id, speaker.platform, userId);
  return member && personTyped(await services.community.members(community.id), member.id);
}
