import type { MemberId } from '../../kernel/ids.js';
import { padded } from '../../kernel/padded.js';
import type { Vault } from '../../kernel/vault.js';
import type { KeptBallot } from '../store/ballots.js';
import type { Ballot, Decision, Vote } from '../types.js';

/**
 * Room for any vote with its reason, but for one made of unusually long characters: a length
 * must not tell a vote, nor that a reason was given.
 */
const PAD_TO_BYTES = 8192;

const place = ({ id }: Pick<Decision, 'id'>, castBy: MemberId): string =>
  `ballots.content:${id}:${castBy}`;

/** A ballot as it is kept: in clear when votes are seen by all, sealed when they are secret. */
export function keep(
  vault: Vault,
  decision: Pick<Decision, 'id' | 'rule'>,
  ballot: Ballot & { readonly vote: Vote },
): KeptBallot {
  const { vote, ...rest } = ballot;
  const castBy = ballot.member;
  const clear = JSON.stringify(vote);
  if (!decision.rule.secret) return { ...rest, castBy, content: clear };
  const sealed = vault.seal(padded(clear, PAD_TO_BYTES), place(decision, castBy));
  return { ...rest, castBy, content: sealed };
}

/** What was voted; `null` once a secret ballot was counted and parted from its name. */
export function read(
  vault: Vault,
  decision: Pick<Decision, 'id' | 'rule'>,
  kept: KeptBallot,
): Ballot {
  const { content, castBy, ...rest } = kept;
  if (content === '') return { ...rest, vote: null };
  const clear = decision.rule.secret ? vault.unseal(content, place(decision, castBy)) : content;
  return { ...rest, vote: JSON.parse(clear) as Vote };
}
