import { createHmac, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { TOKENS } from './state.js';

type Kind = 'events_api' | 'slash_commands' | 'interactive';
type Payload = Readonly<Record<string, unknown>>;

export interface Delivery {
  readonly kind: Kind;
  readonly payload: Payload;
}

const ACK_WITHIN_MS = 3_000;
const RETRIES = 3;

/** Sends an event until it is acknowledged; gives what the acknowledgement carried. */
export type Carrier = (delivery: Delivery, attempt: number) => Promise<unknown>;

/** By the web socket; what is not acknowledged comes again. */
export function createSocketCarrier() {
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const arrivals: (() => void)[] = [];
  const someSocket = async (): Promise<WebSocket> => {
    for (;;) {
      const [socket] = sockets;
      if (socket) return socket;
      await new Promise<void>((resolve) => arrivals.push(resolve));
    }
  };
  const carry: Carrier = async ({ kind, payload }, attempt) => {
    const envelope = randomUUID();
    const socket = await someSocket();
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('not acknowledged')), ACK_WITHIN_MS);
      const left = (): void => reject(new Error('closed before it was acknowledged'));
      socket.once('close', left);
      waiting.set(envelope, (value) => {
        clearTimeout(timer);
        socket.off('close', left);
        resolve(value);
      });
    });
    socket.send(
      JSON.stringify({
        ...{ type: kind, envelope_id: envelope, payload },
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' && {
          retry_attempt: attempt,
          retry_reason: attempt ? 'timeout' : '',
        }),
      }),
    );
    return answer;
  };
  return {
    carry,
    someSocket,
    sockets,
    accept(socket: WebSocket): void {
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data));
        waiting.get(envelope_id)?.(payload);
        waiting.delete(envelope_id);
      });
      socket.on('close', () => sockets.delete(socket));
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: {} }));
      sockets.add(socket);
      for (const arrived of arrivals.splice(0)) arrived();
    },
    /** Slack renews its connections every few hours: the old one is to be left. */
    refresh(): void {
      for (const socket of sockets) {
        sockets.delete(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
  };
}

/** By signed HTTP: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const createHttpCarrier =
  (address: string, secret: string = TOKENS.signingSecret, ageS = 0): Carrier =>
  async ({ kind, payload }, attempt) => {
    const body =
      kind === 'events_api'
        ? JSON.stringify(payload)
        : new URLSearchParams(
            kind === 'interactive'
              ? { payload: JSON.stringify(payload) }
              : (payload as Record<string, string>),
          ).toString();
    const at = String(Math.floor(Date.now() / 1000) - ageS);
    const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    const type = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: {
        ...{ 'content-type': type, 'x-slack-request-timestamp': at },
        'x-slack-signature': `v0=${signature}`,
        ...(attempt > 0 && {
          'x-slack-retry-num': String(attempt),
          'x-slack-retry-reason': 'http_error',
        }),
      },
      signal: AbortSignal.timeout(ACK_WITHIN_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return text === '' ? undefined : JSON.parse(text);
  };

/** Delivers as Slack does: again when it was not acknowledged, three times more. */
export function createDeliveries(carrier: () => Carrier) {
  let last: Delivery | null = null;
  const deliver = async (delivery: Delivery): Promise<unknown> => {
    last = delivery;
    for (let attempt = 0; ; attempt++) {
      try {
        return await carrier()(delivery, attempt);
      } catch (error) {
        // A click is not delivered again; the person sees a warning and clicks again.
        if (attempt === RETRIES || delivery.kind === 'interactive') throw error;
      }
    }
  };
  return {
    deliver,
    async again(): Promise<void> {
      if (!last) throw new Error('nothing was delivered yet');
      await carrier()(last, 1);
    },
  };
}
