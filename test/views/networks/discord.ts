import { pagesOf, renderFormCard, renderModal } from '../../../adapters/discord/render/form.js';
import { type Message, renderMessage } from '../../../adapters/discord/render/message.js';
import { bodyOf } from '../../../adapters/discord/speak.js';
import { type Modal, modal } from '../../platforms/discord/shapes/components.js';
import { message } from '../../platforms/discord/shapes/message.js';
import type { Network } from '../network.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** As Discord is given it: titles, Markdown, files, rows of gestures; then the windows of a form. */
export const discord: Network = ({ view }, locale) => {
  const { form } = view;
  const asked = form && { ...view, form };
  const card = asked ? renderFormCard(asked, locale) : renderMessage(view, locale);
  const windows = asked
    ? pagesOf(asked.form).flatMap((_, page) => renderModal(asked, page, locale) ?? [])
    : [];
  const faults = [
    message.safeParse(plain(bodyOf(card))),
    ...windows.map((one) => modal.safeParse(plain(one))),
  ].flatMap(({ error }) => error?.issues ?? []);
  return {
    text: [source(card), ...windows.map((one) => windowText(modal.parse(plain(one))))].join('\n'),
    faults,
  };
};

function source({ embeds, components, files }: Message): string {
  const rows = components.map(({ components: all }) =>
    all
      .map((one) =>
        'options' in one
          ? `{${one.placeholder}: ${one.options.map(({ label }) => label).join(' | ')}}`
          : `[${'label' in one ? one.label : ''}]`,
      )
      .join(' '),
  );
  return [
    ...embeds.flatMap(({ title, description }) => [title ? `# ${title}` : '', description ?? '']),
    ...files.map(({ name }) => `(${name})`),
    ...rows,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function windowText({ title, components }: Modal): string {
  const lines = components.map((one) => {
    if (one.type === 10) return one.content;
    const { label, description, component } = one;
    const given =
      component.type === 3
        ? component.options.map((option) => (option.default ? `(${option.label})` : option.label))
        : [component.type === 19 ? '📎' : (component.value ?? '')];
    return [`${label} = ${given.join(' | ')}`, description ?? ''].filter(Boolean).join('\n    ');
  });
  return [`┌ ${title}`, ...lines.flatMap((line) => line.split('\n').map((row) => `│ ${row}`))].join(
    '\n',
  );
}
