import { mayLetIn, mayRemove } from '../../../src/community/policy.js';
import { leavesNoFacilitator } from '../../../src/community/rules/people.js';
import { LIMITS } from '../../../src/community/types.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, text as longText } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, text, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { leaveView } from '../views/leaving.js';
import { eventsOf } from './me.js';

/** What stands where an erased name stood, in the language of the community. */
const nameless = ({ community }: Context): string => say(community.locale, 'leave.nameless');

/** Shows what becomes of what; nothing is done before a button of it. */
export const leave = command({
  id: 'ecc.leave',
  params: {},
  async run(context) {
    const { services, community, member, locale } = context;
    const here = await services.community.members(community.id);
    const roles = here.map(({ role }) => role);
    if (here.length > 1 && leavesNoFacilitator(roles, { from: member.role, to: 'member' })) {
      return refuse('last-facilitator-leaving');
    }
    const votes = await services.decisions.openVotes(community.id, member.id);
    const meetings = (await eventsOf(context)).length;
    return ok(leaveView({ community, locale }, { votes, meetings }));
  },
});

const names = () =>
  choice(['keep', 'erase'] as const, (what, { locale }: Context) =>
    say(locale, `leave.choice.${what}`),
  );

export const leaveNow = command({
  id: 'ecc.leave-now',
  params: { name: names() },
  hidden: true,
  async run(context, { name }) {
    const { services, cause, community, locale } = context;
    const instead = name === 'erase' ? nameless(context) : null;
    const done = await services.community.leave(cause, instead);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'leave.done', { community: community.name })],
        landmark: '🚪',
        blocks: [text(say(locale, 'leave.done.body'))],
        actions: [button(say(locale, 'farewell.come-back'), act('ecc.come-back'))],
      }),
    );
  },
});

export const remove = command({
  id: 'ecc.remove',
  params: { member: person(), reason: longText(LIMITS.reason) },
  allows: mayRemove,
  confirm: true,
  private: true,
  async run({ services, cause, locale }, { member, reason }) {
    const done = await services.community.remove(cause, { member: member.id, reason });
    if (!done.ok) return done;
    const { id, name } = done.value;
    return ok(
      view({
        title: [say(locale, 'removed.done', { name })],
        landmark: '🚪',
        actions: [button(say(locale, 'removed.undo'), act('ecc.let-in', { member: id }))],
      }),
    );
  },
});

export const letIn = command({
  id: 'ecc.let-in',
  params: { member: person('former') },
  allows: mayLetIn,
  async run({ services, cause, locale }, { member }) {
    const done = await services.community.letIn(cause, member.id);
    if (!done.ok) return done;
    const { name } = done.value;
    return ok(view({ title: [say(locale, 'back.let-in', { name })], landmark: '👋' }));
  },
});

export const comeBack = command({
  id: 'ecc.come-back',
  params: {},
  hidden: true,
  former: true,
  async run({ services, cause, community, speaker, locale }) {
    const done = await services.community.comeBack(cause, speaker.name);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'back.done', { community: community.name })],
        landmark: '👋',
        blocks: [text(say(locale, 'back.done.body'))],
        actions: [button(say(locale, 'back.look'), act('ecc.me'), 'primary')],
      }),
    );
  },
});

export const askBack = command({
  id: 'ecc.ask-back',
  params: {},
  hidden: true,
  former: true,
  async run({ services, cause, speaker, locale }) {
    const done = await services.community.askBack(cause, speaker.name);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'back.asked')],
        blocks: [text(say(locale, 'back.asked.body'))],
      }),
    );
  },
});

export const eraseName = command({
  id: 'ecc.erase-name',
  params: {},
  hidden: true,
  former: true,
  confirm: true,
  async run(context) {
    const done = await context.services.community.eraseName(context.cause, nameless(context));
    return done.ok ? ok(view({ title: [say(context.locale, 'farewell.erased')] })) : done;
  },
});
