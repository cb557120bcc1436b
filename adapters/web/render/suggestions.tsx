import type { FC } from 'hono/jsx';
import type { Suggestion } from '../../../commands/registry/invocation.js';

/** The options of the composer's list. */
export const Suggestions: FC<{ suggestions: readonly Suggestion[] }> = ({ suggestions }) => (
  <>
    {suggestions.map(({ insert, label, help }, index) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text box
      <div
        id={`suggestion-${index}`}
        role="option"
        aria-selected="false"
        data-insert={`/${insert}`}
      >
        <strong dir="auto">{label}</strong>{' '}
        <span class="help" dir="auto">
          {help}
        </span>
      </div>
    ))}
  </>
);
