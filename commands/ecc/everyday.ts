/** What most people come for, the first on each topic's list: what they are shown before the rest. */
export const EVERYDAY = {
  decision: ['decision.propose', 'decision.list'],
  agenda: ['agenda.add', 'agenda.list'],
  veille: ['veille.add'],
  wealth: ['wealth.declare'],
  mediation: ['mediation.start'],
  ecc: ['ecc.me', 'ecc.settings'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const IN_ORDER: readonly string[] = Object.values(EVERYDAY).flat();

/** The place of a command among them; those that are not come after, all alike. */
export const everydayPlace = (id: string): number => {
  const at = IN_ORDER.indexOf(id);
  return at < 0 ? IN_ORDER.length : at;
};
