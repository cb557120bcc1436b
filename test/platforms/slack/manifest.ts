import { z } from 'zod';

/** The part of an app manifest that people see (docs.slack.dev/reference/app-manifest). */
export const manifest = z.object({
  features: z.strictObject({
    app_home: z.object({}),
    bot_user: z.object({ display_name: z.string().max(80) }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          url: z.url().optional(),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['global', 'message']),
          name: z.string().min(1).max(24),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10)
      .refine(
        (all) => new Set(all.map(({ callback_id: id }) => id)).size === all.length,
        'callback ids must be unique',
      ),
  }),
});
export type Shortcut = z.infer<typeof manifest>['features']['shortcuts'][number];
