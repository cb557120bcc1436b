import type { FC } from 'hono/jsx';
import type { Field, Form } from '../../../commands/view/view.js';
import type { Words } from '../words.js';
import { Control } from './control.js';

/** `id` is unique in the page. */
export const FormView: FC<{ form: Form; id: string; words: Words }> = ({ form, id, words }) => {
  const everyday = form.fields.filter((field) => !field.advanced);
  const advanced = form.fields.filter((field) => field.advanced);
  const row = (field: Field) => (
    <FieldRow
      field={field}
      id={`${id}-f-${field.name}`}
      shown={isShown(field, form.fields)}
      words={words}
    />
  );
  return (
    <form
      class="form"
      data-dialogue={form.dialogue}
      aria-labelledby={`${id}-title`}
      novalidate
      autocomplete="off"
    >
      {everyday.map(row)}
      {advanced.length > 0 && (
        <details data-key="advanced" open={advanced.some((field) => field.fault !== '')}>
          <summary>{words.advanced}</summary>
          {advanced.map(row)}
        </details>
      )}
      <div class="buttons">
        <button type="submit" class="primary" data-key="submit" dir="auto">
          {form.submit}
        </button>
      </div>
    </form>
  );
};

function isShown(field: Field, fields: readonly Field[]): boolean {
  const { when } = field;
  if (when === null) return true;
  return when.values.includes(fields.find(({ name }) => name === when.name)?.value ?? '');
}

const FieldRow: FC<{ field: Field; id: string; shown: boolean; words: Words }> = (props) => {
  const { field, id, shown, words } = props;
  const described = {
    help: field.help !== '' && `${id}-help`,
    count: isTyped(field) && `${id}-count`,
    fault: field.fault !== '' && `${id}-fault`,
  };
  return (
    <div
      class="field"
      hidden={!shown}
      data-when-name={field.when?.name}
      data-when-values={field.when && JSON.stringify(field.when.values)}
    >
      <Control
        field={field}
        id={id}
        words={words}
        describedBy={Object.values(described).filter(Boolean).join(' ')}
      />
      {described.help && (
        <p id={described.help} class="help" dir="auto">
          {field.help}
        </p>
      )}
      {described.count && <Count id={described.count} field={field} words={words} />}
      {described.fault && (
        <p id={described.fault} class="fault" dir="auto">
          {field.fault}
        </p>
      )}
    </div>
  );
};

const isTyped = (field: Field) => field.input === 'line' || field.input === 'text';

/** The limit is said and counted, never enforced by cutting what was typed. */
const Count: FC<{ id: string; field: Field; words: Words }> = ({ id, field, words }) => (
  <p
    id={id}
    class="help count"
    data-max={field.maxLength}
    data-counted={words.counted}
    data-too-long={words.tooLong}
    hidden={field.fault === ''}
  >
    {words.atMost(field.maxLength)}
  </p>
);
