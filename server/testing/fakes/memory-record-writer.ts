import type { GameRecord, RoundRecord } from '#game/records/record'
import type { RecordWriter } from '#server/rooms/ports'

export type MemoryRecordWriter = RecordWriter & {
  readonly rounds: readonly RoundRecord[]
  readonly games: readonly GameRecord[]
}

/** Records that tests read, each once. */
export function createMemoryRecordWriter(): MemoryRecordWriter {
  const rounds: RoundRecord[] = []
  const games: GameRecord[] = []
  return {
    rounds,
    games,
    depth: 0,
    async writeRound(record) {
      const isKnown = rounds.some(({ game, round }) => game.id === record.game.id && round === record.round)
      if (!isKnown) rounds.push(record)
    },
    async writeGame(record) {
      if (!games.some(({ id }) => id === record.id)) games.push(record)
    },
  }
}
