/** The choices there are, by name. */
type Choices = Record<string, readonly unknown[]>
type Row<All extends Choices> = { readonly [Name in keyof All]: All[Name][number] }

/**
 * Few rows in which each value of each choice meets each value of each other one ("pairwise"): what breaks a screen is nearly
 * always two things at once.
 * @param isPossible leaves out what cannot be, told of a row of which some values may still be missing
 */
export function coverPairs<All extends Choices>(
  choices: All,
  isPossible: (row: Partial<Row<All>>) => boolean = () => true,
): Row<All>[] {
  const names = Object.keys(choices)
  const open = new Set<string>()
  const keyOf = (one: string, a: unknown, other: string, b: unknown) => `${one}=${a}\n${other}=${b}`
  for (const [at, one] of names.entries())
    for (const other of names.slice(at + 1))
      for (const a of choices[one] ?? [])
        for (const b of choices[other] ?? [])
          if (isPossible({ [one]: a, [other]: b } as Partial<Row<All>>)) open.add(keyOf(one, a, other, b))

  const newPairs = (row: Record<string, unknown>, name: string, value: unknown) =>
    names.filter((other) => {
      if (other === name || !(other in row)) return false
      const isBefore = names.indexOf(other) < names.indexOf(name)
      return open.has(
        isBefore ? keyOf(other, row[other], name, value) : keyOf(name, value, other, row[other]),
      )
    }).length

  const rows: Row<All>[] = []
  for (let turn = 0; open.size > 0; turn++) {
    const [first = ''] = open
    const row: Record<string, unknown> = {}
    for (const part of first.split('\n')) {
      const [name = '', text] = part.split('=')
      row[name] = choices[name]?.find((value) => String(value) === text)
    }
    for (const name of names) {
      if (name in row) continue
      const values = choices[name] ?? []
      const possible = values.filter((value) => isPossible({ ...row, [name]: value } as Partial<Row<All>>))
      // Of equally good values another one each turn.
      const turned = possible.map((_, at) => possible[(at + turn) % possible.length])
      const [best] = turned.sort((a, b) => newPairs(row, name, b) - newPairs(row, name, a))
      row[name] = best
    }
    const before = open.size
    // A choice without a value that goes with the others: no row.
    if (names.some((name) => row[name] === undefined)) {
      open.delete(first)
      continue
    }
    for (const [at, one] of names.entries())
      for (const other of names.slice(at + 1)) open.delete(keyOf(one, row[one], other, row[other]))
    // A pair that no whole row can have.
    if (open.size === before) open.delete(first)
    else rows.push(row as Row<All>)
  }
  return rows
}
