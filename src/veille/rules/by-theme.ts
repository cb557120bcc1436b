/** In the order in which themes appear. (Node 20 has no `Map.groupBy`.) */
export function byTheme<T extends { readonly theme: string | null }>(
  all: readonly T[],
): Map<T['theme'], T[]> {
  const groups = new Map<T['theme'], T[]>();
  for (const one of all) {
    const group = groups.get(one.theme);
    if (group) group.push(one);
    else groups.set(one.theme, [one]);
  }
  return groups;
}
