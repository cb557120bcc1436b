import { inTheirVoice, oneEach, voiceOf } from '../../community/rules/voices.js';
import { accountsOf, countFormer, countMembers, listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { isCurrent } from '../rules/course.js';
import { type KeptBallot, listBallots } from '../store/ballots.js';
import { findDecision } from '../store/decisions.js';
import { listObjections, listRemarks } from '../store/talk.js';
import type { Decision, Objection, Remark, Which } from '../types.js';

/** What people said in a decision, each in their one voice, however many accounts they have. */

type Of = Pick<Decision, 'id' | 'community'>;

export async function decisionNow(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Decision | null> {
  const found = await findDecision(tx, community, which);
  if (!found) return null;
  return { ...found, author: voiceOf(await listVoices(tx, community), found.author) };
}

export async function ballotsNow(tx: Tx, decision: Of): Promise<KeptBallot[]> {
  const voices = await listVoices(tx, decision.community);
  return oneEach(inTheirVoice(await listBallots(tx, decision), voices), ({ castAt }) => castAt);
}

/** How many voices count, and how many of them were given by people removed since. */
export interface Electorate {
  readonly electorate: number;
  readonly former: number;
}

/** The members, and those who voted on this text before they were removed. */
export async function electorateOf(
  tx: Tx,
  { community, text }: Pick<Decision, 'community' | 'text'>,
  ballots: readonly Pick<KeptBallot, 'member' | 'version'>[],
): Promise<Electorate> {
  const current = ballots.filter((one) => isCurrent(one, text)).map(({ member }) => member);
  const former = await countFormer(tx, community, current);
  return { electorate: (await countMembers(tx, community)) + former, former };
}

/** One voice's ballot, whichever of their accounts cast it last. */
export async function ownBallotNow(
  tx: Tx,
  decision: Of,
  member: MemberId,
): Promise<KeptBallot | undefined> {
  const accounts = await accountsOf(tx, decision.community, member);
  const cast = await listBallots(tx, decision, accounts);
  const said = cast.map((ballot) => ({ ...ballot, member }));
  return oneEach(said, ({ castAt }) => castAt)[0];
}

export const objectionsNow = async (tx: Tx, decision: Of): Promise<Objection[]> =>
  inTheirVoice(await listObjections(tx, decision), await listVoices(tx, decision.community));

export const remarksNow = async (tx: Tx, decision: Of): Promise<Remark[]> =>
  inTheirVoice(await listRemarks(tx, decision), await listVoices(tx, decision.community));
