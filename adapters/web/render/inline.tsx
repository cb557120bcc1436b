import type { Child, FC } from 'hono/jsx';
import type { Inline } from '../../../commands/view/view.js';

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** An address that is safe to follow, or `null`: people can type `javascript:` too. */
export const safeHref = (href: string): string | null =>
  URL.canParse(href) && PROTOCOLS.has(new URL(href).protocol) ? href : null;

export const Link: FC<{ href: string; class?: string; children?: Child }> = (props) => {
  const href = safeHref(props.href);
  if (href === null) return <>{props.children}</>;
  return (
    <a href={href} class={props.class} target="_blank" rel="noopener noreferrer nofollow">
      {props.children}
    </a>
  );
};

export const Inlines: FC<{ of: readonly Inline[] }> = ({ of }) => <>{of.map(inline)}</>;

function inline(piece: Inline) {
  if (typeof piece === 'string') return piece;
  switch (piece.type) {
    case 'break':
      return <br />;
    case 'link':
      return (
        <Link href={piece.href}>
          <Inlines of={piece.children} />
        </Link>
      );
    default: {
      const Tag = piece.type;
      return (
        <Tag>
          <Inlines of={piece.children} />
        </Tag>
      );
    }
  }
}

/** What a person typed in the room: plain text whose web addresses can be followed. */
export const Said: FC<{ text: string }> = ({ text }) => (
  <p dir="auto" class="said">
    {text
      .split(/(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]’'])/iu)
      .map((part, index) => (index % 2 === 1 ? <Link href={part}>{part}</Link> : part))}
  </p>
);
