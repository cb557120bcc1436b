import { z } from 'zod';
import { type Messages, messagePayload, parse, type Sent } from './messages.js';
import { REFUSE } from './refusal.js';
import { choices } from './shapes/commands.js';
import { modal } from './shapes/components.js';
import type { Interaction, World } from './world.js';

/** Discord waits three seconds for the first answer. */
const ANSWER_WITHIN_MS = 3000;
const EPHEMERAL = 64;

const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: z.unknown() }),
  z.strictObject({
    type: z.literal(5),
    data: z
      .strictObject({ flags: z.union([z.literal(0), z.literal(EPHEMERAL)]).optional() })
      .optional(),
  }),
  z.strictObject({ type: z.literal(8), data: choices }),
  z.strictObject({ type: z.literal(9), data: modal }),
]);

/** What an application may do with an interaction: one first answer in time, then others. */
export function createCallbacks(world: World, messages: Messages, now: () => number) {
  const byToken = (token: string): Interaction => {
    const found = [...world.interactions.values()].find((one) => one.token === token);
    if (!found) throw REFUSE.webhook();
    return found;
  };
  const where = ({ channelId, person }: Interaction, ephemeral: boolean) => ({
    channelId,
    onlyFor: ephemeral || world.directs.get(person.id) === channelId ? person.id : null,
  });
  const isEphemeral = (body: { flags?: number | undefined }): boolean =>
    ((body.flags ?? 0) & EPHEMERAL) !== 0;
  const kindOf = ({ payload }: Interaction): number => (payload as { type: number }).type;

  return {
    callback(id: string, token: string, sent: Sent): void {
      const one = world.interactions.get(id);
      if (!one || one.token !== token) throw REFUSE.interaction();
      if (now() - one.at > ANSWER_WITHIN_MS) throw REFUSE.interaction();
      if (one.state !== 'new') throw REFUSE.acknowledged();
      const said = parse(callback, sent.body);
      const completing = kindOf(one) === 4;
      if (completing !== (said.type === 8)) throw REFUSE.form('callback type');
      if (said.type === 9 && kindOf(one) === 5) throw REFUSE.form('a modal after a modal');
      if (said.type === 4) {
        const inner = { ...sent, body: said.data };
        const body = messages.whole(inner);
        one.ephemeral = isEphemeral(body);
        one.original = messages.keep(body, inner, where(one, one.ephemeral)).id;
      }
      if (said.type === 5) one.ephemeral = said.data?.flags === EPHEMERAL;
      if (said.type === 8) world.offered.set(one.person.id, said.data.choices);
      if (said.type === 9) world.modals.set(one.person.id, said.data);
      one.heardAt = now();
      one.state = said.type === 5 ? 'deferred' : 'answered';
    },

    followUp(token: string, sent: Sent) {
      const one = byToken(token);
      if (one.state === 'new') throw REFUSE.webhook();
      const body = messages.whole(sent);
      return messagePayload(messages.keep(body, sent, where(one, isEphemeral(body))));
    },

    /** Also of one that only says that it was heard. */
    deleteOriginal(token: string): void {
      const one = byToken(token);
      if (one.original) world.messages.delete(one.original);
      else if (one.state !== 'deferred') throw REFUSE.message();
      one.state = 'answered';
    },

    editOriginal(token: string, sent: Sent) {
      const one = byToken(token);
      if (one.original) return messagePayload(messages.edit(one.original, sent));
      if (one.state !== 'deferred') throw REFUSE.message();
      const body = messages.whole(sent);
      const flags = one.ephemeral ? EPHEMERAL : body.flags;
      const message = messages.keep({ ...body, flags }, sent, where(one, one.ephemeral));
      one.original = message.id;
      one.state = 'answered';
      return messagePayload(message);
    },
  };
}
export type Callbacks = ReturnType<typeof createCallbacks>;
