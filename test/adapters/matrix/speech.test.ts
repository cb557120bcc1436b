import { expect, test } from 'vitest';
import { heard } from '../../../adapters/matrix/speech.js';

const called = { userId: '@ecc:test.example', displayName: 'ECC' };
const lexicon = {
  names: ['ecc', 'ecc aide', 'aide', 'ecc moi', 'decision proposer', 'proposer', 'voter'],
};
const message = (body: string, more: Record<string, unknown> = {}) => ({
  type: 'm.room.message',
  content: { msgtype: 'm.text', body, ...more },
});
const hears = (body: string, direct = false) => heard(message(body), called, lexicon, direct);

test.each([
  ['!décision proposer "Le samedi"', 'décision proposer "Le samedi"'],
  ['!ecc décision proposer "Le samedi"', 'décision proposer "Le samedi"'],
  ['!ECC Voter D-1 pour', 'Voter D-1 pour'],
  ['!ecc moi', 'ecc moi'],
  ['!ecc', 'ecc'],
  ['ECC: voter D-1 pour', 'voter D-1 pour'],
  ['@ecc:test.example voter D-1', 'voter D-1'],
  ['@ecc, !voter D-1', 'voter D-1'],
  ['@ecc', 'ecc'],
  ['!ecc nimporte quoi', 'ecc nimporte quoi'],
  ['> <@sam:test.example> bonjour\n> encore\n\n!voter D-1', 'voter D-1'],
])('%s is a command', (body, text) => {
  expect(hears(body)).toEqual({ type: 'command', text });
});

test.each(['bonjour', '!ping', 'ECC est utile', 'on demande à ECC: oui', '@eccentric salut'])(
  '%s is not for us in a room',
  (body) => {
    expect(hears(body)?.type).toBe('words');
  },
);

test('alone with somebody, every sign is for us', () => {
  expect(hears('!ping', true)).toEqual({ type: 'command', text: 'ping' });
});

test('notices, edits and empty messages are not heard', () => {
  const edit = { 'm.relates_to': { rel_type: 'm.replace', event_id: '$1' } };
  expect(heard(message('!aide', { msgtype: 'm.notice' }), called, lexicon, true)).toBeNull();
  expect(heard(message('* !aide', edit), called, lexicon, true)).toBeNull();
  expect(heard(message('  '), called, lexicon, true)).toBeNull();
  expect(heard(message('x', { body: 12 }), called, lexicon, true)).toBeNull();
});
