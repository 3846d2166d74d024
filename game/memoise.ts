/**
 * Memoises what the rules work out of plain data: the data never changes, so the answer is the same each time, and it is kept for
 * as long as the data is. A cache like this at the top of a module changes how fast the rules are, and nothing else.
 * @returns the answer about `key`; `compute` is called only the first time
 */
export function memoise<Key extends object, Value>(): (key: Key, compute: () => Value) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key, compute) => {
    const entry = known.get(key)
    if (entry) return entry.value
    const value = compute()
    known.set(key, { value })
    return value
  }
}

/**
 * The same where a thing has one present state after the other, and only the newest is asked about: one entry for each thing, so that thousands of
 * states a second leave nothing behind.
 * @returns the answer about `key`, the newest of its `group`
 */
export function memoiseNewest<Group extends object, Key, Value>(): (
  group: Group,
  key: Key,
  compute: () => Value,
) => Value {
  const newest = new WeakMap<Group, { key: Key; value: Value }>()
  return (group, key, compute) => {
    const entry = newest.get(group)
    if (entry?.key === key) return entry.value
    const value = compute()
    if (entry) {
      entry.key = key
      entry.value = value
    } else newest.set(group, { key, value })
    return value
  }
}
