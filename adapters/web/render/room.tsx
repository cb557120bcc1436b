import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { WebMessage } from '../types.js';
import { wordsIn } from '../words.js';
import { Avatar } from './avatar.js';
import { LanguageLink, Layout, roomHref } from './layout.js';
import { type Reader, renderMessage } from './message.js';
import { AddPerson, PeopleList } from './people.js';

interface Props {
  readonly reader: Reader;
  readonly messages: readonly WebMessage[];
  readonly hasOlder: boolean;
  /** The moment this page shows, in milliseconds: what came later is sent by events. */
  readonly atMs: number;
}

export const Room: FC<Props> = ({ reader, messages, hasOlder, atMs }) => {
  const { locale, person, people, spot, apart } = reader;
  const words = wordsIn(locale);
  const data = {
    'data-je': person.userId,
    ...(spot.apart ? { 'data-salon': spot.roomId } : {}),
    'data-since': String(atMs),
    'data-offline': words.offline,
  };
  return (
    <Layout locale={locale} class="room" data={data}>
      <a class="skip" href="#text">
        {words.skip}
      </a>
      <header class="bar">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <h1 dir="auto">{spot.name}</h1>
        {spot.apart ? (
          <a class="aside" href={roomHref(person.userId, locale)}>
            {words.backToRoom}
          </a>
        ) : (
          apart.map(({ roomId, title }) => (
            <a class="aside" href={roomHref(person.userId, locale, roomId)}>
              {title}
            </a>
          ))
        )}
        <LanguageLink locale={locale} person={person.userId} />
        <details id="who">
          <summary aria-label={words.youAre(person.name)}>
            <Avatar name={person.name} />
            <span class="name" dir="auto">
              {person.name}
            </span>
          </summary>
          <div class="menu">
            <h2>{words.beAnother}</h2>
            <div id="people">
              <PeopleList people={people} self={person.userId} locale={locale} />
            </div>
            <AddPerson id="name" label={words.addPerson} submit={words.add} />
          </div>
        </details>
      </header>
      <main>
        <div id="flow" role="log" aria-live="polite" aria-label={words.flow} tabindex={0}>
          <div id="messages">
            <Messages reader={reader} messages={messages} hasOlder={hasOlder} />
          </div>
          <div class="empty">
            <p>
              <strong>{words.emptyTitle}</strong>
            </p>
            <p>{words.empty}</p>
          </div>
        </div>
        <button type="button" id="newer" class="primary" hidden>
          {words.newer} <span aria-hidden="true">↓</span>
        </button>
        <p id="lost" role="status" data-lost={words.lost} />
        <div id="told" role="alert" hidden>
          <span />
          <button type="button">{words.retry}</button>
        </div>
        <Composer placeholder={words.placeholder} label={words.composer} send={words.send}>
          {words.suggestions}
        </Composer>
        <noscript>
          <p class="fault">{words.needsScript}</p>
        </noscript>
      </main>
    </Layout>
  );
};

/** Messages, and above them the way to those before. */
export const Messages: FC<Omit<Props, 'atMs'>> = ({ reader, messages, hasOlder }) => (
  <>
    {hasOlder && (
      <button
        type="button"
        id="older"
        class="plain"
        data-before={String(messages[0]?.position ?? '')}
      >
        {wordsIn(reader.locale).older}
      </button>
    )}
    {messages.map((message) => raw(renderMessage(message, reader)))}
  </>
);

/**
 * A text area because people paste several lines; it takes the combobox role for the commands
 * (WAI-ARIA APG, editable combobox with list autocomplete and manual selection).
 */
const Composer: FC<{ placeholder: string; label: string; send: string; children?: string }> = (
  props,
) => (
  <form id="composer" autocomplete="off">
    <div id="suggestions" role="listbox" aria-label={props.children} hidden />
    <textarea
      id="text"
      rows={1}
      dir="auto"
      role="combobox"
      aria-label={props.label}
      aria-autocomplete="list"
      aria-controls="suggestions"
      aria-expanded="false"
      placeholder={props.placeholder}
      enterkeyhint="send"
    />
    <button type="submit" class="primary">
      <span class="label">{props.send}</span>
      <span class="arrow" aria-hidden="true">
        ↑
      </span>
    </button>
  </form>
);
