/** What a server answered; what it should have been is the caller's to see. */
export interface Reply {
  readonly status: number;
  /** `null` when it is not JSON. */
  readonly json: unknown;
  readonly headers: Headers;
  /** How far the server's clock is ahead of ours, to the second; `null` when it does not say. */
  readonly skewMs: number | null;
}

/** It did not answer, and why: a code such as ECONNREFUSED. */
export class Unreached extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'Unreached';
  }
}

interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

const WITHIN_MS = 10_000;
/** The header counts whole seconds, rounded down (RFC 9110 §5.6.7). */
const HALF_A_SECOND_MS = 500;

/** Asks a server once, by HTTP. @throws Unreached when nothing answers. */
export async function ask(url: string, question: Question = {}): Promise<Reply> {
  const { method = 'GET', headers = {}, body } = question;
  const sentMs = Date.now();
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) },
      ...(body !== undefined && { body }),
    });
    const hereMs = (sentMs + Date.now()) / 2;
    const thereMs = Date.parse(response.headers.get('date') ?? '');
    const skewMs = Number.isNaN(thereMs) ? null : thereMs + HALF_A_SECOND_MS - hereMs;
    const json: unknown = await response.json().catch(() => null);
    return { status: response.status, json, headers: response.headers, skewMs };
  } catch (error) {
    throw new Unreached(codeOf(error));
  }
}

/** Never the message: it may hold the address, and an address may hold a password. */
function codeOf(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  const { code } = (cause ?? error) as { code?: unknown };
  return typeof code === 'string' ? code : name;
}
