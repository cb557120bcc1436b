import { z } from 'zod';

/** Discord's “Component reference”: what is not there is refused. */
const customId = z.string().min(1).max(100);

const emoji = z.strictObject({ name: z.string() });

const gestureButton = z.strictObject({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  custom_id: customId,
  label: z.string().min(1).max(80),
  emoji: emoji.optional(),
  disabled: z.boolean().optional(),
});

const linkButton = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  url: z
    .url()
    .max(512)
    .regex(/^https?:/),
  label: z.string().min(1).max(80),
});

const option = z.strictObject({
  value: z.string().min(1).max(100),
  label: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  default: z.boolean().optional(),
});

const select = z
  .strictObject({
    type: z.literal(3),
    custom_id: customId,
    placeholder: z.string().max(150).optional(),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    options: z.array(option).min(1).max(25),
    required: z.boolean().optional(),
  })
  .refine(({ options, max_values = 1 }) => max_values <= options.length, 'max_values')
  .refine(
    ({ options }) => new Set(options.map(({ value }) => value)).size === options.length,
    'option values must be unique',
  )
  .refine(
    ({ options, max_values = 1 }) => options.filter((one) => one.default).length <= max_values,
    'too many defaults',
  );

const inMessage = select.refine(({ required }) => required === undefined, 'required: modals only');

const row = z.strictObject({
  type: z.literal(1),
  components: z.union([
    z
      .array(z.union([gestureButton, linkButton]))
      .min(1)
      .max(5),
    z.array(inMessage).length(1),
  ]),
});

export const rows = z
  .array(row)
  .max(5)
  .refine((all) => {
    const ids = all.flatMap(({ components }) =>
      components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
    );
    return new Set(ids).size === ids.length;
  }, 'Component custom id cannot be duplicated');

const input = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.union([z.literal(1), z.literal(2)]),
    required: z.boolean().optional(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    value: z.string().min(1).max(4000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(({ value = '', max_length = 4000 }) => value.length <= max_length, 'value too long');

const upload = z
  .strictObject({
    type: z.literal(19),
    custom_id: customId,
    min_values: z.int().min(0).max(10).optional(),
    max_values: z.int().min(1).max(10).optional(),
    required: z.boolean().optional(),
  })
  .refine(({ min_values = 1, required = true }) => !required || min_values > 0, 'min_values');

const label = z.strictObject({
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).optional(),
  component: z.union([input, select, upload]),
});

const words = z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4000) });

export const modal = z
  .strictObject({
    custom_id: customId,
    title: z.string().min(1).max(45),
    components: z
      .array(z.union([label, words]))
      .min(1)
      .max(5),
  })
  .refine(({ components }) => {
    const ids = components.flatMap((one) => (one.type === 18 ? [one.component.custom_id] : []));
    return ids.length > 0 && new Set(ids).size === ids.length;
  }, 'custom ids');

export type Modal = z.infer<typeof modal>;
