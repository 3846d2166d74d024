import type { Prisma } from '#server/store/prisma'

/** What another server of the same database has written is seen after this; what this one writes, at once. */
const mostAgeMs = 15_000
const mostBoards = 500

type Boards = Map<string, { readonly at: number; readonly found: Promise<unknown> }>

/** Pages have modules of their own, and hear of what the game writes: so this hangs on the one global there is. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Set<Pick<Boards, 'clear'>> | undefined }
const key = Symbol.for('digit-dash.boards')

const cached = new WeakMap<Prisma, Boards>()

/** Lets the boards that are read with a client be kept for some seconds: they are the same for everybody. */
export function cacheBoards(prisma: Prisma): Prisma {
  const boards: Boards = new Map()
  cached.set(prisma, boards)
  shared[key] = (shared[key] ?? new Set()).add(boards)
  return prisma
}

/** Forgets the boards that are kept. Called after a transaction that changed one. */
export function forgetBoards(): void {
  for (const boards of shared[key] ?? []) boards.clear()
}

/** Lets another process that keeps boards hear when they are forgotten. @returns ends this */
export function onBoardsForgotten(clear: () => void): () => void {
  shared[key] ??= new Set()
  const elsewhere = { clear }
  shared[key].add(elsewhere)
  return () => void shared[key]?.delete(elsewhere)
}

/** What is kept under a name, or else read now, once for all who ask at the same time. A client that keeps nothing always reads. */
export function rememberBoard<Found>(
  prisma: Prisma,
  name: string,
  read: () => Promise<Found>,
): Promise<Found> {
  const boards = cached.get(prisma)
  if (!boards) return read()
  const known = boards.get(name)
  if (known && performance.now() - known.at < mostAgeMs) return known.found as Promise<Found>
  if (boards.size >= mostBoards) boards.clear()
  const found = read()
  const kept = { at: performance.now(), found }
  boards.set(name, kept)
  found.catch(() => boards.get(name) === kept && boards.delete(name))
  return found
}
