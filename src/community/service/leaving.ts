import type { PrismaClient } from '../../database/generated/client.js';
import type { Journal, Work } from '../../journal/service.js';
import { forgetNames } from '../../journal/store.js';
import type { Cause } from '../../journal/types.js';
import type { MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { mayLetIn, mayRemove } from '../policy.js';
import { displayName, leavesNoFacilitator } from '../rules/people.js';
import { eraseName, giveName, markAskedBack, markBack, markLeft } from '../store/leaving.js';
import { accountsOf, getPerson, listPeople, lockCommunity, updateMember } from '../store.js';
import type { Farewell, Person } from '../types.js';

type By = Cause & { readonly member: MemberId };

/** A community held for a coming or a going: who does it, and everybody. */
interface Held extends Work {
  readonly by: Person;
  readonly people: readonly Person[];
}

/**
 * Leaving, being removed, coming back. Nobody is deleted: what was decided and written together
 * names them. Each function hears `member.left`, and frees what they held in it.
 */
export function createLeaving(parts: { readonly prisma: PrismaClient; readonly journal: Journal }) {
  const { prisma, journal } = parts;

  const holding = <T>(by: By, change: (held: Held) => Promise<Result<T>>): Promise<Result<T>> =>
    journal.write(by, async (work) => {
      await lockCommunity(work.tx, by.community);
      const people = await listPeople(work.tx, by.community);
      const own = people.find(({ id }) => id === by.member);
      return own ? change({ ...work, by: own, people }) : refuse('not-a-member');
    });

  async function part(
    { tx, record }: Held,
    cause: By,
    who: Person,
    how: Farewell,
  ): Promise<Person> {
    const { community } = cause;
    await markLeft(tx, community, await accountsOf(tx, community, who.id), how);
    await record('member.left', who.id, { removed: how.removedFor !== null });
    return { ...who, role: 'member', left: how };
  }

  async function nameless({ tx }: Pick<Work, 'tx'>, cause: By, who: MemberId, instead: string) {
    const members = await accountsOf(tx, cause.community, who);
    await eraseName(tx, cause.community, members, displayName(instead, '?'));
    await forgetNames(tx, cause.community, members);
  }

  /** With nobody to hold its settings, a community is held by who comes back to it. */
  async function welcome({ tx, record, people }: Held, cause: By, who: Person): Promise<Person> {
    const { community } = cause;
    await markBack(tx, community, await accountsOf(tx, community, who.id));
    const held = people.some(({ role, left }) => role === 'facilitator' && !left);
    const role = held ? 'member' : 'facilitator';
    await updateMember(tx, community, who.id, { role });
    await record('member.returned', who.id);
    return { ...who, role, left: null };
  }

  return {
    /** `calledInstead`: what to call them from now on; `null`: by their name. */
    leave: (cause: By, calledInstead: string | null): Promise<Result<Person>> =>
      holding(cause, async (held) => {
        const { by } = held;
        if (by.left) return refuse('already-left');
        const here = held.people.filter(({ left }) => left === null);
        const roles = here.map(({ role }) => role);
        const last = leavesNoFacilitator(roles, { from: by.role, to: 'member' });
        // Who is alone leaves nobody without one.
        if (last && here.length > 1) return refuse('last-facilitator-leaving');
        const left = { at: cause.now, removedFor: null, askedBackAt: null };
        const person = await part(held, cause, by, left);
        if (calledInstead !== null) await nameless(held, cause, by.id, calledInstead);
        return ok(person);
      }),

    /** A facilitator removes somebody else, and says why; they can be let in again. */
    remove: (
      cause: By,
      { member, reason }: { readonly member: MemberId; readonly reason: string },
    ): Promise<Result<Person>> =>
      holding(cause, async (held) => {
        const { by } = held;
        if (by.left || !mayRemove(by)) return refuse('facilitators-only');
        if (member === by.id) return refuse('remove-oneself', {}, 'member');
        const who = held.people.find(({ id }) => id === member);
        if (!who || who.left) return refuse('unknown-member', { name: who?.name ?? '' }, 'member');
        const left = { at: cause.now, removedFor: reason, askedBackAt: null };
        return ok(await part(held, cause, who, left));
      }),

    /** Who left by themselves comes back by themselves, under the name their network gives. */
    comeBack: (cause: By, name: string): Promise<Result<Person>> =>
      holding(cause, async (held) => {
        const { by, tx } = held;
        if (!by.left) return refuse('still-a-member');
        if (by.left.removedFor !== null) return refuse('ask-to-come-back');
        const accounts = await accountsOf(tx, cause.community, by.id);
        await giveName(tx, cause.community, accounts, displayName(name, '?'));
        return ok(await welcome(held, cause, by));
      }),

    /** Who was removed asks the facilitators, once. */
    askBack: (cause: By, name: string): Promise<Result<Person>> =>
      holding(cause, async ({ by, tx, record }) => {
        if (!by.left) return refuse('still-a-member');
        if (by.left.askedBackAt) return refuse('already-asked-back');
        const accounts = await accountsOf(tx, cause.community, by.id);
        await giveName(tx, cause.community, accounts, displayName(name, '?'));
        await markAskedBack(tx, cause.community, accounts, cause.now);
        await record('member.asked-back', by.id);
        return ok({ ...by, left: { ...by.left, askedBackAt: cause.now } });
      }),

    /** A facilitator lets in again somebody who is not a member any more. */
    letIn: (cause: By, member: MemberId): Promise<Result<Person>> =>
      holding(cause, async (held) => {
        const { by } = held;
        if (by.left || !mayLetIn(by)) return refuse('facilitators-only');
        const who = held.people.find(({ id }) => id === member);
        if (!who) return refuse('unknown-member', { name: '' }, 'member');
        if (!who.left) return refuse('here-already', { name: who.name }, 'member');
        return ok(await welcome(held, cause, who));
      }),

    /** Who is not a member any more is not called by their name either. */
    eraseName: (cause: By, instead: string): Promise<Result<void>> =>
      holding(cause, async (held) => {
        if (!held.by.left) return refuse('still-a-member');
        await nameless(held, cause, held.by.id, instead);
        await held.record('member.nameless', held.by.id);
        return ok(undefined);
      }),

    /** Somebody, whether they are still a member or not. */
    person: (community: By['community'], id: MemberId): Promise<Person | null> =>
      getPerson(prisma, community, id),

    /** Members and those who were: whose names may have to be said. */
    people: (community: By['community']): Promise<Person[]> => listPeople(prisma, community),
  };
}
