import type { FC } from 'hono/jsx';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Person } from '../types.js';
import { wordsIn } from '../words.js';
import { LanguageLink, Layout } from './layout.js';
import { AddPerson, PeopleList } from './people.js';

/** The page before one is somebody: a first visit, or a tab that has not chosen yet. */
export const Welcome: FC<{ people: readonly Person[]; locale: Locale }> = ({ people, locale }) => {
  const words = wordsIn(locale);
  const first = people.length === 0;
  return (
    <Layout locale={locale} class="door" data={{ 'data-offline': words.offline }}>
      <main class="welcome">
        <LanguageLink locale={locale} person={null} />
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>{first ? words.welcomeTitle : words.whoTitle}</h1>
        <p>{first ? words.welcome : words.who}</p>
        {!first && <PeopleList people={people} self={null} locale={locale} />}
        <AddPerson
          id="name"
          label={first ? words.yourName : words.addPerson}
          submit={first ? words.enter : words.add}
          focus={first}
        />
        <p class="help">{words.openDoor}</p>
        <noscript>
          <p class="fault">{words.needsScript}</p>
        </noscript>
      </main>
    </Layout>
  );
};

/** Asks for the key of a room that is not open to everybody. */
export const Locked: FC<{ locale: Locale; wrong: boolean }> = ({ locale, wrong }) => {
  const words = wordsIn(locale);
  return (
    <Layout locale={locale} class="door">
      <main class="welcome">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>{words.keyTitle}</h1>
        <p>{words.keyText}</p>
        <form class="enter" method="get" action="/" autocomplete="off">
          <label for="key">{words.key}</label>
          <div class="row">
            <input
              id="key"
              name="cle"
              type="password"
              required
              aria-describedby={wrong ? 'key-fault' : undefined}
              aria-invalid={wrong ? 'true' : undefined}
            />
            <button type="submit" class="primary">
              {words.keyOpen}
            </button>
          </div>
          {wrong && (
            <p id="key-fault" class="fault">
              {words.keyWrong}
            </p>
          )}
        </form>
      </main>
    </Layout>
  );
};

/** A page with one sentence and the way back. */
export const Sentence: FC<{ locale: Locale; title: string }> = ({ locale, title }) => (
  <Layout locale={locale} class="door">
    <main class="welcome">
      <h1>{title}</h1>
      <p>
        <a href="/">{wordsIn(locale).backToRoom}</a>
      </p>
    </main>
  </Layout>
);
