import type { Member } from '../../src/community/types.js';
import type { MemberId } from '../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import { type Param, param } from './param.js';

/** A member of the community, by their name here. */
export const person = (): Param<Member> =>
  param<Member>({
    takes: 'words',
    closed: true,
    options: async ({ services, community }) =>
      distinctNames(await services.community.members(community.id)).map(({ name }) => ({
        value: name,
        label: name,
      })),
    parse: async (typed, { services, community }) =>
      memberNamed(await services.community.members(community.id), typed),
  });

/** Several members by their names, separated by commas. */
export const people = (): Param<readonly Member[]> =>
  param<readonly Member[]>({
    input: 'text',
    takes: 'words',
    maxLength: 4000,
    options: person().options,
    parse: async (typed, context) => {
      const found: Member[] = [];
      for (const name of typed.split(/[,;\n]/).map((one) => one.trim())) {
        if (name === '') continue;
        const read = await person().parse(name, context);
        if (!read.ok) return read;
        found.push(read.value);
      }
      return ok(found);
    },
  });

/** The one of these members who is called so. */
export function memberNamed(members: readonly Member[], typed: string): Result<Member> {
  const wanted = fold(typed.replace(/^@/, ''));
  const chosen = distinctNames(members).find(({ name }) => fold(name) === wanted);
  if (chosen) return ok(chosen.member);
  const alike = members.some(({ name }) => fold(name) === wanted);
  return refuse(alike ? 'several-members' : 'unknown-member', { name: typed });
}

/** What {@link person} reads as this member; `null` for who is not one. */
export const personTyped = (members: readonly Member[], id: MemberId): string | null =>
  distinctNames(members).find(({ member }) => member.id === id)?.name ?? null;

/** Members who share a name are told apart as in an exported count: by the end of their id. */
const distinctNames = (members: readonly Member[]) =>
  members.map((member) => {
    const shared = members.filter(({ name }) => fold(name) === fold(member.name)).length > 1;
    return { member, name: shared ? `${member.name} (${member.id.slice(-6)})` : member.name };
  });
