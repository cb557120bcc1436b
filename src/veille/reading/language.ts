/** BCP 47 has longer ones; pages do not. */
const LONGEST = 35;

/** The first that is the name of a language: `fr_FR` and `FR-fr` are `fr-FR`. */
export function readLanguage(candidates: readonly (string | undefined)[]): string | null {
  for (const candidate of candidates) {
    const tag = (candidate ?? '').split(',')[0]?.trim().replaceAll('_', '-') ?? '';
    if (tag === '' || tag.length > LONGEST) continue;
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      // Not a language: « français », or what a template left unfilled.
    }
  }
  return null;
}
