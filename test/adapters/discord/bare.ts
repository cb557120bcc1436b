import type { Message } from '../../platforms/discord/world.js';

/** A message as a person reads it: titles and texts without Discord's marks. */
export const bareText = ({ content, embeds = [], files }: Message): string =>
  [
    content ?? '',
    ...embeds.flatMap(({ title = '', description = '' }) => [title, description]),
    ...files.map(({ name }) => `[${name}]`),
  ]
    .filter((part) => part !== '')
    .map(bare)
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/g, ' ');

const bare = (markdown: string): string =>
  markdown
    .replaceAll(/^(-# |> )/gm, '')
    .replaceAll(/(?<!\\)(\*\*|~~|`)/g, '')
    .replaceAll(/(?<![\\*\w])\*(?=\S)|(?<=[^\\\s])\*(?![\w*])/g, '')
    .replaceAll('\u200B', '')
    .replaceAll(/\\(\p{P}|\p{S})/gu, '$1');

/** Labels of what can be pressed or chosen, in order. */
export const actionsOf = ({ components = [] }: Message): string[] =>
  components.flatMap((row) =>
    row.components.flatMap((one) =>
      one.type === 3 ? one.options.map(({ label }) => label) : [one.label],
    ),
  );

/** The buttons of a form: each opens a window. */
export const askButtons = ({ components = [] }: Message): { readonly label: string }[] =>
  components.flatMap((row) =>
    row.components.flatMap((one) =>
      one.type === 2 && 'custom_id' in one && one.custom_id.startsWith('ask~') ? [one] : [],
    ),
  );
