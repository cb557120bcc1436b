import { LogService } from 'matrix-bot-sdk';
import type { Log } from '../../src/kernel/log.js';

/**
 * The SDK's own lines, without what they carry: requests and answers hold what people say. Its
 * errors come to us as such anyway.
 */
export function quietSdk(log: Pick<Log, 'debug'>): void {
  const line = (module: string, ...said: unknown[]): void => {
    const [first] = said;
    const what = typeof first === 'string' && !first.startsWith('(REQ-') ? first : undefined;
    log.debug({ platform: 'matrix', module }, what ?? 'a request');
  };
  const silent = (): void => undefined;
  LogService.setLogger({ error: line, warn: line, info: line, debug: silent, trace: silent });
}
