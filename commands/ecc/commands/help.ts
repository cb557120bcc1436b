import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, RichBlock } from '../../view/view.js';
import { commandNames, commandWord } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';

/** What help is divided into: the first part of a command's id. */
const TOPICS = ['decision', 'agenda', 'veille', 'wealth', 'mediation', 'ecc'] as const;
type Topic = (typeof TOPICS)[number];

/** What the first screen names of each topic: the rest is one tap further. */
const FIRST: Readonly<Record<Topic, readonly string[]>> = {
  decision: ['decision.propose', 'decision.list'],
  agenda: ['agenda.add', 'agenda.list'],
  veille: ['veille.add'],
  wealth: ['wealth.declare'],
  mediation: ['mediation.start'],
  ecc: ['ecc.me', 'ecc.settings'],
};

/** The commands of a topic, by what one comes for; one that is in no group comes last. */
const GROUPS = {
  decision: {
    vote: [
      'propose',
      'vote',
      'object',
      'block',
      'confirm',
      'unvote',
      'question',
      'answer',
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
  },
  mediation: {},
  wealth: {
    give: ['declare', 'list', 'mine', 'correct', 'feel', 'withdraw', 'restore', 'thank'],
    regard: ['show', 'validate', 'question', 'figure', 'unreview', 'answer'],
    see: ['context', 'matrix', 'flows', 'trend', 'export'],
    share: ['share', 'share-show', 'points', 'share-decide', 'share-adopt', 'share-payments'],
    hold: ['open-context', 'change-context', 'join', 'period', 'close-period', 'retro', 'settings'],
  },
  veille: {
    bring: [
      'add',
      'list',
      'search',
      'show',
      'useful',
      'read',
      'not-for-us',
      'comment',
      'dig',
      'tag',
    ],
    receive: ['digest', 'undigest', 'follow', 'follows', 'stop', 'adjust', 'import', 'export'],
    curate: ['themes', 'classify', 'promote', 'merge', 'retract', 'curator', 'rename'],
    edit: ['editions', 'edition', 'edition-begin', 'edition-add', 'edition-publish'],
  },
  ecc: {},
} as const satisfies Readonly<Record<Topic, Readonly<Record<string, readonly string[]>>>>;

/** Of any topic. */
type Group = { [T in Topic]: keyof (typeof GROUPS)[T] }[Topic];

const topics = () =>
  choice(TOPICS, (topic, { locale }: Context) => say(locale, `help.topic.${topic}`));

export const help = command({
  id: 'ecc.help',
  params: { topic: optional(topics()) },
  run: async (context, { topic }) => ok(topic ? topicView(context, topic) : firstView(context)),
});

function firstView(context: Context) {
  const { locale, speaker } = context;
  return view({
    title: [say(locale, 'help.title')],
    landmark: '🧭',
    blocks: [
      text(...rich(locale, 'help.intro', { platform: speaker.platform })),
      // Each names its function by itself; the buttons below lead on.
      rows(
        context,
        TOPICS.flatMap((topic) => FIRST[topic]),
      ),
    ],
    actions: [
      button(say(locale, 'help.propose'), act('decision.propose'), 'primary'),
      ...TOPICS.map((topic) =>
        button(say(locale, `help.topic.${topic}`), act('ecc.help', { topic })),
      ),
    ],
  });
}

function topicView(context: Context, topic: Topic) {
  const { locale, commands, member } = context;
  const ids = commands
    .filter((one) => one.id.startsWith(`${topic}.`) && !one.hidden && one.allows(member))
    .map(({ id }) => id);
  return view({
    title: [say(locale, `help.topic.${topic}`)],
    landmark: '🧭',
    blocks: [note(say(locale, `help.topic.${topic}.intro`)), ...grouped(context, topic, ids)],
    actions: [
      topic === 'decision'
        ? button(say(locale, 'help.propose'), act('decision.propose'), 'primary')
        : button(say(locale, 'help.me'), act('ecc.me'), 'primary'),
    ],
  });
}

function grouped(context: Context, topic: Topic, ids: readonly string[]): Block[] {
  const own: Readonly<Record<string, readonly string[]>> = GROUPS[topic];
  const groups = Object.entries(own).map(([group, names]) => ({
    group: group as Group,
    of: names.map((name) => `${topic}.${name}`).filter((id) => ids.includes(id)),
  }));
  const known = new Set(groups.flatMap(({ of }) => of));
  const others = ids.filter((id) => !known.has(id));
  return [
    ...groups.flatMap(({ group, of }) => [
      text({ type: 'strong', children: [say(context.locale, `help.group.${group}`)] }),
      rows(context, of),
    ]),
    ...(others.length > 0 ? [rows(context, others)] : []),
  ];
}

function rows({ locale }: Context, ids: readonly string[]): Block {
  const items = ids.map((id): RichBlock[] => {
    const name = commandNames(locale, id)[0] ?? id;
    const line = rich(locale, 'help.row', { name, help: commandWord(locale, id, 'help') });
    return [{ type: 'paragraph', children: line }];
  });
  return { type: 'rich', content: [{ type: 'list', ordered: false, items }] };
}
