import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Person, Spot, WebMessage } from '../types.js';
import { wordsIn } from '../words.js';
import { Avatar, EccAvatar } from './avatar.js';
import { Card } from './card.js';
import { Said } from './inline.js';

/** A command in the menu of a message. */
export interface Offer {
  readonly command: string;
  readonly label: string;
}

/** For whom a page is drawn. */
export interface Reader {
  readonly locale: Locale;
  readonly person: Person;
  readonly people: readonly Person[];
  /** Where the page is. */
  readonly spot: Spot;
  /** The private rooms they are in. */
  readonly apart: readonly { readonly roomId: string; readonly title: string }[];
  /** What is offered on what people say, by command. */
  readonly offers: readonly Offer[];
  /** Told when a message cannot be drawn; the reader sees a sentence in its place. */
  readonly onFault: (fault: unknown) => void;
}

/** A message of the room as HTML. The same content has the same `data-rev`. */
export function renderMessage(message: WebMessage, reader: Reader): string {
  const { locale, people } = reader;
  const words = wordsIn(locale);
  const name =
    message.author === null
      ? null
      : (people.find(({ userId }) => userId === message.author)?.name ?? words.someone);
  const mine = message.author === reader.person.userId;
  const content = drawn(reader, () => (
    <Line
      name={name}
      at={message.createdAt}
      locale={locale}
      menu={
        message.text !== null &&
        reader.offers.length > 0 && <Menu offers={reader.offers} label={words.offers} />
      }
    >
      {message.text !== null && <Said text={message.text} />}
      {message.view && (
        <Card
          view={message.view[locale]}
          id={message.id}
          words={words}
          {...(message.onlyFor === null ? {} : { mark: words.onlyYou })}
        />
      )}
    </Line>
  ));
  return (
    <article
      id={message.id}
      class={mine ? 'message mine' : 'message'}
      tabindex={-1}
      data-position={String(message.position)}
      data-rev={createHash('sha256').update(content).digest('base64url').slice(0, 12)}
    >
      {raw(content)}
    </article>
  ).toString();
}

/** What ECC answers to one person: lives in their page only. `id` is unique in the page. */
export function renderReply(view: View, id: string, at: Date, reader: Reader): string {
  const words = wordsIn(reader.locale);
  const content = drawn(reader, () => (
    <Line name={null} at={at} locale={reader.locale}>
      <Card view={view} id={id} words={words} mark={words.onlyYou} dismissable />
    </Line>
  ));
  return (
    <article id={id} class="message reply" tabindex={-1}>
      {raw(content)}
    </article>
  ).toString();
}

/** One card that cannot be drawn must not take the room down with it. */
function drawn(reader: Reader, draw: () => { toString(): string }): string {
  try {
    return draw().toString();
  } catch (fault) {
    reader.onFault(fault);
    return (<p class="note">{wordsIn(reader.locale).brokenCard}</p>).toString();
  }
}

const Menu: FC<{ offers: readonly Offer[]; label: string }> = ({ offers, label }) => (
  <details class="offers" data-key="offers">
    <summary aria-label={label} title={label}>
      <span aria-hidden="true">⋯</span>
    </summary>
    <div class="menu">
      {offers.map(({ command, label: name }) => (
        <button type="button" class="plain" data-offer={command} dir="auto">
          {name}
        </button>
      ))}
    </div>
  </details>
);

/** `name` is `null` for ECC. */
const Line: FC<{
  name: string | null;
  at: Date;
  locale: Locale;
  menu?: Child;
  children?: Child;
}> = (props) => (
  <>
    {props.name === null ? <EccAvatar /> : <Avatar name={props.name} />}
    <header>
      <strong dir="auto">{props.name ?? 'ECC'}</strong>{' '}
      <time datetime={props.at.toISOString()}>
        {props.at.toLocaleTimeString(props.locale, {
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        })}
      </time>
      {props.menu}
    </header>
    <div class="body">{props.children}</div>
  </>
);
