import type { Community } from '../../src/community/types.js';
import { formatList, formatMoment } from '../../src/kernel/dates/format.js';
import { zoneName } from '../../src/kernel/dates/zones.js';
import {
  type AgreementId,
  type MediationId,
  type MemberId,
  shortenId,
} from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Request } from '../../src/mediation/types.js';
import type { Context } from '../registry/context.js';
import { view } from '../view/build.js';
import type { View } from '../view/view.js';
import { say } from '../words/index.js';
import { shortRef } from './params.js';

/** What is needed to draw anything of mediation for one reader. */
export interface Drawing {
  readonly names: ReadonlyMap<string, string>;
  readonly community: Community;
  /** Where the reader lives. */
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

export async function drawingFor({
  services,
  community,
  member,
  locale,
  now,
}: Pick<Context, 'services' | 'community' | 'member' | 'locale' | 'now'>): Promise<Drawing> {
  const members = await services.community.people(community.id);
  const outsiders = await services.mediation.outsiders(community.id, member.id);
  const names = new Map([
    ...members.map(({ id, name }) => [id, name] as const),
    ...[...outsiders].map(
      ([seat, name]) => [seat, seat === member.id ? name : calledOutside(locale, name)] as const,
    ),
  ]);
  return { names, community, zone: member.zone ?? community.zone, locale, now };
}

/** Whatever they say to be called, they are not taken for a member of that name. */
const calledOutside = (locale: Locale, name: string): string =>
  name === ''
    ? say(locale, 'mediation.outside.somebody')
    : say(locale, 'mediation.outside.called', { name });

export const nameOf = ({ names }: Drawing, member: string): string => names.get(member) ?? '?';

export const listOf = (drawing: Drawing, members: readonly string[]): string =>
  formatList(
    members.map((one) => nameOf(drawing, one)),
    drawing.locale,
  );

export const momentOf = ({ community: { zone }, locale, now }: Drawing, at: Date): string =>
  formatMoment(at, { zone, locale, now });

/** What the requester is called by who accompanies them. */
export const calledIn = (drawing: Drawing, request: Request): string =>
  request.named ? nameOf(drawing, request.requester) : request.pseudonym;

/** One of its people, as the others may call them. */
export const personIn = (drawing: Drawing, request: Request, member: MemberId): string =>
  member === request.requester ? calledIn(drawing, request) : nameOf(drawing, member);

/** When people meet, at the hour where the reader lives. */
export const meetingAt = ({ zone, locale, now }: Drawing, at: Date): string =>
  `${formatMoment(at, { zone, locale, now })} (${zoneName(zone, locale)})`;

/** How a button names a request. */
export const caseArg = ({ id }: Pick<Request, 'id'>) => ({ case: shortenId(id) });

/** How a button names somebody invited: without their name. */
export const guestArgs = (request: Pick<Request, 'id'>, guest: MemberId | null) => ({
  ...caseArg(request),
  ...(guest ? { guest: shortRef(guest) } : {}),
});

/** For one person's eyes, and to be taken away when the request is erased. */
export const secretView = (
  about: { readonly id: MediationId | AgreementId },
  parts: Partial<View>,
): View => view({ landmark: '🕊️', ...parts, audience: 'only-you', confidential: about.id });

/** Names what somebody is part of: taken away when any of it is erased. */
export const listView = (
  about: readonly { readonly id: MediationId | AgreementId }[],
  parts: Partial<View>,
): View =>
  about.length === 0
    ? quietView(parts)
    : { ...quietView(parts), confidential: about.map(({ id }) => id) };

/** About mediation, and nobody's request. */
export const quietView = (parts: Partial<View>): View =>
  view({ landmark: '🕊️', ...parts, audience: 'only-you', confidential: 'mediation' });
