import { randomBytes } from 'node:crypto';
import { type Voices, voiceOf, voicesOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { Work } from '../../journal/service.js';
import type { AgreementId, CommunityId, MemberId } from '../../kernel/ids.js';
import type { Keys, OwnVault } from '../../kernel/keys.js';
import { padded } from '../../kernel/padded.js';
import { followDue } from '../rules/agreements.js';
import {
  findAgreement,
  insertAgreement,
  type KeptAgreement,
  listAgreements,
  saveAgreement,
} from '../store/agreements.js';
import type { Agreement } from '../types.js';

/** Room for any agreement: their length must tell nothing. */
const BYTES = 16_384;
/** Looked at every day all the same: people leave. */
const LOOKED_AT_MS = 86_400_000;

/** Its clock: the date they chose, and who is still there. */
export const FOLLOW = 'mediation.follow-up';

const placeOf = (id: AgreementId): string => `mediation_agreements.sealed:${id}`;
const DATES = new Set(['at', 'followAt']);
const revive = (key: string, value: unknown): unknown =>
  DATES.has(key) && typeof value === 'string' ? new Date(value) : value;

const seal = (own: OwnVault, agreement: Agreement): KeptAgreement => ({
  id: agreement.id,
  sealed: own.seal(padded(JSON.stringify(agreement), BYTES), placeOf(agreement.id)),
});

/** As it is now, its people each in their one voice; `null` without its key. */
function openKept(
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
  { id, sealed }: KeptAgreement,
  voices: Voices,
): Agreement | null {
  const own = keys.find(id);
  if (!own) return null;
  const agreement = JSON.parse(own.unseal(sealed, placeOf(id)), revive) as Agreement;
  return {
    ...agreement,
    community,
    parties: voicesOf(voices, agreement.parties),
    keepers: voicesOf(voices, agreement.keepers),
    answers: agreement.answers.map((one) => ({ ...one, member: voiceOf(voices, one.member) })),
  };
}

export async function openAgreement(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
  id: AgreementId,
): Promise<Agreement | null> {
  const kept = await findAgreement(tx, community, id);
  return kept && openKept(keys, community, kept, await listVoices(tx, community));
}

/** Every agreement of a community that opens: whose each is cannot be asked of the database. */
export async function openAgreements(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
): Promise<Agreement[]> {
  const kept = await listAgreements(tx, community);
  const voices = kept.length > 0 ? await listVoices(tx, community) : new Map();
  return kept.flatMap((one) => openKept(keys, community, one, voices) ?? []);
}

/** Saves it as it is now, the first time under a key of its own, and winds its clock. */
export async function keepAgreement(
  keys: Pick<Keys, 'find' | 'make'>,
  { tx, alarm }: Pick<Work, 'tx' | 'alarm'>,
  agreement: Agreement,
  { now, first }: { readonly now: Date; readonly first: boolean },
): Promise<void> {
  const own = first ? keys.make(agreement.id) : keys.find(agreement.id);
  if (!own) throw new Error('the key of an agreement is gone');
  const kept = seal(own, agreement);
  if (first) await insertAgreement(tx, agreement.community, kept, now);
  else await saveAgreement(tx, agreement.community, kept);
  const look = new Date(now.getTime() + LOOKED_AT_MS);
  const due = followDue(agreement);
  await alarm(FOLLOW, agreement.id, due && due < look ? due : look);
}

/** The same word as always: who looks over a shoulder learns nothing of what it opens. */
export const tellOf = (
  { whisper }: Pick<Work, 'whisper'>,
  { id }: Pick<Agreement, 'id'>,
  member: MemberId,
): Promise<void> =>
  whisper({
    ...{ subject: id, member, card: 'mediation.kept', params: {} },
    key: randomBytes(9).toString('base64url'),
  });
