/**
 * Of a list in order of rank those lines that somebody looks for, where there is no place for all: who leads, and who is next to
 * their own.
 * @param own index of the own line; -1 without one
 * @returns as many indices as there is place for, in order
 */
export function linesThatMatter(count: number, own: number, most: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  if (own < 0 || count <= most) return all.slice(0, most)
  const leaders = all.slice(0, Math.floor(most / 2))
  const nearest = all
    .slice(leaders.length)
    .sort((one, other) => Math.abs(one - own) - Math.abs(other - own) || one - other)
  return [...leaders, ...nearest.slice(0, most - leaders.length)].sort((one, other) => one - other)
}
