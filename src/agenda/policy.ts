import type { Member } from '../community/types.js';
import type { Feed, Item, MeetingRole, Poll, RoleHeld, Series, Sitting, Task } from './types.js';

/** Author or facilitator: who answers for a meeting. */
const keeps = (member: Member, series: Pick<Series | Poll, 'author'>): boolean =>
  member.id === series.author || member.role === 'facilitator';

export const mayChange = keeps;
export const mayCancel = keeps;
export const mayChoose = keeps;

/** Who answered what: everybody, unless the meeting is discreet. */
export const maySeeAnswers = (member: Member | null, series: Series): boolean =>
  !series.discreet || (member !== null && keeps(member, series));

/** Who leads the meeting: whoever holds that role in it, and those who answer for it. */
export const mayLead = (
  member: Member,
  series: Pick<Series, 'author'>,
  { roles }: Pick<Sitting, 'roles'>,
): boolean => keeps(member, series) || holds(member, roles, 'facilitator');

/** Who keeps the minutes once it is over. */
export const mayKeepMinutes = (
  member: Member,
  series: Pick<Series, 'author'>,
  { roles }: Pick<Sitting, 'roles'>,
): boolean => mayLead(member, series, { roles }) || holds(member, roles, 'scribe');

/** Who gives the floor: whoever facilitates the meeting, or anybody when nobody does. */
export const mayGiveFloor = (member: Member, roles: readonly RoleHeld[]): boolean =>
  holds(member, roles, 'facilitator') || roles.every(({ role }) => role !== 'facilitator');

/** What somebody proposed is theirs to change; the order is for who leads. */
export const mayChangeItem = (
  member: Member,
  item: Pick<Item, 'author'>,
  series: Pick<Series, 'author'>,
  sitting: Pick<Sitting, 'roles'>,
): boolean => member.id === item.author || mayLead(member, series, sitting);

/** Who may say that it is done, or drop it, or give it to somebody else. */
export const mayHandleTask = (
  member: Member,
  task: Pick<Task, 'assignee' | 'author'>,
  series: Pick<Series, 'author'>,
): boolean => member.id === task.assignee || member.id === task.author || keeps(member, series);

const holds = (member: Member, roles: readonly RoleHeld[], role: MeetingRole): boolean =>
  roles.some((one) => one.role === role && one.member === member.id);
/** Another's agenda in ours, as a whole. */
export const mayFollow = (member: Member): boolean => member.role === 'facilitator';

/** A calendar that anybody may read speaks for the community. */
export const mayOpenPublicFeed = (member: Member): boolean => member.role === 'facilitator';

/** One's own, under whichever account; a public one is the facilitators' as well. */
export const mayCloseFeed = (
  member: Member & { readonly accounts: readonly string[] },
  feed: Feed,
): boolean =>
  member.accounts.includes(feed.member) || (feed.public && member.role === 'facilitator');
