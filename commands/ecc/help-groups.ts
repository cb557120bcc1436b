/** The commands of a topic, by what one comes for: those of the first groups are on its page. */
export const GROUPS = {
  decision: {
    vote: [
      ...['propose', 'vote', 'object', 'block', 'confirm', 'unvote', 'question', 'answer'],
      'react',
    ],
    follow: ['list', 'show', 'rule', 'export'],
    steer: ['amend', 'extend', 'round', 'close', 'withdraw', 'reopen', 'conclude'],
  },
  agenda: {
    attend: ['list', 'show', 'answer', 'unanswer'],
    plan: ['add', 'edit', 'move', 'cancel'],
    find: ['find', 'poll', 'suits', 'if-needed', 'choose', 'drop-poll'],
    meet: ['item', 'order', 'role', 'note', 'decide', 'task', 'tasks', 'minutes', 'floor'],
    calendars: [
      ...['subscribe', 'subscriptions', 'renew', 'unsubscribe', 'attendees', 'import', 'follow'],
      ...['followed', 'unfollow', 'link-calendar', 'linked-calendar', 'unlink-calendar'],
      'network-events',
    ],
  },
  mediation: {
    ask: ['start', 'ask', 'mine', 'write', 'talk', 'mediators', 'urgent'],
    agree: ['invite', 'together', 'say', 'meeting', 'amend', 'agreements'],
    end: ['leave', 'close', 'erase'],
    mediate: ['present', 'name', 'unname', 'rules', 'figures'],
  },
  wealth: {
    give: ['declare', 'list', 'mine', 'correct', 'feel', 'withdraw', 'restore', 'thank'],
    regard: ['show', 'validate', 'question', 'figure', 'unreview', 'answer'],
    spend: [
      ...['spend', 'expenses', 'expense', 'expense-approve', 'expense-unapprove'],
      ...['expense-refuse', 'expense-unrefuse', 'expense-correct', 'expense-reimburse'],
      ...['expense-withdraw', 'expense-restore', 'expense-receipt'],
    ],
    see: ['context', 'matrix', 'flows', 'trend', 'export'],
    share: [
      ...['share', 'share-show', 'points', 'need', 'needs', 'need-erase', 'share-decide'],
      ...['share-adopt', 'share-payments', 'share-pay'],
    ],
    look: ['retro', 'retro-add', 'retro-group', 'retro-carry', 'retro-withdraw'],
    hold: [
      ...['open-context', 'change-context', 'join', 'leave', 'period', 'close-period'],
      ...['reopen-period', 'settings', 'import'],
    ],
  },
  veille: {
    bring: [
      ...['add', 'list', 'search', 'show', 'useful', 'read', 'not-for-us', 'comment', 'dig'],
      ...['tag'],
    ],
    receive: ['digest', 'undigest', 'follow', 'follows', 'stop', 'adjust', 'import', 'export'],
    curate: [
      ...['themes', 'classify', 'promote', 'merge', 'retract', 'curator', 'uncurator', 'rename'],
      ...['untag', 'attach', 'detach', 'sign'],
    ],
    edit: [
      ...['editions', 'edition', 'edition-begin', 'edition-add', 'edition-note'],
      ...['edition-order', 'edition-remove', 'edition-rewrite', 'edition-publish'],
      ...['edition-withdraw', 'edition-drop'],
    ],
    spread: [
      ...['outlets', 'address', 'publish', 'address-editions', 'publish-editions'],
      ...['renew-outlet', 'close-outlet', 'giving'],
    ],
  },
  ecc: {
    oneself: [
      'help',
      'me',
      'language',
      'zone',
      'reminders',
      'link-accounts',
      'part-accounts',
      'leave',
    ],
    community: [
      ...['settings', 'change', 'role', 'room', 'link-rooms', 'unlink-room', 'remove', 'let-in'],
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const TOPICS = Object.keys(GROUPS) as Topic[];
export type Topic = keyof typeof GROUPS;

/** Of any topic. */
export type Group = { [T in Topic]: keyof (typeof GROUPS)[T] }[Topic] | 'more';

export interface Section {
  readonly group: Group;
  readonly of: readonly string[];
}

/** In lines: more does not fit on the screen of a phone. */
const PAGE = 9;

/** The groups of a topic among what somebody may do, what belongs to none at the end. */
export function sectionsOf(topic: Topic, allowed: readonly string[]): Section[] {
  const own: Readonly<Record<string, readonly string[]>> = GROUPS[topic];
  const groups = Object.entries(own).map(([group, names]) => ({
    group: group as Group,
    of: names.map((name) => `${topic}.${name}`).filter((id) => allowed.includes(id)),
  }));
  const known = new Set(groups.flatMap(({ of }) => of));
  const rest = { group: 'more' as const, of: allowed.filter((id) => !known.has(id)) };
  return [...groups, rest].filter(({ of }) => of.length > 0);
}

/** Those that are on the topic's own page, at least the first; the others are one tap further. */
export function onPage(sections: readonly Section[]): Section[] {
  let lines = 0;
  return sections.filter(({ of }, index) => {
    lines += of.length;
    return index === 0 || lines <= PAGE;
  });
}
