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
  message: () => new Refusal(404, 10008, 'Unknown Message'),
  interaction: () => new Refusal(404, 10062, 'Unknown interaction'),
  webhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  acknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  access: () => new Refusal(403, 50001, 'Missing Access'),
  closed: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  permissions: () => new Refusal(403, 50013, 'Missing Permissions'),
} as const;
