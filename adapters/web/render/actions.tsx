import type { FC } from 'hono/jsx';
import { encodeAct } from '../../../commands/view/act-id.js';
import type { Action, View } from '../../../commands/view/view.js';
import type { Words } from '../words.js';
import { Link } from './inline.js';

/** `id` is unique in the page. */
export const Actions: FC<{ view: View; id: string; words: Words }> = ({ view, id, words }) => {
  if (view.actions.length === 0) return null;
  const buttons = view.actions.filter((action) => action.type !== 'select');
  const selects = view.actions.filter((action) => action.type === 'select');
  return (
    <div class="actions">
      {selects.map((select, index) => {
        const act = encodeAct(view.community, select.act);
        return select.multiple ? (
          <Several select={select} act={act} words={words} />
        ) : (
          <One select={select} act={act} id={`${id}-s${index}`} words={words} />
        );
      })}
      {buttons.length > 0 && (
        <div class="buttons">
          {buttons.map((action) =>
            action.type === 'link' ? (
              <Link class="button plain" href={action.href}>
                {action.label}
              </Link>
            ) : (
              <ActButton class={action.style} act={encodeAct(view.community, action.act)}>
                {action.label}
              </ActButton>
            ),
          )}
        </div>
      )}
    </div>
  );
};

type Select = Extract<Action, { type: 'select' }>;

const ActButton: FC<{ class: string; act: string; children?: string }> = (props) => (
  <button type="button" class={props.class} data-act={props.act} data-key={props.act} dir="auto">
    {props.children}
  </button>
);

const One: FC<{ select: Select; act: string; id: string; words: Words }> = (props) => {
  const { select, act, id, words } = props;
  return (
    <form class="select" data-act={act} data-param={select.param}>
      <label for={id} dir="auto">
        {select.label}
      </label>
      <div class="row">
        <select id={id} required data-key={`${act} ${select.param}`}>
          <option value="">{words.choose}</option>
          {select.options.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </select>
        <button type="submit" class="primary" data-key={`${act} submit`}>
          {words.confirm}
        </button>
      </div>
    </form>
  );
};

const Several: FC<{ select: Select; act: string; words: Words }> = ({ select, act, words }) => (
  <form class="select" data-act={act} data-param={select.param}>
    <fieldset>
      <legend dir="auto">{select.label}</legend>
      {select.options.map(({ value, label }) => (
        <label class="tick">
          <input type="checkbox" value={value} data-key={`${act} ${select.param} ${value}`} />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
    <button type="submit" class="primary" data-key={`${act} submit`}>
      {words.confirm}
    </button>
  </form>
);
