import { inTheirVoice, oneEach, type Voices, voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId, ResourceId } from '../../kernel/ids.js';
import { siteOf } from '../rules/address-site.js';
import { suggestTheme } from '../rules/theme-suggestion.js';
import { themeKey } from '../rules/themes.js';
import { listCurators } from '../store/curators.js';
import { classified, findResource, listResources, mergedInto } from '../store/resources.js';
import { marksOf, remarksOf, sharesOf, tagsOf } from '../store/said.js';
import type { Known, Resource, Which } from '../types.js';

/** How far back the community's choices are looked at: what it does now, not what it once did. */
const MOST_PAST = 500;

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** What somebody is said to have brought is said once, with their last reason and place. */
const ofOne = (voices: Voices, member: MemberId | null): MemberId | null =>
  member && voiceOf(voices, member);

/** Resources with all that was said of them and of those merged into them. */
export async function knownOf(
  tx: Tx,
  community: CommunityId,
  resources: readonly Resource[],
): Promise<Known[]> {
  const merged = await mergedInto(
    tx,
    community,
    resources.map(({ id }) => id),
  );
  const ids = [...resources, ...merged].map(({ id }) => id);
  const roots = new Map<ResourceId, ResourceId>(
    merged.flatMap((one) => (one.mergedInto ? [[one.id, one.mergedInto] as const] : [])),
  );
  const voices = await listVoices(tx, community);
  const curators = await curatorsNow(tx, community);
  const shares = (await sharesOf(tx, community, ids)).map((share) => ({
    ...share,
    member: ofOne(voices, share.member),
  }));
  const marks = inTheirVoice(await marksOf(tx, community, ids), voices);
  const remarks = inTheirVoice(await remarksOf(tx, community, ids), voices);
  const tags = await tagsOf(tx, community, ids);
  const targets = await listResources(
    tx,
    community,
    resources.flatMap((one) => (one.mergedInto ? [one.mergedInto] : [])),
  );
  return resources.map((resource) => {
    const own = <T extends { readonly resource: ResourceId }>(all: readonly T[]): T[] =>
      all.filter((one) => (roots.get(one.resource) ?? one.resource) === resource.id);
    return {
      resource,
      into: targets.find(({ id }) => id === resource.mergedInto) ?? null,
      merged: merged.filter((one) => one.mergedInto === resource.id).map(({ number }) => number),
      shares: own(shares),
      marks: oneEach(
        own(marks),
        ({ at }) => at,
        ({ kind }) => kind,
      ),
      remarks: own(remarks),
      tags: distinct(own(tags).map(({ tag }) => tag)),
      curators: curators.get(themeKey(resource.theme)) ?? [],
      suggestion: null,
    };
  });
}

export async function knownNow(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Known | null> {
  const found = await findResource(tx, community, which);
  const [known] = found ? await knownOf(tx, community, [found]) : [];
  return known ?? null;
}

/** The same, with a theme to suggest when it has none. */
export async function knownWithSuggestion(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Known | null> {
  const known = await knownNow(tx, community, which);
  if (known?.resource.theme !== '') return known;
  const past = await classified(tx, community, MOST_PAST);
  const clues = past.map((one) => ({ ...one, host: hostOf(one) }));
  const { resource } = known;
  return { ...known, suggestion: suggestTheme(clues, { ...resource, host: hostOf(resource) }) };
}

const hostOf = ({ address }: Pick<Resource, 'address'>): string =>
  siteOf(new URL(address).hostname);

/** By theme, without case nor accents; each in their one voice. */
export async function curatorsNow(
  tx: Tx,
  community: CommunityId,
): Promise<ReadonlyMap<string, readonly MemberId[]>> {
  const voices = await listVoices(tx, community);
  const found = new Map<string, MemberId[]>();
  for (const { theme, member } of await listCurators(tx, community)) {
    const all = found.get(theme) ?? [];
    const voice = voiceOf(voices, member);
    found.set(theme, all.includes(voice) ? all : [...all, voice]);
  }
  return found;
}
