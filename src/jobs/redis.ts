import { Redis } from 'ioredis';
import { StartError } from '../kernel/start-error.js';

const CONNECT_TIMEOUT_MS = 5_000;

/** @throws StartError when nothing that speaks Redis answers there, or it refuses us. */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason: Error | null = null;
  // What went wrong is told here; `connect` only says that the connection is closed.
  redis.on('error', (error) => {
    reason ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw unreachable(reason ?? error);
  } finally {
    redis.disconnect();
  }
}

function unreachable(error: unknown): StartError {
  const code = (error as { code?: string }).code ?? (error as Error).message.split(' ')[0] ?? '?';
  return new StartError('redis_unreachable', {
    fr: `Le serveur Redis de REDIS_URL ne répond pas comme prévu (${code}). Vérifiez l’adresse, le mot de passe et que le serveur est lancé ; sans REDIS_URL, ECC garde sa file dans sa base.`,
    en: `The Redis server of REDIS_URL does not answer as it should (${code}). Check the address, the password and that the server runs; without REDIS_URL, ECC keeps its queue in its database.`,
  });
}

const SILENCE_MS = 60_000;

/** A server that is down fails once a second: it is told once a minute. */
export function onceInAWhile(tell: (error: Error) => void): (error: Error) => void {
  let silentUntilMs = 0;
  return (error) => {
    if (Date.now() < silentUntilMs) return;
    silentUntilMs = Date.now() + SILENCE_MS;
    tell(error);
  };
}
