import {
  type AgreementId,
  expandId,
  type MediationId,
  type MemberId,
  shortenId,
} from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import { LOCALES } from '../../src/kernel/locale.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import { COUNTRIES, LIMITS, URGENCIES } from '../../src/mediation/types.js';
import type { Context } from '../registry/context.js';
import {
  advanced,
  choice,
  integer,
  line,
  optional,
  type Param,
  param,
  text,
  unseen,
} from '../registry/param.js';
import { say } from '../words/index.js';

const byId = <T extends string>(code: string): Param<T> =>
  param<T>({
    parse: async (typed) => {
      const id = expandId(typed);
      return id ? ok(id as string as T) : refuse(code);
    },
  });

/** Given by buttons, by its own id: numbers in a row would tell how many there are. */
export const caseRef = (): Param<MediationId | null> =>
  unseen(byId<MediationId>('mediation-unknown'));

/** An agreement, by the button that opens it. */
export const agreementRef = (): Param<AgreementId | null> =>
  unseen(byId<AgreementId>('agreement-unknown'));

export const helperRef = (): Param<MemberId | null> =>
  unseen(byId<MemberId>('mediator-unavailable'));

/** Enough of an id to tell the people of a community apart: a button's has little room. */
const SHORT = 8;
export const shortRef = (member: MemberId): string => shortenId(member).slice(-SHORT);

/** Somebody invited, by a button: their name is not written in it. */
export const guestRef = (): Param<MemberId | null> =>
  unseen(
    param<MemberId>({
      parse: async (typed, { services, community }) => {
        const members = await services.community.members(community.id);
        const found = members.find(({ id }) => shortRef(id) === typed);
        return found ? ok(found.id) : refuse('mediation-unknown');
      },
    }),
  );

/** Which text was read: given by the button under it. */
export const versionRef = () => unseen(integer({ min: 1, max: 10_000 }));

const urgencies = () =>
  choice(URGENCIES, (one, { locale }: Context) => say(locale, `mediation.urgency.${one}`));
const NEXT = ['onward', 'only'] as const;
const nexts = () =>
  choice(NEXT, (one, { locale }: Context) => say(locale, `mediation.next.${one}`));

/** What a request is written from. */
export const storyParams = () => ({
  happening: text(LIMITS.what),
  withwhom: optional(line(LIMITS.others)),
  hope: optional(text(LIMITS.hope)),
  urgency: optional(urgencies(), 'calm' as const),
  reach: optional(line(LIMITS.reach)),
  aside: advanced(optional(line(LIMITS.aside))),
  otherwise: advanced(optional(nexts(), 'onward' as const)),
});

const COUNTRY_CHOICES = ['auto', ...COUNTRIES] as const;
export const countries = () =>
  choice(COUNTRY_CHOICES, (one, { locale }: Context) => say(locale, `mediation.country.${one}`));

/** Each language by its name or its code. */
function languageOf(typed: string): Locale | undefined {
  const wanted = fold(typed);
  return LOCALES.find((one) =>
    [one, ...LOCALES.map((reader) => fold(say(reader, `language.${one}`)))].includes(wanted),
  );
}

/** « français, anglais » */
export const languages = (): Param<readonly Locale[]> =>
  param<readonly Locale[]>({
    takes: 'words',
    maxLength: LIMITS.reach,
    parse: async (typed): Promise<Result<readonly Locale[]>> => {
      const read = typed
        .split(/[,;/]|\s+(?:et|and)\s+/)
        .filter((one) => one.trim() !== '')
        .map(languageOf);
      const known = read.filter((one) => one !== undefined);
      return known.length === 0 || known.length < read.length
        ? refuse('unknown-languages', { typed })
        : ok([...new Set(known)]);
    },
  });
