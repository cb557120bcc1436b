import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, optional, unseen } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, RichBlock } from '../../view/view.js';
import { commandNames, commandWord } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';
import { EVERYDAY } from '../everyday.js';
import { GROUPS, type Group, onPage, sectionsOf, TOPICS, type Topic } from '../help-groups.js';

const GROUP_NAMES = [
  ...new Set<Group>([...TOPICS.flatMap((topic) => Object.keys(GROUPS[topic]) as Group[]), 'more']),
];

const topics = () =>
  choice(TOPICS, (topic, { locale }: Context) => say(locale, `help.topic.${topic}`));

export const help = command({
  id: 'ecc.help',
  params: { topic: optional(topics()), group: unseen(choice(GROUP_NAMES, (one) => one)) },
  run: async (context, { topic, group }) =>
    ok(topic ? topicView(context, topic, group) : firstView(context)),
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
        TOPICS.flatMap((topic) => EVERYDAY[topic]),
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

/** One screen: the groups that fit, and a button for each of the others; or one group alone. */
function topicView(context: Context, topic: Topic, group: Group | null) {
  const { locale, commands, member } = context;
  const allowed = commands
    .filter((one) => one.id.startsWith(`${topic}.`) && !one.hidden && one.allows(member))
    .map(({ id }) => id);
  const sections = sectionsOf(topic, allowed);
  const alone = sections.filter((one) => one.group === group);
  const shown = alone.length > 0 ? alone : onPage(sections);
  const further = sections.filter((one) => !shown.includes(one));
  const topicName = say(locale, `help.topic.${topic}`);
  return view({
    title: [topicName],
    landmark: '🧭',
    blocks: [
      ...(alone.length > 0 ? [] : [note(say(locale, `help.topic.${topic}.intro`))]),
      ...shown.flatMap((one) => [
        text({ type: 'strong', children: [say(locale, `help.group.${one.group}`)] }),
        rows(context, one.of),
      ]),
    ],
    actions: [
      ...(alone.length > 0
        ? [button(topicName, act('ecc.help', { topic }))]
        : further.map((one) =>
            button(
              say(locale, `help.group.${one.group}`),
              act('ecc.help', { topic, group: one.group }),
            ),
          )),
      topic === 'decision'
        ? button(say(locale, 'help.propose'), act('decision.propose'), 'primary')
        : button(say(locale, 'help.me'), act('ecc.me'), 'primary'),
    ],
  });
}

function rows({ locale }: Context, ids: readonly string[]): Block {
  const items = ids.map((id): RichBlock[] => {
    const name = commandNames(locale, id)[0] ?? id;
    const line = rich(locale, 'help.row', { name, help: commandWord(locale, id, 'help') });
    return [{ type: 'paragraph', children: line }];
  });
  return { type: 'rich', content: [{ type: 'list', ordered: false, items }] };
}
