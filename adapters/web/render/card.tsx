import type { FC } from 'hono/jsx';
import type { View } from '../../../commands/view/view.js';
import type { Words } from '../words.js';
import { Actions } from './actions.js';
import { BlockView } from './blocks.js';
import { FormView } from './form.js';
import { Inlines } from './inline.js';

interface Props {
  readonly view: View;
  /** Unique in the page. */
  readonly id: string;
  readonly words: Words;
  /** Said above the card: that only this person sees it. */
  readonly mark?: string;
  readonly dismissable?: boolean;
}

/** A view as a card. */
export const Card: FC<Props> = ({ view, id, words, mark, dismissable }) => (
  <div class={mark ? 'card alone' : 'card'} data-reference={view.reference || undefined}>
    {(mark || dismissable) && (
      <div class="mark">
        <span>{mark}</span>
        {dismissable && (
          <button type="button" class="icon" data-dismiss aria-label={words.dismiss}>
            ×
          </button>
        )}
      </div>
    )}
    {view.title.length > 0 && (
      <h2 id={`${id}-title`} dir="auto">
        {view.landmark !== '' && <span aria-hidden="true">{view.landmark} </span>}
        <Inlines of={view.title} />
      </h2>
    )}
    {view.blocks.map((block) => (
      <BlockView block={block} words={words} />
    ))}
    {view.form && <FormView form={view.form} id={id} words={words} />}
    <Actions view={view} id={id} words={words} />
  </div>
);
