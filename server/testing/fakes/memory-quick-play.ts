import type { PlayerId } from '#game/protocol/scalars'
import type { FoundGhosts, GhostSearch, QuickPlay } from '#server/rooms/ports'

/** Ghosts and ratings as a test says; nothing is known of anybody else. */
export function createMemoryQuickPlay(
  found: FoundGhosts | null = null,
  ratings: ReadonlyMap<PlayerId, number> = new Map(),
): QuickPlay & { readonly searches: readonly GhostSearch[] } {
  const searches: GhostSearch[] = []
  return {
    searches,
    async findGhosts(search) {
      searches.push(search)
      return found
    },
    findRatings: async () => ratings,
  }
}
