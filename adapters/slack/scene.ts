import type { RespondFn } from '@slack/bolt';
import type { Place, Speaker } from '../../commands/registry/invocation.js';
import { type Locale, localeFrom } from '../../src/kernel/locale.js';
import type { SlackClient } from './client.js';
import { isDirect, isGroup, placeId } from './ids.js';

/** Where and how somebody acted, with what Slack gives to answer them. */
export interface Scene {
  readonly client: SlackClient;
  readonly team: string;
  /** Slack's own id of the person. */
  readonly user: string;
  readonly speaker: Speaker & { readonly steward: boolean };
  readonly locale: Locale;
  /** `null` on the Home tab, and in a window opened from there. */
  readonly channel: Channel | null;
  /** ECC is in the channel, and can speak to everybody there. */
  readonly invited: boolean;
  readonly thread: string | null;
  /** Opens a window, once, within three seconds. */
  readonly trigger: string | null;
  /** Answers a command or a button, five times, within thirty minutes. */
  readonly respond: RespondFn | null;
  /** Acted on an answer only they see: the next one takes its place. */
  readonly replaces: boolean;
  /** The window they acted in. */
  readonly window: string | null;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** The room it was said in; `null` where nobody else is, and in a group, which is no room of a community. */
export const placeOf = ({ team, channel }: Pick<Scene, 'team' | 'channel'>): Place | null =>
  channel === null || isDirect(channel.id) || isGroup(channel)
    ? null
    : { roomId: placeId(team, channel.id), name: channel.name };

/** What a window remembers: which form it is, and where it was opened, in which language. */
export interface Memory {
  readonly dialogue: string | null;
  readonly locale: Locale;
  readonly channel: Channel | null;
}

export const toMetadata = ({ dialogue, locale, channel }: Memory): string =>
  JSON.stringify({ d: dialogue, l: locale, c: channel?.id ?? null, n: channel?.name ?? '' });

/** The reverse of {@link toMetadata}; nothing is remembered by what is not ours. */
export function fromMetadata(text: string): Memory {
  try {
    const { d, l, c, n } = JSON.parse(text);
    return {
      dialogue: typeof d === 'string' ? d : null,
      locale: localeFrom(String(l)),
      channel: typeof c === 'string' ? { id: c, name: String(n) } : null,
    };
  } catch {
    return { dialogue: null, locale: 'fr', channel: null };
  }
}
