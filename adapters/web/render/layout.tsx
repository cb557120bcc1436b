import type { Child, FC } from 'hono/jsx';
import type { Locale } from '../../../src/kernel/locale.js';
import { ROOM } from '../types.js';
import { wordsIn } from '../words.js';

interface Props {
  readonly locale: Locale;
  readonly class: string;
  /** For the script: who one is, and the sentences it may have to say. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children?: Child;
}

export const Layout: FC<Props> = ({ locale, class: name, data, children }) => (
  <html lang={locale}>
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="color-scheme" content="light dark" />
      <title>{wordsIn(locale).pageTitle(ROOM.name)}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/style.css" />
      <script type="module" src="/client/main.js" />
    </head>
    <body class={name} data-locale={locale} {...data}>
      {children}
    </body>
  </html>
);

/** A whole page as text, with its doctype. */
export const page = (content: { toString(): string }): string => `<!doctype html>${content}`;

/** The same page in the other language, being the same person. */
export const LanguageLink: FC<{ locale: Locale; person: string | null }> = (props) => {
  const words = wordsIn(props.locale);
  const other = props.locale === 'fr' ? 'en' : 'fr';
  return (
    <a
      class="language"
      href={roomHref(props.person, other)}
      lang={other}
      hreflang={other}
      title={words.otherHint}
    >
      <span class="long">{words.other}</span>
      <span class="short" aria-hidden="true">
        {other.toUpperCase()}
      </span>
    </a>
  );
};

/** @param salon a private room; left out, the one of everybody. */
export const roomHref = (person: string | null, locale: Locale, salon?: string): string =>
  `/?${new URLSearchParams({
    ...(person === null ? {} : { je: person }),
    langue: locale,
    ...(salon === undefined ? {} : { salon }),
  })}`;
