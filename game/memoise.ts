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
