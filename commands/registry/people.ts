import type { Member, Person } from '../../src/community/types.js';
import type { MemberId } from '../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import type { Context } from './context.js';
import { type Param, param } from './param.js';

/** Members, those who were, or both: what is past names them all. */
type Among = 'members' | 'former' | 'everybody';

async function peopleAmong(among: Among, { services, community }: Context): Promise<Person[]> {
  const people = await services.community.people(community.id);
  if (among === 'everybody') return people;
  return people.filter(({ left }) => (left === null) === (among === 'members'));
}

/** A member of the community by their name here; buttons say their id. */
export const person = (among: Among = 'members'): Param<Member> =>
  param<Member>({
    takes: 'words',
    closed: true,
    options: async (context) =>
      distinctNames(await peopleAmong(among, context)).map(({ name }) => ({
        value: name,
        label: name,
      })),
    parse: async (typed, context) => memberNamed(await peopleAmong(among, context), typed),
  });

/** Several members by their names, separated by commas. */
export const people = (among: Among = 'members'): Param<readonly Member[]> =>
  param<readonly Member[]>({
    input: 'text',
    takes: 'words',
    maxLength: 4000,
    options: person(among).options,
    parse: async (typed, context) => {
      const found: Member[] = [];
      for (const name of typed.split(/[,;\n]/).map((one) => one.trim())) {
        if (name === '') continue;
        const read = await person(among).parse(name, context);
        if (!read.ok) return read;
        found.push(read.value);
      }
      return ok(found);
    },
  });

/** The one of these members who is called so, or whose id this is. */
export function memberNamed(members: readonly Member[], typed: string): Result<Member> {
  const wanted = fold(typed.replace(/^@/, ''));
  const chosen = distinctNames(members).find(({ name }) => fold(name) === wanted);
  if (chosen) return ok(chosen.member);
  const pointed = members.find(({ id }) => id === typed.trim());
  if (pointed) return ok(pointed);
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
