import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { ModeName, PlayerId, RoomSettings } from '#game/protocol/scalars'
import { nobody } from '#game/protocol/scalars'
import type { PhaseView, RoomView } from '#game/protocol/server-messages'
import { type Ghost, type GhostRace, ghostName } from '#game/room/ghosts'
import { viewRoom } from '#game/room/view'
import { settings } from '#game/settings'
import { Story } from '#game/testing/stories'
import { handwrite } from '../handwriting'

export type ShownPhase = PhaseView['name']

/** What a screen shows: a room in a phase, with so many players. */
export type Scene = {
  readonly phase: ShownPhase
  readonly players: number
  readonly mode: ModeName
  readonly isTimed: boolean
  readonly names: 'short' | 'wide'
  readonly twist: keyof typeof twists
  /** Whose screen it is: the first player's, who is host; one's in the middle; a spectator's; a TV's. */
  readonly viewer: 'host' | 'guest' | 'spectator' | 'tv'
}

/** What makes a game other than a plain one. */
const twists = {
  none: {},
  sums: { sums: 'hard' },
  mirror: { modifier: 'mirror' },
  both: { sums: 'medium', modifier: 'other-hand' },
  ghosts: {},
} satisfies Record<string, Partial<RoomSettings>>

/** So many are raced. */
const ghostCount = 3

/** The last round of this many is shown, so that there are scores. */
const roundsShown = 2

function idOf(place: number): PlayerId {
  return `00000000-0000-4000-8000-${(place + 0x100).toString(16).padStart(12, '0')}`
}

/** Names of one letter, or of the 20 widest with the number at the end. */
function nameOf(place: number, names: Scene['names']): string {
  const letter = String.fromCodePoint((place < 26 ? 0x41 : 0x61 - 26) + place)
  return names === 'short' ? letter : String(place + 1).padStart(20, 'W')
}

/** Whom the server knows a viewer as. */
export const viewerIds: Record<Scene['viewer'], PlayerId> = {
  host: idOf(0),
  guest: idOf(99),
  spectator: idOf(100),
  tv: nobody,
}

/** The room as its viewer sees it, played by the rules, drawn by hands, judged as told here. */
export function viewOf(scene: Scene): RoomView {
  const { room, now } = tell(scene, roundsShown)
  return viewRoom(room, 0, now, viewerIds[scene.viewer])
}

/** What is kept of a whole game: its rounds, and how it ended. */
export function recordsOf(scene: Omit<Scene, 'phase' | 'viewer' | 'twist'>, rounds: number) {
  const story = tell({ ...scene, phase: 'finished', viewer: 'host', twist: 'none' }, rounds)
  return {
    rounds: story.saw('round:finished').map(({ record }) => record),
    games: story.saw('game:finished').map(({ record }) => record),
  }
}

/** [R25] Others have played a game like this one, which is raced. */
function ghostsOf(scene: Scene, rounds: number): GhostRace {
  const played = recordsOf({ ...scene, players: 1 + ghostCount }, rounds).rounds
  const racers = Array.from({ length: ghostCount }, (_, place): Ghost => {
    const name = nameOf(place, scene.names)
    return {
      player: { id: idOf(200 + place), name, label: ghostName(name), colour: place },
      rounds: played.map(({ drawings }) => drawings.filter(({ canvas }) => canvas === 1 + place)),
    }
  })
  return { kind: 'others', source: idOf(300), racers }
}

function tell(scene: Scene, rounds: number): Story {
  const { phase, players, mode, isTimed, viewer } = scene
  const roundSeconds = hasRounds(mode) ? 10 : 30
  const story = new Story({ mode, rounds, roundSeconds, ...twists[scene.twist] })
  // The guest sits in the middle.
  const middle = Math.floor(players / 2)
  const ids = Array.from({ length: players }, (_, place) => idOf(place === middle && place > 0 ? 99 : place))
  for (const [place, playerId] of ids.entries()) {
    const name = nameOf(place, scene.names)
    story.does({ type: 'player:join', playerId, name, colour: place % 12, isSpectator: false })
  }
  if (viewer === 'spectator') story.joins(viewerIds.spectator, true)
  const [host = ''] = ids
  if (!isTimed) {
    const untimed = { ...story.room.settings, timer: 'none' } as const
    story.does({ type: 'settings:change', playerId: host, settings: untimed })
  }
  const ghosts = scene.twist === 'ghosts' ? ghostsOf(scene, rounds) : undefined
  if (phase !== 'lobby') {
    story.starts(host, undefined, ghosts)
    playUntil(story, ids, phase, hasRounds(mode) ? rounds : 1)
  }
  return story
}

function hasRounds(mode: ModeName): boolean {
  return mode === 'race' || mode === 'fool'
}

function playUntil(story: Story, ids: readonly PlayerId[], phase: ShownPhase, played: number): void {
  const [host = ''] = ids
  for (let round = 1; round <= played; round++) {
    story.reaches('countdown')
    if (phase === 'countdown' && round === played) return
    story.reaches('drawing')
    drawAll(story, ids, round)
    if (phase === 'drawing' && round === played) return
    // What nobody has judged yet keeps the last look open.
    if (phase === 'judging' && round === played) story.draws(host, inkOf(8, round))
    if (story.room.settings.timer === 'none') story.does({ type: 'round:end', playerId: host })
    if (phase === 'judging' && round === played) return void story.reaches('judging')
    if (story.room.settings.mode === 'fool') {
      story.reaches('voting')
      voteAll(story, ids, phase === 'voting' && round === played)
      if (phase === 'voting' && round === played) return
    }
    story.reaches('reveal')
    if (phase === 'reveal' && round === played) return
  }
  story.reaches('finished')
}

/** Everybody draws; most lock one after the other, each fifth is not recognised and each seventh has not begun. */
function drawAll(story: Story, ids: readonly PlayerId[], round: number): void {
  story.waits(700)
  const drawing = ids.filter((_, place) => place % 7 !== 6)
  for (const [place, id] of drawing.entries()) {
    story.draws(id, inkOf(story.promptOf(id), place + 100 * round))
    const thousandths = place % 5 === 4 ? 400 : 930 + (place % 7) * 10
    // Where that is what people try, every other one fools the judge.
    const isFooled = story.room.settings.mode === 'fool' && place % 2 === 0
    story.guessed(id, (story.promptOf(id) + (isFooled ? 1 : 0)) % 10, thousandths)
    story.waits(60)
  }
  story.waits(settings.lockHoldMs)
  if (hasRounds(story.room.settings.mode)) return
  // Each lock has brought the next digit, which some have begun.
  for (const [place, id] of drawing.entries()) {
    story.waits(settings.strayStrokeMs)
    if (place % 3 < 2) story.draws(id, inkOf(story.promptOf(id), place + 40).slice(0, -1))
  }
}

/** Most read what was drawn. @param isOpen whether one drawing of each is left */
function voteAll(story: Story, ids: readonly PlayerId[], isOpen: boolean): void {
  const { papers, ballots, canvases } = story.phase('voting')
  for (const [place, id] of ids.entries()) {
    const ballot = ballots.find(({ voter }) => canvases[voter]?.pen === id)
    for (const [entry, { paper }] of (ballot?.entries ?? []).entries()) {
      if (isOpen && entry > 0) continue
      const asked = papers[paper]
      const digit = asked && 'canvas' in asked ? canvases[asked.canvas]?.drawings[0]?.prompt : asked?.digit
      story.votes(id, entry, place % 6 === 5 ? 10 : (digit ?? 10))
    }
  }
}

/** A drawing that could be kept. */
export const exampleInk = encodeInk(inkOf(8, 1))

function inkOf(digit: number, seed: number): InkOp[] {
  return handwrite(digit, seed + 1).flatMap((stroke): InkOp[] => [
    {
      kind: 'draw',
      atMs: 0,
      points: stroke.map(({ x, y, t }) => ({
        x: Math.round(x * (settings.gridSize - 1)),
        y: Math.round(y * (settings.gridSize - 1)),
        t: Math.round(t),
      })),
    },
    { kind: 'lift', atMs: 0 },
  ])
}
