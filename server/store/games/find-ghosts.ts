import { randomInt, randomUUID } from 'node:crypto'
import { presentEdition } from '#game/drawing/editions'
import { dayFrom, dayOf, lastRevealedDay } from '#game/prompts/daily'
import type { GhostKind, PlayerId } from '#game/protocol/scalars'
import type { DrawingRecord, RecordedPlayer } from '#game/records/record'
import { type Ghost, ghostName } from '#game/room/ghosts'
import { settings } from '#game/settings'
import { nameForStrangers } from '#server/auth/names'
import type { FoundGhosts, GhostSearch } from '#server/rooms/ports'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { defaultRating } from '#server/store/ratings/rate-game'
import { Prisma as Sql } from '../generated/client'
import { findReplay, type ReplayDrawing } from './find-replay'

/** One result that may be raced against. */
type Candidate = { gameId: string; playerId: PlayerId; name: string; mu: number | null; isKnown: boolean }

/** The newest results that are looked at: among more the best match would not be noticeably better. */
const mostCandidates = 300
/** As many as there is place for beside the own lane on a phone. */
const mostGhosts = 3

/**
 * [R25] [R26] A stored game to race against: of others who agree to it, the nearest by rating, or else an earlier one of who asks;
 * their own best on a board; or the best try of yesterday whose player agrees. Only games that the present network judged by the
 * present rules, whose drawings are all kept.
 * @returns null where there is none
 */
export async function findGhosts(prisma: Prisma, search: GhostSearch): Promise<FoundGhosts | null> {
  const candidates = await findCandidates(prisma, search)
  const chosen =
    search.kind === 'others' ? await chooseNearest(prisma, candidates, search) : candidates.slice(0, 1)
  return chosen[0] ? readGhosts(prisma, search, chosen[0].gameId, chosen) : null
}

/** Of which of some searches there is such a game: any will do, so the best is not looked for. */
export async function findGhostKinds(prisma: Prisma, searches: readonly GhostSearch[]): Promise<GhostKind[]> {
  if (searches.length === 0) return []
  const found = await prisma.$queryRaw<{ kind: GhostKind }[]>`${Sql.join(
    searches.map(
      (search) => Sql.sql`select ${search.kind}::text as kind where exists (select ${candidates(search)})`,
    ),
    ' union all ',
  )}`
  return searches.flatMap(({ kind }) => (found.some((each) => each.kind === kind) ? [kind] : []))
}

function findCandidates(prisma: Prisma, search: GhostSearch): Promise<Candidate[]> {
  return prisma.$queryRaw<Candidate[]>`
    select game.id as "gameId", player.id as "playerId", player.name,
      (select rating.mu from "Rating" rating where rating."playerId" = player.id),
      exists (select from "Result" own where own."gameId" = game.id and own."playerId" = ${search.playerId}::uuid)
        as "isKnown"
    ${candidates(search)}
    order by ${orderOf(search)} limit ${mostCandidates}`
}

function candidates(search: GhostSearch): Sql.Sql {
  return Sql.sql`
    from "Game" game
      join "Result" result on result."gameId" = game.id
      join "Player" player on player.id = result."playerId"
    where game."finishedAt" is not null and ${isWanted(search)} and ${isPlayable(search)}`
}

function isWanted({ kind, playerId, settings, at }: GhostSearch): Sql.Sql {
  const isOwn = Sql.sql`player.id = ${playerId}::uuid`
  const mayRace = Sql.sql`(${isOwn} or ${lends})`
  if (kind === 'others') {
    const { isPublic: _, isLocked: __, ...alike } = settings
    return Sql.sql`game.day is null and game.mode in ('race', 'rush') and ${mayRace}
      and game.settings - 'isPublic' - 'isLocked' <@ ${JSON.stringify(alike)}::jsonb`
  }
  if (kind !== 'daily') return Sql.sql`game.board = ${kind} and result."isOnBoard" and ${isOwn}`
  const yesterday = dayFrom(dayOf(at.getTime()), -1)
  // [R14] Its digits are known to nobody before that.
  const isRevealed = yesterday <= lastRevealedDay(at.getTime())
  return Sql.sql`${isRevealed} and game.day = ${yesterday}::date and result."isOnBoard" and ${mayRace}
    and exists (
      select from "DailyTry" try
      where try.day = ${yesterday}::date and try."gameId" = game.id and try."playerId" = player.id)`
}

/** As for training, a yes is for games that begin after it. */
const lends = Sql.sql`(player."lendsGhosts" and player."ghostsAnsweredAt" <= game."startedAt" and not player."isBanned")`

function isPlayable({ judge }: GhostSearch): Sql.Sql {
  return Sql.sql`${isCounted(Sql.sql`game.id`, Sql.sql`player.id`)}
    and result.rounds = (select count(*) from "Round" round where round."gameId" = game.id)
    and not exists (
      select from "Round" round where round."gameId" = game.id and not (round."hasDrawings"
        and round."judgeVersion" = ${judge.version} and round.edition = ${presentEdition}))
    and not exists (
      select from "Round" round join "Drawing" drawing on drawing."roundId" = round.id and drawing."isSuspect"
        join "Drawer" drawer on drawer."drawingId" = drawing.id and drawer."playerId" = player.id
      where round."gameId" = game.id)`
}

function orderOf({ kind }: GhostSearch): Sql.Sql {
  const newestFirst = Sql.sql`game."finishedAt" desc`
  if (kind === 'others') return newestFirst
  return Sql.sql`result.score::float8 / greatest(1, result.rounds) desc, ${newestFirst}`
}

/** All who may be raced in one game: one in which who asks has not drawn, if there is any, of about their strength. */
async function chooseNearest(
  prisma: Prisma,
  candidates: readonly Candidate[],
  { playerId }: GhostSearch,
): Promise<Candidate[]> {
  const own = await prisma.rating.findUnique({ where: { playerId }, select: { mu: true } })
  const distanceOf = ({ mu }: Candidate) => Math.abs((mu ?? defaultRating.mu) - (own?.mu ?? defaultRating.mu))
  const nearest = [...candidates].sort(
    (one, other) => Number(one.isKnown) - Number(other.isKnown) || distanceOf(one) - distanceOf(other),
  )
  const [first] = nearest
  if (!first) return []
  // By chance, so that it is not the same game each time.
  const best = nearest.filter(
    (each) => each.isKnown === first.isKnown && distanceOf(each) <= distanceOf(first) + settings.ratingStep,
  )
  const picked = best[randomInt(best.length)]
  return nearest.filter(({ gameId }) => gameId === picked?.gameId).slice(0, mostGhosts)
}

async function readGhosts(
  prisma: Prisma,
  { kind }: GhostSearch,
  gameId: string,
  chosen: readonly Candidate[],
): Promise<FoundGhosts | null> {
  const [replay, day] = await Promise.all([
    findReplay(prisma, gameId),
    prisma.game.findUnique({ where: { id: gameId }, select: { day: true } }),
  ])
  if (!replay) return null
  const secret = day?.day
    ? (await prisma.daySecret.findUnique({ where: { day: day.day }, select: { secret: true } }))?.secret
    : undefined
  const racers = chosen.map(({ playerId, name }): Ghost => {
    const known = nameForStrangers(playerId, name)
    const drawn = replay.rounds.flatMap(({ drawings }) => drawings)
    const colour = drawn.flatMap(({ players }) => players).find(({ id }) => id === playerId)?.colour ?? 0
    const player = { id: randomUUID(), name: known, label: ghostName(known), colour }
    return {
      player,
      rounds: replay.rounds.map(({ drawings }) =>
        drawings.filter(({ players }) => players.some(({ id }) => id === playerId)).map(recordFor(player)),
      ),
    }
  })
  return {
    seed: replay.seed,
    settings: { ...replay.settings, isPublic: false, isLocked: false },
    race: { kind, source: gameId, ...(secret !== undefined && { secret }), racers },
  }
}

/** Of guesses that were pruned nothing is shown. */
function recordFor(player: RecordedPlayer): (drawing: ReplayDrawing) => DrawingRecord {
  return ({ id: _, players: __, guesses, ...record }) => ({
    ...record,
    players: [player],
    guesses: guesses.flatMap(({ thousandths, ...guess }) => (thousandths ? [{ ...guess, thousandths }] : [])),
  })
}
