import { z } from 'zod';

/** Discord's “Guild Scheduled Event”: an event elsewhere than in a voice or stage channel. */
const time = z.iso.datetime({ offset: true });
const told = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'required');
const external = {
  name: told(100),
  description: told(1000).optional(),
  scheduled_start_time: time,
  scheduled_end_time: time,
  privacy_level: z.literal(2),
  entity_type: z.literal(3),
  entity_metadata: z.strictObject({ location: told(100) }),
};

export const event = z.strictObject(external);
export type EventBody = z.infer<typeof event>;

export const eventChange = z
  .strictObject({ ...external, status: z.union([z.literal(2), z.literal(3), z.literal(4)]) })
  .partial();
