import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import {
  collectionAbout,
  collectionByline,
  collectionTitle,
  editionName,
  saidLines,
} from '../../commands/veille/giving/named.js';
import { say } from '../../commands/words/index.js';
import { formatDay } from '../../src/kernel/dates/format.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Given } from '../../src/veille/service.js';
import type { Piece } from '../../src/veille/types/giving.js';
import { STYLE } from './style.js';

/** Nothing is fetched, nothing runs: of what the page could hold, only its own style is heeded. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

interface Shown {
  readonly given: Given;
  readonly locale: Locale;
  readonly now: Date;
  readonly pieces: readonly Piece[];
  /** Only those numbered before are shown; `null`: the latest. */
  readonly before: number | null;
  /** There are others before these. */
  readonly older: boolean;
}

const Layout: FC<{ locale: Locale; title: string; head?: Child; children?: Child }> = (props) => (
  <html lang={props.locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{props.title}</title>
      {props.head}
      <style>{raw(STYLE)}</style>
    </head>
    <body>{props.children}</body>
  </html>
);

const whole = (content: { toString(): string }): string => `<!doctype html>${content}`;

const FEEDS = [
  ['RSS', 'flux.rss', 'application/rss+xml'],
  ['Atom', 'flux.atom', 'application/atom+xml'],
  ['JSON Feed', 'flux.json', 'application/feed+json'],
] as const;
const EXPORTS = [
  ['CSV', 'csv'],
  ['JSON', 'json'],
  ['Markdown', 'md'],
] as const;

/** A collection to be read by people, on a phone too, without a script. */
export function outletPage(shown: Shown): string {
  const { given, locale, pieces } = shown;
  const { collection, outlet } = given;
  const title = collectionTitle(collection, locale);
  const { type } = collection.subject;
  const { zone } = given.community;
  const byline = collectionByline(collection, { zone, locale, now: shown.now });
  const other = locale === 'fr' ? 'en' : 'fr';
  const alternates = FEEDS.map(([name, href, type]) => (
    <link rel="alternate" type={type} href={href} title={`${title} (${name})`} />
  ));
  return whole(
    <Layout locale={locale} title={title} head={alternates}>
      <header>
        <a class="language" href={`?langue=${other}`} lang={other} hreflang={other}>
          {say(locale, 'given.other-language')}
        </a>
        <h1>{title}</h1>
        <p class="said" dir="auto">
          {collectionAbout(collection, locale)}
        </p>
        {byline !== '' && <p class="about">{byline}</p>}
        {outlet.key === null && <p class="private">{say(locale, 'given.private')}</p>}
      </header>
      <main class="h-feed">
        {pieces.length === 0 && (
          <p>{say(locale, type === 'editions' ? 'given.empty.editions' : 'given.empty')}</p>
        )}
        {pieces.map((piece) =>
          type === 'editions' ? (
            <EditionEntry piece={piece} zone={zone} locale={locale} now={shown.now} />
          ) : (
            <Entry piece={piece} zone={zone} locale={locale} now={shown.now} />
          ),
        )}
      </main>
      <Turning {...shown} />
      {type === 'edition' && (
        <nav>
          <a href={`../?langue=${locale}`}>{say(locale, 'given.all-editions')}</a>
        </nav>
      )}
      <footer>
        <Files name={say(locale, 'given.feeds')}>
          {FEEDS.map(([name, href]) => (
            <File href={href} name={name} />
          ))}
          {collection.sites.length > 0 && (
            <File href="sites.opml" name={say(locale, 'given.opml')} />
          )}
        </Files>
        <Files name={say(locale, 'given.exports')}>
          {EXPORTS.map(([name, extension]) => {
            const file = `${type === 'editions' ? 'numeros' : 'pages'}.${extension}`;
            return <File href={`${file}?langue=${locale}`} name={name} />;
          })}
        </Files>
      </footer>
    </Layout>,
  );
}

interface EntryShown {
  readonly piece: Piece;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** An edition among others: its own page is beside. */
const EditionEntry: FC<EntryShown> = ({ piece, zone, locale, now }) => (
  <article class="h-entry" id={`n-${piece.number}`}>
    <h2 class="p-name" dir="auto">
      <a class="u-url" href={`N-${piece.number}/?langue=${locale}`}>
        {editionName(piece)}
      </a>
    </h2>
    {saidLines(piece, locale).map((said) => (
      <p class="p-summary said" dir="auto">
        {said}
      </p>
    ))}
    <p class="about">
      <time class="dt-published" datetime={piece.at.toISOString()}>
        {say(locale, 'given.on', { day: formatDay(piece.at, { zone, locale, now }) })}
      </time>
      {piece.correctedAt && (
        <>
          {' · '}
          {say(locale, 'edition.corrected', {
            day: formatDay(piece.correctedAt, { zone, locale, now }),
          })}
        </>
      )}
      {piece.author !== '' && (
        <>
          {' · '}
          <bdi class="p-author">{piece.author}</bdi>
        </>
      )}
    </p>
  </article>
);

const Entry: FC<EntryShown> = (props) => {
  const { piece, zone, locale, now } = props;
  const { address, publishedAt, author, theme, tags } = piece;
  // Whatever was kept, nothing but a web address is followed from here.
  const href = /^https?:\/\//i.test(address) ? address : null;
  const day = publishedAt ? formatDay(publishedAt, { zone, locale, now }) : '';
  const about = [new URL(address).host.replace(/^www\./, ''), author, day].filter(Boolean);
  const lang = piece.language ?? undefined;
  return (
    <article class="h-entry" id={`v-${piece.number}`}>
      <h2 class="p-name" lang={lang} dir="auto">
        {href ? (
          <a class="u-url" href={href} rel="noopener noreferrer nofollow ugc">
            {piece.title}
          </a>
        ) : (
          piece.title
        )}
      </h2>
      <p class="about">
        <bdi>{about.join(' · ')}</bdi>
      </p>
      {saidLines(piece, locale).map((said) => (
        <blockquote dir="auto">{said}</blockquote>
      ))}
      {piece.summary !== '' && (
        <p class="p-summary" lang={lang} dir="auto">
          {piece.summary}
        </p>
      )}
      <p class="about">
        <time class="dt-published" datetime={piece.at.toISOString()}>
          {say(locale, 'given.at', { day: formatDay(piece.at, { zone, locale, now }) })}
        </time>
        {[theme, ...tags].filter(Boolean).map((one) => (
          <>
            {' · '}
            <bdi class="p-category">{one}</bdi>
          </>
        ))}
      </p>
    </article>
  );
};

/** To the older ones, and back. */
const Turning: FC<Shown> = ({ pieces, before, older, locale }) => {
  const last = pieces.at(-1);
  if (before === null && !older) return null;
  return (
    <nav>
      {before !== null && <a href={`?langue=${locale}`}>{say(locale, 'given.newest')}</a>}
      {older && last && (
        <a rel="next" href={`?avant=${last.number}&langue=${locale}`}>
          {say(locale, 'given.older')}
        </a>
      )}
    </nav>
  );
};

const Files: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <section>
    <h2>{name}</h2>
    <ul>{children}</ul>
  </section>
);

const File: FC<{ href: string; name: string }> = ({ href, name }) => (
  <li>
    <a href={href}>{name}</a>
  </li>
);

/** Nothing there: the same whether it never was or is no more. */
export const gonePage = (locale: Locale): string =>
  whole(
    <Layout locale={locale} title={say(locale, 'given.gone.title')}>
      <header>
        <h1>{say(locale, 'given.gone.title')}</h1>
        <p>{say(locale, 'given.gone')}</p>
      </header>
    </Layout>,
  );
