import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Look } from '../../../commands/mediation/passage.js';
import type { View } from '../../../commands/view/view.js';
import { say } from '../../../commands/words/index.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { BlockView } from '../render/blocks.js';
import { Inlines } from '../render/inline.js';
import { page } from '../render/layout.js';
import { wordsIn } from '../words.js';
import { hrefOf, PlainActions, PlainForm, type Sealing } from './plain.js';
import { STYLE } from './style.js';

/** The same title always: neither a tab nor a history tells what it is. */
const Layout: FC<{ locale: Locale; look?: Look | null; children?: Child }> = (props) => {
  const { locale, look = null, children } = props;
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{say(locale, 'mediation.passage.door.title')}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <div class="passage">
          <header>
            <a class="language" href={hrefOf(other, look)} lang={other} hreflang={other}>
              {say(locale, 'mediation.passage.other')}
            </a>
          </header>
          {children}
        </div>
      </body>
    </html>
  );
};

type Said = 'gone' | 'hurried' | 'broken';

/** A sentence, and nothing to do: it is the same for a link that never was. */
export const saidPage = (locale: Locale, said: Said): string =>
  page(
    <Layout locale={locale}>
      <main class="card">
        <h1>{say(locale, `mediation.passage.${said}.title`)}</h1>
        <p>{say(locale, `mediation.passage.${said}`)}</p>
      </main>
    </Layout>,
  );

/**
 * What a link shows to whoever looks at it, programs that preview links included: always the same,
 * whatever the link, and nothing is looked up. `back`: in a browser that may have its place already.
 */
export const doorPage = (locale: Locale, { back }: { readonly back: boolean }): string =>
  page(
    <Layout locale={locale}>
      <main class="card">
        <h1>{say(locale, 'mediation.passage.door.title')}</h1>
        {!back && <p>{say(locale, 'mediation.passage.door')}</p>}
        {!back && <p class="note">{say(locale, 'mediation.passage.door.browser')}</p>}
        <form method={back ? 'get' : 'post'} action={back ? undefined : `?langue=${locale}`}>
          {back && <input type="hidden" name="retour" value="1" />}
          {back && <input type="hidden" name="langue" value={locale} />}
          <button type="submit" class="primary">
            {say(locale, back ? 'mediation.passage.door.back' : 'mediation.passage.door.open')}
          </button>
        </form>
      </main>
    </Layout>,
  );

interface Shown extends Sealing {
  readonly locale: Locale;
  readonly view: View;
  /** Who can read what; `null` once they are not there any more. */
  readonly about: View | null;
  /** What is looked at; `null`: where it stands, or what was just done. */
  readonly look: Look | null;
}

/** A view, as a page of plain forms. */
export function placePage({ locale, view, about, look, ...sealing }: Shown): string {
  const shown = { ...sealing, locale, words: wordsIn(locale) };
  return page(
    <Layout locale={locale} look={look}>
      <main class="card">
        <h1 dir="auto">
          {view.landmark !== '' && <span aria-hidden="true">{view.landmark} </span>}
          <Inlines of={view.title} />
        </h1>
        {view.blocks.map((block) => (
          <BlockView block={block} words={shown.words} />
        ))}
        {view.form && <PlainForm form={view.form} {...shown} />}
        <PlainActions view={view} {...shown} />
      </main>
      {about && (
        <nav>
          <a class="button" href={hrefOf(locale, null)}>
            {say(locale, 'mediation.passage.home')}
          </a>
          <a class="button" href={hrefOf(locale, { name: 'urgent' })}>
            {say(locale, 'mediation.passage.emergency')}
          </a>
        </nav>
      )}
      {about && (
        <details>
          <summary>
            <Inlines of={about.title} />
          </summary>
          <div class="card">
            {about.blocks.map((block) => (
              <BlockView block={block} words={shown.words} />
            ))}
          </div>
        </details>
      )}
    </Layout>,
  );
}
