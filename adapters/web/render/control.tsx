import type { FC } from 'hono/jsx';
import type { Field } from '../../../commands/view/view.js';
import { KINDS } from '../../../src/kernel/files.js';
import { fold } from '../../../src/kernel/text.js';
import type { Words } from '../words.js';

/** More options than this are a list to open rather than radio buttons. */
const MAX_RADIOS = 5;

/** What phones and computers offer to choose from: a convenience, the server looks for itself. */
const ACCEPTED = Object.keys(KINDS).join(',');

interface Props {
  readonly field: Field;
  readonly id: string;
  readonly describedBy: string;
  readonly words: Words;
}

/** A field's label and what one fills in; `data-key` finds the control again after an edit. */
export const Control: FC<Props> = (props) => {
  const { field, id, words } = props;
  if (field.input === 'flag') return <Flag {...props} />;
  if (field.input === 'choice' && field.options.length <= MAX_RADIOS) return <Radios {...props} />;
  return (
    <>
      <label for={id}>
        <Label field={field} words={words} />
      </label>
      {field.input === 'choice' && (
        <select {...shared(props)}>
          {!field.options.some(({ value }) => value === '') && (
            <option value="">{words.choose}</option>
          )}
          {field.options.map(({ value, label }) => (
            <option value={value} selected={value === field.value}>
              {label}
            </option>
          ))}
        </select>
      )}
      {field.input === 'line' && (
        <input
          type="text"
          dir="auto"
          value={field.value}
          {...(field.options.length > 0 && offered(id))}
          {...shared(props)}
        />
      )}
      {field.input === 'line' && field.options.length > 0 && (
        <datalist id={listId(id)}>
          {field.options.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </datalist>
      )}
      {field.input === 'file' && <input type="file" accept={ACCEPTED} {...shared(props)} />}
      {field.input === 'text' && (
        <textarea dir="auto" rows={4} {...shared(props)}>
          {field.value}
        </textarea>
      )}
    </>
  );
};

const listId = (id: string): string => `${id}-list`;

/** Firefox offers nothing from a list where the form says `autocomplete="off"`. */
const offered = (id: string) => ({ list: listId(id), autocomplete: 'on' });

const shared = ({ field, id, describedBy }: Props) => ({
  id,
  name: field.name,
  'data-key': field.name,
  required: field.required,
  ...said(field, describedBy),
});

const said = (field: Field, describedBy: string) => ({
  'aria-describedby': describedBy === '' ? undefined : describedBy,
  'aria-invalid': field.fault === '' ? undefined : ('true' as const),
});

const Label: FC<{ field: Field; words: Words }> = ({ field, words }) => (
  <>
    <span dir="auto">{field.label}</span>
    {!field.required && field.input !== 'flag' && <span class="optional"> {words.optional}</span>}
  </>
);

const Radios: FC<Props> = ({ field, id, describedBy, words }) => {
  const settled = field.required || field.options.some(({ value }) => value === '');
  const options = settled
    ? field.options
    : [...field.options, { value: '', label: words.noChoice }];
  return (
    <fieldset id={id} {...said(field, describedBy)}>
      <legend>
        <Label field={field} words={words} />
      </legend>
      {options.map(({ value, label }) => (
        <label class="tick">
          <input
            type="radio"
            name={field.name}
            value={value}
            checked={value === field.value}
            data-key={`${field.name} ${value}`}
          />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
  );
};

/** How people say yes, as the registry reads it. */
const TICKED = new Set(['oui', 'yes', 'on', 'true', 'vrai', '1', 'o', 'y']);

const Flag: FC<Props> = (props) => (
  <label class="tick">
    <input
      type="checkbox"
      value={props.words.yes}
      data-off={props.words.no}
      checked={TICKED.has(fold(props.field.value))}
      {...shared(props)}
    />
    <Label field={props.field} words={props.words} />
  </label>
);
