import type { Community, Farewell, Person } from '../../../src/community/types.js';
import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Action, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

interface About {
  readonly community: Community;
  readonly locale: Locale;
  readonly now: Date;
}

const dayOf = (at: Date, { community: { zone }, locale, now }: About): string =>
  formatDay(at, { zone, locale, now });

/** What becomes of what, before anything is done. */
export function leaveView(
  { community, locale }: Pick<About, 'community' | 'locale'>,
  counts: { readonly votes: number; readonly meetings: number },
): View {
  const { votes, meetings } = counts;
  return view({
    title: [say(locale, 'leave.title', { community: community.name })],
    landmark: '🚪',
    blocks: [
      text(...rich(locale, 'leave.votes', { count: votes })),
      text(...rich(locale, 'leave.agenda', { count: meetings })),
      text(...rich(locale, 'leave.veille')),
      text(...rich(locale, 'leave.wealth')),
      text(...rich(locale, 'leave.mediation')),
      text(...rich(locale, 'leave.name')),
      note(say(locale, 'leave.note')),
    ],
    actions: [
      button(say(locale, 'leave.keep'), act('ecc.leave-now', { name: 'keep' }), 'danger'),
      button(say(locale, 'leave.erase'), act('ecc.leave-now', { name: 'erase' }), 'danger'),
    ],
  });
}

const backButton = ({ removedFor }: Farewell, locale: Locale): Action =>
  removedFor === null
    ? button(say(locale, 'farewell.come-back'), act('ecc.come-back'), 'primary')
    : button(say(locale, 'farewell.ask-back'), act('ecc.ask-back'), 'primary');

/** To who is not a member any more, whatever they ask: how to come back. */
export function farewellView(left: Farewell, about: About & { readonly direct?: boolean }): View {
  const { community, locale } = about;
  const removed = left.removedFor !== null;
  const said = { community: community.name, day: dayOf(left.at, about) };
  const asked = left.askedBackAt;
  return view({
    title: [say(locale, removed ? 'farewell.removed' : 'farewell.left', said)],
    landmark: '🚪',
    blocks: [
      ...(left.removedFor === null
        ? [text(say(locale, 'farewell.left.body'))]
        : [
            text(...rich(locale, 'farewell.reason', { reason: left.removedFor })),
            text(say(locale, 'farewell.removed.body')),
          ]),
      ...(asked ? [note(say(locale, 'farewell.asked', { day: dayOf(asked, about) }))] : []),
    ],
    actions: [
      ...(asked ? [] : [backButton(left, locale)]),
      button(say(locale, 'farewell.erase'), act('ecc.erase-name')),
    ],
    ...(about.direct && { audience: 'direct' as const }),
  });
}

const letIn = ({ id }: Person, locale: Locale): Action =>
  button(say(locale, 'gone.let-in'), act('ecc.let-in', { member: id }), 'primary');

/** To those who facilitate: somebody left, or was removed. */
export function goneView(person: Person, by: string, { locale }: Pick<About, 'locale'>): View {
  const { name, left } = person;
  const reason = left?.removedFor ?? null;
  return view({
    title: [say(locale, reason === null ? 'gone.left' : 'gone.removed', { name })],
    landmark: '🚪',
    blocks: [
      reason === null
        ? text(say(locale, 'gone.left.body'))
        : text(...rich(locale, 'gone.removed.by', { by, reason })),
    ],
    actions: reason === null ? [] : [letIn(person, locale)],
    audience: 'direct',
  });
}

/** To those who facilitate: somebody who was removed asks to come back. */
export function asksBackView(person: Person & { readonly left: Farewell }, about: About): View {
  const { locale } = about;
  const { name, left } = person;
  const said = { day: dayOf(left.at, about), reason: left.removedFor ?? '' };
  return view({
    title: [say(locale, 'gone.asks', { name })],
    landmark: '🚪',
    blocks: [text(...rich(locale, 'gone.asks.body', said))],
    actions: [letIn(person, locale)],
    audience: 'direct',
  });
}

/** Nothing waits for an answer any more: they are back. */
export const isBackView = ({ name }: Person, { locale }: Pick<About, 'locale'>): View =>
  view({ title: [say(locale, 'gone.back', { name })], landmark: '🚪', audience: 'direct' });

export const welcomeBackView = ({ community, locale }: Pick<About, 'community' | 'locale'>): View =>
  view({
    title: [say(locale, 'back.welcome', { community: community.name })],
    landmark: '👋',
    blocks: [text(say(locale, 'back.done.body'))],
    actions: [button(say(locale, 'back.look'), act('ecc.me'), 'primary')],
    audience: 'direct',
  });
