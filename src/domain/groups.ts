/** Puts an item into its group, which the first one opens. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, item: V): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** The items by what `by` says of each, groups and items in the order in which they came. */
export function groupBy<K, V>(items: readonly V[], by: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) addTo(groups, by(item), item);
  return groups;
}
