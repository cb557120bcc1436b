import type { Clock } from '../../src/kernel/clock.js';
import { type Locale, localeFrom } from '../../src/kernel/locale.js';
import { patiently, type SlackClient } from './client.js';
import { asText } from './logger.js';
import type { Log } from './types.js';

export interface Person {
  readonly name: string;
  readonly locale: Locale;
  /** Administers the workspace or owns it. */
  readonly steward: boolean;
  readonly bot: boolean;
}

const KEPT_FOR_MS = 10 * 60_000;
const MOST_KEPT = 5_000;

export interface People {
  /** Never fails: somebody Slack says nothing about is who the event says they are. */
  find(client: SlackClient, team: string, user: string, name: string): Promise<Person>;
}

/** Who people are, asked of Slack once in a while. */
export function createPeople({ clock, log }: { clock: Clock; log: Log }): People {
  const known = new Map<string, { person: Person; until: number }>();
  return {
    async find(client, team, user, name) {
      const id = `${team}:${user}`;
      const now = clock.now().getTime();
      const kept = known.get(id);
      if (kept && kept.until > now) return kept.person;
      try {
        const { user: found } = await patiently(() =>
          client.users.info({ user, include_locale: true }),
        );
        const person = {
          name: found?.profile?.display_name || found?.real_name || found?.name || name,
          locale: localeFrom(found?.locale),
          steward: found?.is_admin === true || found?.is_owner === true,
          bot: found?.is_bot === true,
        };
        const [oldest] = known.keys();
        if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
        known.set(id, { person, until: now + KEPT_FOR_MS });
        return person;
      } catch (error) {
        log.warn({ error: asText(error) }, 'Slack did not say who somebody is');
        return kept?.person ?? { name, locale: 'fr', steward: false, bot: false };
      }
    },
  };
}
