import { z } from 'zod';
import { rows } from './components.js';

/** Discord's “Message” and “Embed limits”. */
const told = z.string().refine((text) => text.trim() !== '', 'required');
const embed = z.strictObject({
  title: told.max(256).optional(),
  description: told.max(4096).optional(),
  url: z.url().optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  image: z.strictObject({ url: z.string().regex(/^(https?|attachment):\/\//) }).optional(),
  footer: z.strictObject({ text: z.string().min(1).max(2048) }).optional(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().optional(),
      }),
    )
    .max(25)
    .optional(),
});
type Embed = z.infer<typeof embed>;

const weight = ({ title = '', description = '', footer, fields = [] }: Embed): number =>
  title.length +
  description.length +
  (footer?.text.length ?? 0) +
  fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);

const shape = z.strictObject({
  content: z.string().max(2000).nullish(),
  tts: z.boolean().optional(),
  flags: z
    .int()
    .refine((flags) => (flags & ~(64 | 4 | 4096)) === 0, 'unknown flags')
    .optional(),
  nonce: z.string().min(1).max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  embeds: z
    .array(embed)
    .max(10)
    .refine((all) => all.reduce((sum, one) => sum + weight(one), 0) <= 6000, 'embeds over 6000')
    .optional(),
  components: rows.optional(),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
      users: z.array(z.string()).max(100).optional(),
      replied_user: z.boolean().optional(),
    })
    .optional(),
  attachments: z
    .array(
      z.strictObject({
        id: z.union([z.int(), z.string()]),
        filename: z.string().min(1).max(260).optional(),
        description: z.string().max(1024).optional(),
      }),
    )
    .max(10)
    .optional(),
});

export const changed = shape;
export const message = shape.refine(
  ({ content, embeds = [], components = [], attachments = [] }) =>
    Boolean(content) || embeds.length + components.length + attachments.length > 0,
  'Cannot send an empty message',
);
export type Body = z.infer<typeof shape>;
