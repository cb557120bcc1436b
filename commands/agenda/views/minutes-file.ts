import { plainText } from '../../view/markdown.js';
import { markdownText } from '../../view/markdown-text.js';
import type { Block } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { nameOf } from '../drawing.js';
import {
  attendedText,
  isNamed,
  type MinutesDrawing,
  outcomeText,
  sections,
  stateOf,
} from './minutes.js';
import { taskLine } from './tasks.js';
import { whenText } from './when.js';

/** The minutes as a Markdown file, as this reader may see them. */
export function minutesFile(drawing: MinutesDrawing): Extract<Block, { type: 'file' }> {
  const { meeting } = drawing;
  const { number, start } = meeting.occurrence;
  return {
    type: 'file',
    name: `A-${number}-${start.toISOString().slice(0, 10)}.md`,
    mediaType: 'text/markdown',
    text: `${markdown(drawing).join('\n')}\n`,
  };
}

function markdown(drawing: MinutesDrawing): string[] {
  const { meeting, locale, community } = drawing;
  const { sitting, series, occurrence } = meeting;
  const { number, title } = occurrence;
  const eyes = { ...drawing, zone: community.zone };
  const plain = (key: 'minutes.attended', who: string): string =>
    plainText(rich(locale, key, { who }));
  return [
    `# ${markdownText(say(locale, 'minutes.title', { number, title }))}`,
    '',
    markdownText(whenText(drawing)),
    '',
    markdownText(plain('minutes.attended', attendedText(drawing))),
    ...(isNamed(drawing)
      ? sitting.roles.map(({ role, member }) => {
          const fill = { role: say(locale, `sitting.${role}`), who: nameOf(drawing, member) };
          return `- ${markdownText(say(locale, 'roles.held', fill))}`;
        })
      : []),
    ...sections(drawing).flatMap(({ item, notes, decisions }) => {
      const place = item ? sitting.items.indexOf(item) + 1 : 0;
      const head = item
        ? say(locale, 'minutes.item', { place, title: item.title, state: stateOf(drawing, item) })
        : say(locale, 'minutes.others');
      return [
        ...['', `## ${markdownText(head)}`, ''],
        ...notes.map(({ text }) => `- ${markdownText(text)}`),
        ...decisions.map((one) => {
          const fill = { number: one.number, title: one.text.title };
          const outcome = outcomeText(one, drawing);
          return `- ${markdownText(plainText(rich(locale, 'minutes.decision', { ...fill, outcome })))}`;
        }),
      ];
    }),
    ...(sitting.tasks.length === 0 ? [] : ['', `## ${say(locale, 'tasks.heading')}`, '']),
    ...sitting.tasks.map((task) => `- ${markdownText(plainText(taskLine(task, series, eyes)))}`),
  ];
}
