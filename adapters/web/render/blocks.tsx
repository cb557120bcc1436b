import type { FC } from 'hono/jsx';
import type { Block, RichBlock } from '../../../commands/view/view.js';
import type { Words } from '../words.js';
import { Inlines } from './inline.js';

export const BlockView: FC<{ block: Block; words: Words }> = ({ block, words }) => {
  switch (block.type) {
    case 'rich':
      return <Rich content={block.content} />;
    case 'note':
      return (
        <p class="note" dir="auto">
          <Inlines of={block.content} />
        </p>
      );
    case 'fields':
      return (
        <dl class="fields">
          {block.fields.map((field) => (
            <div>
              <dt dir="auto">{field.label}</dt>
              <dd dir="auto">
                <Inlines of={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table {...block} />;
    case 'progress':
      // The text says the same as the bar: hearing both would be hearing it twice.
      return (
        <div class="progress">
          <p>
            <span dir="auto">{block.label}</span> <span dir="auto">{block.text}</span>
          </p>
          <progress
            aria-hidden="true"
            max={Math.max(block.max, 1)}
            value={Math.max(block.value, 0)}
          />
        </div>
      );
    case 'image':
      return <Picture {...block} />;
    case 'file':
      return (
        <p>
          <a class="button plain" download={block.name} href={dataUrl(block)}>
            {words.download} <bdi>{block.name}</bdi>
          </a>
        </p>
      );
  }
};

const Rich: FC<{ content: readonly RichBlock[] }> = ({ content }) => <>{content.map(rich)}</>;

function rich(block: RichBlock) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Inlines of={block.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote dir="auto">
          <Rich content={block.children} />
        </blockquote>
      );
    case 'code':
      return (
        <pre dir="auto">
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul';
      return (
        <Tag dir="auto">
          {block.items.map((item) => (
            <li dir="auto">
              <Rich content={item} />
            </li>
          ))}
        </Tag>
      );
    }
  }
}

const Table: FC<Extract<Block, { type: 'table' }>> = ({ caption, columns, rows }) => (
  <section class="table" tabindex={0} aria-label={caption}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, align }) => (
            <th scope="col" class={align} dir="auto">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) => (
              <td class={columns[index]?.align} dir="auto">
                <Inlines of={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

const Picture: FC<Extract<Block, { type: 'image' }>> = ({ alt, mediaType, data }) =>
  PICTURES.has(mediaType) ? (
    <img alt={alt} src={`data:${mediaType};base64,${base64(data)}`} {...pngSize(data)} />
  ) : (
    <p dir="auto">{alt}</p>
  );

const base64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64');

const BYTES = 'application/octet-stream';

/** What is not text is only to be saved: of a type that no browser opens, whatever it is. */
const dataUrl = ({ mediaType, text, data }: Extract<Block, { type: 'file' }>) => {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : BYTES;
  return `data:${data ? BYTES : `${type};charset=utf-8`};base64,${base64(data ?? text)}`;
};

/** From the IHDR chunk (PNG §11.2.2), so that the page does not jump when the picture appears. */
function pngSize(data: Uint8Array): { width?: number; height?: number } {
  const bytes = Buffer.from(data);
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return {};
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
