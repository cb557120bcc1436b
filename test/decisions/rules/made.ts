import type { Ballot, Decision, Objection, Vote } from '../../../src/decisions/types.js';
import { MAJORITY } from '../../../src/decisions/types.js';
import type { CommunityId, DecisionId, MemberId } from '../../../src/kernel/ids.js';

const author = 'member-0' as MemberId;
const opened = new Date('2026-11-21T10:00:00Z');

/** An open consent that closes in four days, but for what is said. */
export const aDecision = (more: Partial<Decision> = {}): Decision => ({
  ...{ id: 'decision' as DecisionId, community: 'community' as CommunityId, author, number: 1 },
  ...{ kind: 'consent', state: 'open', options: [], round: 1 },
  rule: { quorum: null, threshold: MAJORITY, secret: false, max: 1, closeEarly: false },
  text: { version: 1, title: 'Titre', body: 'Texte', author },
  ...{ openedAt: opened, closesAt: new Date('2026-11-25T17:00:00Z'), closedAt: null },
  ...{
    closedBy: null,
    closeReason: null,
    outcome: null,
    conclusion: null,
    reviewAt: null,
    origin: null,
  },
  ...more,
});

export const anObjection = (more: Partial<Objection> = {}): Objection => ({
  ...{ id: 'objection', member: author, raisedOn: 1, heldOn: 1, round: 1 },
  ...{ reason: 'Non.', state: 'standing' },
  ...more,
});

/** A ballot of the nth member. */
export const aBallot = (index: number, vote: Vote, version = 1): Ballot => ({
  ...{ member: `member-${index}` as MemberId, version, vote, castAt: opened },
});
