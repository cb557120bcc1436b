import type { Request, Story } from '../../../src/mediation/types.js';
import { act, button, note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { calledIn, caseArg, type Drawing, secretView } from '../drawing.js';

/** A request in its author's words. */
export function storyBlocks({ locale }: Pick<Drawing, 'locale'>, story: Story): Block[] {
  const field = (label: string, value: string) => (value === '' ? [] : [{ label, value: [value] }]);
  return [
    { type: 'rich', content: [{ type: 'quote', children: richText(story.what) }] },
    ...(story.hope === ''
      ? []
      : [
          text({ type: 'strong', children: [say(locale, 'mediation.story.hope')] }),
          {
            type: 'rich' as const,
            content: [{ type: 'quote' as const, children: richText(story.hope) }],
          },
        ]),
    {
      type: 'fields',
      fields: [
        ...field(say(locale, 'mediation.story.others'), story.others),
        ...field(
          say(locale, 'mediation.story.urgency'),
          say(locale, `mediation.urgency.${story.urgency}`),
        ),
        ...field(say(locale, 'mediation.story.reach'), story.reach),
      ],
    },
  ];
}

/** As its mediator, or who is asked to be, reads it: whom it sets aside is not for them. */
export function readView(drawing: Drawing, request: Request, asked: boolean): View {
  const { locale } = drawing;
  const own = caseArg(request);
  const press = (key: 'accept' | 'decline' | 'write' | 'talk', style?: 'primary') =>
    button(say(locale, `mediation.act.${key}`), act(`mediation.${key}`, own), style);
  return secretView(request, {
    title: [say(locale, 'mediation.story.title', { name: calledIn(drawing, request) })],
    blocks: [...storyBlocks(drawing, request.story), note(say(locale, 'mediation.story.noted'))],
    actions: asked
      ? [press('accept', 'primary'), press('decline')]
      : request.state === 'met'
        ? [press('write', 'primary'), press('talk')]
        : [press('talk')],
  });
}
