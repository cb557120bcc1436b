import { randomUUID } from 'node:crypto';
import type { Presence } from '../../src/community/types.js';
import type { Dialogues } from '../../src/dialogues/service.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { AccountId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Seated } from '../../src/mediation/service/outside.js';
import type { Services } from '../registry/context.js';
import { createRegistry } from '../registry/dispatch.js';
import type { Request } from '../registry/invocation.js';
import { act } from '../view/build.js';
import type { Act, Action, View } from '../view/view.js';
import { caseArg, type Drawing } from './drawing.js';
import { mediationCommands } from './index.js';
import { aboutView, welcomeView } from './views/passage.js';

/** What whoever came by a link can do: what a mediator can, by the very same commands. */
const THEIRS = new Set(
  [
    ...(['open', 'read', 'accept', 'decline', 'introduce', 'write', 'talk', 'recuse'] as const),
    ...(['guests', 'reword', 'approve', 'withdraw', 'together', 'say', 'terms', 'amend'] as const),
    ...(['meeting', 'dates', 'suit', 'choose', 'urgent'] as const),
  ].map((name) => `mediation.${name}`),
);
const COMMANDS = mediationCommands.filter(({ id }) => THEIRS.has(id));

/** What a view offers to members alone is not offered here. */
const isTheirs = (action: Action): boolean =>
  action.type === 'link' || THEIRS.has(action.act.command);

/** Before they have said what to be called: a request is not read by nobody in particular. */
const NAMELESS = new Set(['mediation.introduce', 'mediation.decline', 'mediation.urgent']);

/** They change nothing but the trace of a reading: a page of their own, to come back to. */
const LOOKS = ['read', 'talk', 'together', 'guests', 'terms', 'meeting', 'urgent'] as const;

/** What to look at, as an address can say it: discreetly, since histories keep addresses. */
export interface Look {
  readonly name: string;
  /** With whom, for messages. */
  readonly guest?: string;
}

/** `null`: it does something. */
export function lookOf({ command, args }: Act): Look | null {
  const name = LOOKS.find((one) => command === `mediation.${one}`);
  return name ? { name, ...(args.guest === undefined ? {} : { guest: args.guest }) } : null;
}

/** The page of somebody from outside, for one visit. */
export interface Visit {
  /** The language of the request. */
  readonly locale: Locale;
  /** Who can read what, and what is expected, to be looked at again. */
  about(locale: Locale): View;
  /** Where it stands; first of all, what it is and what to be called. */
  home(locale: Locale): Promise<View>;
  /** Something to read. Each time is one. */
  look(look: Look, locale: Locale): Promise<View>;
  /** A button or a form. `eventId`: the same sent twice is done once. */
  does(request: PassageRequest, eventId: string, locale: Locale): Promise<View>;
}

export type PassageRequest = Extract<Request, { type: 'act' | 'form' }>;

/** How somebody from outside comes in, and what they do there. */
export interface Passage {
  /** Gives the secret that their browser keeps; `null`: the link opens nothing. */
  take(ref: string, secret: string): Promise<string | null>;
  /** `null`: that browser has no place there, or has it no more. */
  visit(ref: string, session: string): Promise<Visit | null>;
}

export function createPassage(desk: {
  readonly services: Services;
  readonly dialogues: Dialogues;
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void };
}): Passage {
  const { services, clock } = desk;

  /** Nobody's account: whoever has the place, as commands know people, for what they do there. */
  const presenceOf = async ({ community, place }: Seated, locale: Locale): Promise<Presence> => ({
    community: await services.community.community(community),
    member: {
      ...{ id: place.seat, name: place.name, role: 'member', locale, zone: null },
      ...{ reminders: false, left: null },
    },
    account: place.seat as string as AccountId,
    room: null,
  });

  function registryFor(seated: Seated, locale: Locale) {
    const community = { ...services.community, sight: () => presenceOf(seated, locale) };
    return createRegistry({ ...desk, services: { ...services, community }, commands: COMMANDS });
  }

  return {
    take: (ref, secret) => services.mediation.take(ref, secret),
    async visit(ref, session) {
      const seated = await services.mediation.seated(ref, session);
      if (!seated) return null;
      const { request, place } = seated;
      const { zone } = await services.community.community(seated.community);
      const drawing = (locale: Locale): Pick<Drawing, 'locale' | 'now'> & { zone: string } => ({
        ...{ locale, now: clock.now(), zone },
      });
      const pressed = (command: string, more: Act['args'] = {}): PassageRequest => ({
        type: 'act',
        community: seated.community,
        act: act(command, { ...caseArg(request), ...more }),
      });
      const does = async (asked: PassageRequest, eventId: string | null, locale: Locale) => {
        const view = await registryFor(seated, locale).dispatch({
          ...{ platform: 'web', place: null, locale },
          eventId: `${place.seat}:${eventId ?? randomUUID()}`,
          speaker: { userId: place.seat, name: place.name },
          request: asked,
        });
        return { ...view, actions: view.actions.filter(isTheirs) };
      };
      const home: Visit['home'] = async (locale) => {
        if (place.name !== '') return does(pressed('mediation.open'), null, locale);
        const form = await does(pressed('mediation.introduce'), null, locale);
        return welcomeView(drawing(locale), seated, form);
      };
      const named = (
        command: string | null,
        locale: Locale,
        then: (command: string) => Promise<View>,
      ): Promise<View> =>
        place.name === '' && command !== null && !NAMELESS.has(command)
          ? home(locale)
          : then(command ?? '');
      return {
        locale: request.locale,
        about: (locale) => aboutView(drawing(locale), seated),
        home,
        look: ({ name, guest = '' }, locale) =>
          named(`mediation.${LOOKS.find((one) => one === name) ?? 'open'}`, locale, (command) =>
            does(pressed(command, guest === '' ? {} : { guest }), null, locale),
          ),
        does: (asked, eventId, locale) =>
          named(asked.type === 'act' ? asked.act.command : null, locale, () =>
            does(asked, eventId, locale),
          ),
      };
    },
  };
}
