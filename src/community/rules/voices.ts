import type { MemberId } from '../../kernel/ids.js';

/** Whose voice a linked account's is; members who are not in it speak for themselves. */
export type Voices = ReadonlyMap<MemberId, MemberId>;

export const voiceOf = (voices: Voices, member: MemberId): MemberId => voices.get(member) ?? member;

/** Several people, each once. */
export const voicesOf = (voices: Voices, members: readonly MemberId[]): MemberId[] => [
  ...new Set(members.map((one) => voiceOf(voices, one))),
];

/** Everything said by the voices it belongs to. */
export const inTheirVoice = <T extends { readonly member: MemberId }>(
  said: readonly T[],
  voices: Voices,
): T[] => said.map((one) => ({ ...one, member: voiceOf(voices, one.member) }));

/** One of a kind each, the latest: somebody may have spoken through each of their accounts. */
export function oneEach<T extends { readonly member: MemberId }>(
  said: readonly T[],
  at: (one: T) => Date,
  /** What they may each have one of. */
  kind: (one: T) => string = () => '',
): T[] {
  const latest = new Map<string, T>();
  for (const one of said) {
    const key = `${one.member} ${kind(one)}`;
    const other = latest.get(key);
    if (!other || at(one) >= at(other)) latest.set(key, one);
  }
  return said.filter((one) => latest.get(`${one.member} ${kind(one)}`) === one);
}
