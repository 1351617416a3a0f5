/**
 * Few different texts stand in many cells: what comes of each is worked out once. All is forgotten where more than `kept`
 * would be remembered.
 */
export function memo<K, V extends NonNullable<unknown> | null>(
  of: (key: K) => V,
  kept = Number.POSITIVE_INFINITY,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      if (known.size >= kept) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
