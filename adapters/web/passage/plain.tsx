import type { FC } from 'hono/jsx';
import { type Look, lookOf } from '../../../commands/mediation/passage.js';
import { encodeAct } from '../../../commands/view/act-id.js';
import type { Action, Button, Field, Form, View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { Control } from '../render/control.js';
import { Link } from '../render/inline.js';
import type { Words } from '../words.js';

/** What every form sends back: that it is ours, and its own name, so that twice is once. */
export interface Sealing {
  /** Only whoever has the place knows it. */
  readonly seal: string;
  readonly once: () => string;
}

/** Names that no argument of a command has. */
export const NAMES = {
  ...{ seal: '_seal', once: '_once', act: '_act', param: '_param' },
  ...{ choice: '_choice', dialogue: '_dialogue' },
} as const;

interface Shown extends Sealing {
  readonly locale: Locale;
  readonly words: Words;
}

/** The address of something to read, from the page it is on. */
export const hrefOf = (locale: Locale, look: Look | null): string =>
  `?${new URLSearchParams({
    langue: locale,
    ...(look ? { vue: look.name } : {}),
    ...(look?.guest === undefined ? {} : { guest: look.guest }),
  })}`;

const Hidden: FC<{ name: string; value: string }> = ({ name, value }) => (
  <input type="hidden" name={name} value={value} />
);

const Sealed: FC<Sealing> = ({ seal, once }) => (
  <>
    <Hidden name={NAMES.seal} value={seal} />
    <Hidden name={NAMES.once} value={once()} />
  </>
);

/** A form of a view, without a script: all that may be asked is shown. */
export const PlainForm: FC<{ form: Form } & Shown> = ({ form, ...shown }) => (
  <form class="form" method="post" autocomplete="off">
    <Sealed {...shown} />
    <Hidden name={NAMES.dialogue} value={form.dialogue} />
    {form.fields.map((field) => (
      <Row field={field} words={shown.words} />
    ))}
    <div class="buttons">
      <button type="submit" class="primary" dir="auto">
        {form.submit}
      </button>
    </div>
  </form>
);

const Row: FC<{ field: Field; words: Words }> = ({ field, words }) => {
  const id = `f-${field.name}`;
  const typed = field.input === 'line' || field.input === 'text';
  const said = [field.help, ...(typed ? [words.atMost(field.maxLength)] : [])].filter(
    (one) => one !== '',
  );
  const faulty = field.fault !== '';
  const described = [said.length > 0 && `${id}-help`, faulty && `${id}-fault`];
  return (
    <div class="field">
      <Control
        field={field}
        id={id}
        words={words}
        describedBy={described.filter(Boolean).join(' ')}
      />
      {said.length > 0 && (
        <p id={`${id}-help`} class="help" dir="auto">
          {said.map((one, index) => (
            <>
              {index > 0 && <br />}
              {one}
            </>
          ))}
        </p>
      )}
      {faulty && (
        <p id={`${id}-fault`} class="fault" dir="auto">
          {field.fault}
        </p>
      )}
    </div>
  );
};

/** What can be done from a view: a button is a form of its own. */
export const PlainActions: FC<{ view: View } & Shown> = ({ view, ...shown }) => {
  if (view.actions.length === 0) return null;
  const selects = view.actions.filter((action) => action.type === 'select');
  const others = view.actions.filter((action) => action.type !== 'select');
  return (
    <div class="actions">
      {selects.map((select, index) => (
        <Choice select={select} id={`s-${index}`} view={view} {...shown} />
      ))}
      <div class="buttons">
        {others.map((action) =>
          action.type === 'link' ? (
            <Link class="button plain" href={action.href}>
              {action.label}
            </Link>
          ) : (
            <Does does={action} view={view} {...shown} />
          ),
        )}
      </div>
    </div>
  );
};

const Does: FC<{ does: Button; view: View } & Shown> = ({ does, view, ...shown }) => {
  const look = lookOf(does.act);
  if (look) {
    return (
      <a class={`button ${does.style}`} href={hrefOf(shown.locale, look)} dir="auto">
        {does.label}
      </a>
    );
  }
  return (
    <form method="post">
      <Sealed {...shown} />
      <Hidden name={NAMES.act} value={encodeAct(view.community, does.act)} />
      <button type="submit" class={does.style} dir="auto">
        {does.label}
      </button>
    </form>
  );
};

type Select = Extract<Action, { type: 'select' }>;

const Choice: FC<{ select: Select; id: string; view: View } & Shown> = (props) => {
  const { select, id, view, words } = props;
  return (
    <form class="select" method="post">
      <Sealed seal={props.seal} once={props.once} />
      <Hidden name={NAMES.act} value={encodeAct(view.community, select.act)} />
      <Hidden name={NAMES.param} value={select.param} />
      {select.multiple ? (
        <fieldset>
          <legend dir="auto">{select.label}</legend>
          {select.options.map(({ value, label }) => (
            <label class="tick">
              <input type="checkbox" name={NAMES.choice} value={value} />
              <span dir="auto">{label}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <>
          <label for={id} dir="auto">
            {select.label}
          </label>
          <select id={id} name={NAMES.choice} required>
            <option value="">{words.choose}</option>
            {select.options.map(({ value, label }) => (
              <option value={value}>{label}</option>
            ))}
          </select>
        </>
      )}
      <button type="submit">{words.confirm}</button>
    </form>
  );
};
