/** A refusal as Discord words it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly extra: object = {},
  ) {
    super(message);
  }
}

export const REFUSE = {
  token: () => new Refusal(401, 0, '401: Unauthorized'),
  route: () => new Refusal(404, 0, '404: Not Found'),
  form: (errors: unknown) => new Refusal(400, 50035, 'Invalid Form Body', { errors }),
  channel: () => new Refusal(404, 10003, 'Unknown Channel'),
  guild: () => new Refusal(404, 10004, 'Unknown Guild'),
  message: () => new Refusal(404, 10008, 'Unknown Message'),
  interaction: () => new Refusal(404, 10062, 'Unknown interaction'),
  event: () => new Refusal(404, 10070, 'Unknown Guild Scheduled Event'),
  access: () => new Refusal(403, 50001, 'Missing Access'),
  full: () =>
    new Refusal(400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)'),
  webhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  acknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  closed: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  member: () => new Refusal(404, 10007, 'Unknown Member'),
  archived: () => new Refusal(400, 50083, 'Thread is archived'),
  kind: () => new Refusal(400, 50024, 'Cannot execute action on this channel type'),
  permissions: () => new Refusal(403, 50013, 'Missing Permissions'),
} as const;
