import type { FC } from 'hono/jsx';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Person } from '../types.js';
import { wordsIn } from '../words.js';
import { Avatar } from './avatar.js';
import { roomHref } from './layout.js';

/** Who one can be. `self` is `null` when nobody has been chosen yet. */
export const PeopleList: FC<{
  people: readonly Person[];
  self: string | null;
  locale: Locale;
}> = ({ people, self, locale }) => {
  const words = wordsIn(locale);
  return (
    <ul class="people">
      {people.map(({ userId, name }) => (
        <li>
          <a
            class="person"
            href={roomHref(userId, locale)}
            aria-current={userId === self ? 'true' : undefined}
          >
            <Avatar name={name} />
            <span class="name" dir="auto">
              {name}
            </span>
            {userId === self && <span class="here">{words.here}</span>}
          </a>
          {self !== null && userId !== self && (
            <a
              class="icon"
              href={roomHref(userId, locale)}
              target="_blank"
              rel="noopener"
              title={words.otherWindow(name)}
            >
              <span class="unseen">{words.otherWindow(name)}</span>
              <span aria-hidden="true">↗</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};

/** One field, one button. */
export const AddPerson: FC<{ label: string; submit: string; id: string; focus?: boolean }> = (
  props,
) => (
  <form class="enter" data-people novalidate autocomplete="off">
    <label for={props.id}>{props.label}</label>
    <div class="row">
      <input
        id={props.id}
        name="name"
        type="text"
        dir="auto"
        autocapitalize="words"
        autofocus={props.focus}
        aria-describedby={`${props.id}-fault`}
      />
      <button type="submit" class="primary">
        {props.submit}
      </button>
    </div>
    <p id={`${props.id}-fault`} class="fault" role="alert" />
  </form>
);
