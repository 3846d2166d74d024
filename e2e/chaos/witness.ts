import type { DrawingResult } from '#game/protocol/canvas-view'
import type { StandingView } from '#game/protocol/server-messages'
import type { CalmPhase, LiveCanvas, RoomState } from '../../app/_web/play/room-client/room-state'
import { digitOf } from '../../app/_web/play/room-client/select-canvases'

/** A finished game as it was shown to everybody. */
export type SeenGame = {
  readonly gameId: string
  readonly standings: readonly StandingView[]
  /** By round. */
  readonly drawings: readonly (readonly DrawingResult[])[]
}

/**
 * Records what the players of one room are shown: nothing of it may be lost or change later, whatever happens to the server.
 */
export type Witness = {
  /** @returns to be called with every state of one player's client */
  watcher(): (state: RoomState) => void
  readonly games: ReadonlyMap<number, SeenGame>
  readonly faults: readonly string[]
  readonly locks: number
  readonly votes: number
  /** How many games were against ghosts. */
  readonly ghostRaces: number
  /** Ends of games that somebody has not seen, who had no connection when others saw them. */
  readonly missedEnds: number
}

const order = ['countdown', 'drawing', 'judging', 'voting', 'reveal', 'finished']

export function createWitness(name: string): Witness {
  const locks = new Map<string, string>()
  const reveals = new Map<string, readonly DrawingResult[]>()
  const games = new Map<number, SeenGame>()
  /** By voter and drawing, those that anybody has seen counted. */
  const votes = new Set<string>()
  const ghostRaces = new Set<number>()
  const faults: string[] = []
  /** By game: who was cut off in it, and next saw something else. Somebody else must have seen it end meanwhile. */
  const cutOff: { readonly game: number; readonly fault: string }[] = []
  const isMissing = ({ game }: { readonly game: number }) => !games.has(game)
  const fault = (text: string) => void faults.push(`${name}: ${text}`)

  function sawLock(key: string, canvas: { lock: unknown; prompt: number | null }, points: number): void {
    const said = JSON.stringify({ lock: canvas.lock, prompt: canvas.prompt, points })
    const known = locks.get(key)
    if (known === undefined) locks.set(key, said)
    else if (known !== said) fault(`the lock of ${key} was ${known} and is ${said}`)
  }

  function sawReveal(game: number, round: number, drawings: readonly DrawingResult[]): void {
    const key = `${game}/${round}`
    const known = reveals.get(key)
    if (known && JSON.stringify(known) !== JSON.stringify(drawings)) fault(`the reveal of ${key} came twice`)
    if (known) return
    reveals.set(key, drawings)
    const sums = new Map<number, number>()
    for (const { canvas, index, lock, prompt, points } of drawings) {
      const seen = locks.get(`${key}/${canvas}/${index}`)
      const sum = (sums.get(canvas) ?? 0) + (lock ? points : 0)
      sums.set(canvas, sum)
      const said = JSON.stringify({ lock, prompt, points: sum })
      if (seen !== undefined && seen !== said)
        fault(`the lock of ${key}/${canvas}/${index} was ${seen} and is revealed as ${said}`)
    }
  }

  function sawEnd(game: number, gameId: string, standings: readonly StandingView[]): void {
    const drawings = [...reveals].filter(([key]) => key.startsWith(`${game}/`)).map(([, each]) => each)
    const known = games.get(game)
    if (known && JSON.stringify(known.standings) !== JSON.stringify(standings))
      fault(`the standings of ${game} came twice`)
    games.set(game, known ?? { gameId, standings, drawings })
  }

  function watcher(): (state: RoomState) => void {
    let at = { game: 0, round: 0, phase: 'lobby' }
    let canvasesBefore: readonly LiveCanvas[] = []
    let roomBefore: RoomState['room'] = null
    /** Whether the connection was lost since the last view. */
    let isCutOff = false
    const drawn = new Map<string, { drawing: number; ink: number; wrongLocks: number; isLocked: boolean }>()

    function sawCanvas(key: string, canvas: LiveCanvas): void {
      const { drawing, lock, points, wrongLocks, sum } = canvas
      // [R33] Of somebody else's sum in a rush this one is told nothing.
      const prompt = canvas.prompt !== null || sum ? digitOf(canvas) : null
      const ink = canvas.ink.length
      const before = drawn.get(key)
      drawn.set(key, { drawing, ink, wrongLocks, isLocked: lock !== null })
      if (lock && prompt !== null) sawLock(`${key}/${drawing}`, { lock, prompt }, points)
      if (!before) return
      if (drawing < before.drawing) fault(`${key} went back from drawing ${before.drawing} to ${drawing}`)
      if (drawing !== before.drawing) return
      if (before.isLocked && !lock) fault(`${key}/${drawing} lost its lock`)
      if (wrongLocks < before.wrongLocks) fault(`${key}/${drawing} lost a wrong lock`)
      if (ink < before.ink) fault(`${key}/${drawing} lost ${before.ink - ink} ops`)
    }

    /** An answer that was counted is not asked for again. */
    const counted = new Set<string>()
    function sawVotes(
      { gameStartedAt, round, ballot }: Extract<CalmPhase, { name: 'voting' }>,
      voter: string,
    ): void {
      for (const [entry, { isAnswered }] of (ballot ?? []).entries()) {
        const key = [gameStartedAt, round, voter, entry].join('/')
        if (!isAnswered && counted.has(key)) fault(`the vote ${key} was lost`)
        if (!isAnswered) continue
        counted.add(key)
        votes.add(key)
      }
    }

    function missedEnd(how: string): void {
      if (at.phase === 'lobby' || at.phase === 'finished') return
      const text = `game ${at.game} was ${how} in ${at.phase}`
      if (isCutOff) cutOff.push({ game: at.game, fault: `${name}: ${text}` })
      else fault(text)
    }

    function see({ room, phase, canvases, you }: RoomState): void {
      if (!phase) return
      // [R26] Ghosts are in no record.
      const ghosts = new Set(room?.ghosts?.seats?.map(({ id }) => id))
      const isOfPeople = (id: string) => !ghosts.has(id)
      if (phase.name === 'lobby') {
        missedEnd('thrown away')
        at = { ...at, phase: 'lobby' }
        return
      }
      const { gameStartedAt: game, round } = phase
      const wentBack =
        game === at.game &&
        (round < at.round || (round === at.round && order.indexOf(phase.name) < order.indexOf(at.phase)))
      if (wentBack) fault(`game ${game} went back from ${at.phase} ${at.round} to ${phase.name} ${round}`)
      if (game !== at.game) missedEnd('left')
      at = { game, round, phase: phase.name }
      if (ghosts.size > 0) ghostRaces.add(game)
      if (phase.name === 'voting') sawVotes(phase, you)
      if (phase.name === 'reveal') {
        const drawn = phase.drawings.filter(({ players }) => players.every(({ id }) => isOfPeople(id)))
        sawReveal(game, round, drawn)
      }
      if (phase.name === 'finished') {
        const people = phase.standings.filter(({ playerId }) => isOfPeople(playerId))
        // The place that is stored is the one among people.
        const rankOf = (shown: number) => 1 + people.filter(({ rank }) => rank < shown).length
        const standings = people.map((each) => ({ ...each, rank: rankOf(each.rank) }))
        sawEnd(game, phase.gameId, standings)
      }
      if (canvases === canvasesBefore) return
      canvases.forEach((canvas, index) => {
        if (canvas !== canvasesBefore[index]) sawCanvas(`${game}/${round}/${index}`, canvas)
      })
      canvasesBefore = canvases
    }

    return (state) => {
      if (state.connection.name !== 'connected') isCutOff = true
      see(state)
      if (state.room !== roomBefore) isCutOff = false
      roomBefore = state.room
    }
  }

  return {
    watcher,
    games,
    get faults() {
      return [...faults, ...cutOff.filter(isMissing).map((each) => each.fault)]
    },
    get missedEnds() {
      return cutOff.filter((each) => !isMissing(each)).length
    },
    get locks() {
      return locks.size
    },
    get votes() {
      return votes.size
    },
    get ghostRaces() {
      return ghostRaces.size
    },
  }
}
