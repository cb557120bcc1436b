import { fold } from '../../kernel/text.js';
import { FIRST_SETTINGS, type WealthSettings } from '../types.js';

/** A name that nobody there has yet: « Festival », or else « Festival (2) », « Festival (3) »… */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let more = 2; taken.has(fold(free)); more++) free = `${name} (${more})`;
  return free;
}

type Said = Partial<WealthSettings> | undefined;

/**
 * What two communities that become one mean by their words: what each gave has a name still. A
 * word that both have is one; a day is as long as the host says.
 */
export function joinedSettings(host: Said, coming: Said): WealthSettings {
  const [own, other] = [
    { ...FIRST_SETTINGS, ...host },
    { ...FIRST_SETTINGS, ...coming },
  ];
  const union = (mine: readonly string[], theirs: readonly string[]): string[] => {
    const known = new Set(mine.map(fold));
    return [...mine, ...theirs.filter((one) => !known.has(fold(one)))];
  };
  return {
    ...own,
    // Only what a community added: the host may have left out some of the first ones.
    natures: union(own.natures, coming?.natures ? other.natures : []),
    tokens: union(own.tokens, other.tokens),
  };
}
