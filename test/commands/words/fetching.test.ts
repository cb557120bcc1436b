import { describe, expect, test } from 'vitest';
import { say } from '../../../commands/words/index.js';

const host = 'agenda.exemple.org';

describe('what could not be fetched is said in words', () => {
  test.each([
    ['unreachable', { host, reason: 'name' }, /^Aucun site ne s’appelle agenda\.exemple\.org/],
    ['unreachable', { host, reason: 'certificate' }, /^Le certificat de agenda/],
    ['unreachable', { host, reason: 'connection' }, /ne répond pas/],
    ['bad-status', { host, status: 401, kind: 'closed' }, /s’identifie/],
    ['bad-status', { host, status: 410, kind: 'gone' }, /rien à cette adresse/],
    ['bad-status', { host, status: 503, kind: 'busy', retryAfterMs: 1 }, /plus tard/],
    ['bad-status', { host, status: 500, kind: 'broken' }, /en panne/],
    ['bad-status', { host, status: 418, kind: 'other' }, /réponse 418/],
  ] as const)('%s %j', (code, params, french) => {
    const key = `refusal.fetch-${code}` as const;
    expect(say('fr', key, params)).toMatch(french);
    expect(say('en', key, params)).toContain(host);
  });
});
