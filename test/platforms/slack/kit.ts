import { z } from 'zod';

/** What Slack refuses in blocks and views: https://docs.slack.dev/reference/block-kit */
const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
const marked = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
const text = (max: number) => z.union([plain(max), marked(max)]);
const id = z.string().min(1).max(255);
const blockId = id.optional();

const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const options = z.array(option).min(1).max(100);
const groups = z
  .array(z.strictObject({ label: plain(75), options }))
  .min(1)
  .max(100);

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const menu = {
  action_id: id,
  placeholder: plain(150).optional(),
  options: options.optional(),
  option_groups: groups.optional(),
};
const oneList = (value: { options?: unknown; option_groups?: unknown }) =>
  (value.options === undefined) !== (value.option_groups === undefined);
const single = z
  .strictObject({ type: z.literal('static_select'), ...menu, initial_option: option.optional() })
  .refine(oneList, 'options or option_groups');
const several = z
  .strictObject({ type: z.literal('multi_static_select'), ...menu })
  .refine(oneList, 'options or option_groups');
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: id,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).optional(),
});
const input = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    initial_value: z.string().optional(),
    placeholder: plain(150).optional(),
  })
  .refine(
    ({ initial_value = '', max_length = 3000 }) => initial_value.length <= max_length,
    'initial_value is longer than max_length',
  );

const file = z.strictObject({
  type: z.literal('file_input'),
  action_id: id,
  filetypes: z.array(z.string().min(1)).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
/** Mentions and broadcasts exist in Slack; ECC must never send one, so there is none here. */
const leaf = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().min(1).max(3000),
    text: z.string().optional(),
    style: style.optional(),
  }),
]);
const leaves = z.array(leaf).min(1);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: leaves });
const rich = z.union([
  section,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: leaves }),
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: leaves }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().optional(),
    elements: z.array(section).min(1),
  }),
]);

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

const shared = [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(text(3000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id: blockId,
    elements: z.array(rich).min(1),
  }),
  z
    .strictObject({
      type: z.literal('actions'),
      block_id: blockId,
      elements: z
        .array(z.union([button, single, several]))
        .min(1)
        .max(25),
    })
    .refine(
      ({ elements }) => unique(elements.map(({ action_id }) => action_id)),
      'action_id twice',
    ),
] as const;

const inputBlock = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.union([input, single, checkboxes, file]),
});

type Ided = { block_id?: string | undefined };
const ided = (blocks: readonly Ided[]) => unique(blocks.flatMap(({ block_id }) => block_id ?? []));

const letters = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).reduce(
        (sum, [name, one]) =>
          sum + (name === 'text' && typeof one === 'string' ? one.length : letters(one)),
        0,
      )
    : 0;

export const messageBlocks = z
  .array(z.union(shared))
  .max(50)
  .refine(ided, 'block_id twice')
  .refine(
    (blocks) => letters(blocks.filter(({ type }) => type !== 'actions')) <= 13_000,
    'msg_blocks_too_long',
  );

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: z
      .array(z.union([...shared, inputBlock]))
      .min(1)
      .max(100)
      .refine(ided, 'block_id twice'),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    callback_id: id.optional(),
    private_metadata: z.string().max(3000).optional(),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'submit is required with inputs',
  );

export const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(z.union(shared)).max(100).refine(ided, 'block_id twice'),
});

export const metadata = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type Blocks = z.infer<typeof messageBlocks>;
export type Modal = z.infer<typeof modal>;
export type AnyBlock = Modal['blocks'][number];
