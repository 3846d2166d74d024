/** Every tunable of the rules. The unit is in the name. */
export const settings = {
  /** Drawings live on a square of gridSize x gridSize logical units, y down, whatever the screen. */
  gridSize: 1024,

  /** What the extended timer multiplies a round by. */
  extendedTimes: 2,
  /** A round without a timer ends at last: a room must never wait for ever. */
  untimedRoundMs: 600_000,

  /** Before the first round of a game; before all others `betweenRoundsMs`. */
  countdownMs: 3_000,
  betweenRoundsMs: 1_200,
  judgingMs: 1_500,
  /** For one drawing of each player, and for all those of a rush or relay. */
  revealMs: 3_500,
  longRevealMs: 6_000,
  /** A race shows its results for such a share of the time that the round took, but no shorter than this. */
  revealShare: 0.75,
  shortRevealMs: 1_700,
  /** Results are shown so long at least: nobody reads them in less. */
  leastRevealMs: 1_000,
  /** After its lock a drawing may be finished; the score stays as locked. */
  penFinishMs: 1_000,
  /** Where a lock brings the next prompt, a stroke that begins sooner was still meant for the digit before: nobody reads so fast. */
  strayStrokeMs: 300,
  /** How long a seat without a connection is kept in the lobby and after the podium. */
  seatHoldMs: 60_000,

  /** A guess speaks for a digit when its probability reaches this. Chosen from the prefix curves in models/README.md. */
  lockThousandths: 900,
  /** How long it must go on doing so. */
  lockHoldMs: 200,
  /** [S19] And the way the pen went must be that of the digit at least so surely: chosen from the trials in models/README.md. */
  leastStrokeThousandths: 30,
  /** What is to be seen must be so large before it can lock. The smallest digit of 20,000 from tablets and phones is 124 units high. */
  leastExtent: 64,
  /** And have so much ink for its extent: dots far from each other are no drawing. Digits have 0.7 at least. */
  leastInkPerExtent: 0.5,
  /** What has at most so many times the ink of a line from corner to corner is a straight line, */
  straightInk: 1.05,
  /** which is a 1 only if it is at most so wide for its height: 27 degrees from upright. Straight 1s have 0.42 at most. */
  mostLean: 0.5,
  /** How long a pen must rest on another digit for it to count as a wrong lock. */
  wrongLockHoldMs: 700,
  /** At most this much of a player's measured lag is taken off the arrival time of their ink. */
  maxLagCreditMs: 100,

  /** A good time from prompt to lock: median of reaction and drawing, per digit 0-9. */
  parMs: [1000, 700, 1000, 1050, 1100, 1100, 950, 850, 1200, 1100],
  /** [S15] On top of it for a sum, by level: median of thinking. */
  sumParMs: { easy: 900, medium: 1_500, hard: 1_900 },
  maxPoints: 1_000,
  /** What a drawing that never locked can earn at most. */
  maxConsolationPoints: 100,

  /** The pen sends at most one batch in this time, and the server tells a room about new ink as often. */
  inkBatchMs: 33,
  /** A relay pen passes on when it has drawn this much, even without a lift. */
  relayInkBudget: 1_400,
  /** [R23] And when its holder has drawn nothing for so long. */
  penIdleMs: 4_000,

  /** Who loses the connection this shortly before a round begins has a canvas in it. */
  canvasHoldMs: 10_000,
  /** After a restart a room waits so long for those who were present. */
  restoreWaitMs: 15_000,

  /** How long an absent host keeps the room before it is handed over. */
  hostHoldMs: 10_000,

  /** Where people vote, each votes on so many drawings of others at most, */
  drawingsPerBallot: 5,
  /** with one of so many drawings among them whose digit is known. */
  goldDrawings: 2,
  /** There is so much time to vote, and so much more for each drawing. */
  votingMs: 4_000,
  msPerVote: 4_000,

  /** A public room begins by itself this long after it has this many players, or after the last podium. */
  publicMinPlayers: 2,
  publicStartMs: 10_000,
  publicRematchMs: 15_000,
  /** Who is alone in a public room for so long races ghosts. */
  ghostsAfterMs: 3_000,
  /** Public rooms whose players are so much stronger or weaker are a step farther away, in the unit of ratings. */
  ratingStep: 4,
  /** The rating of who has none yet. */
  usualRating: 25,
  /** Ghosts draw in steps of so long. */
  ghostStepMs: 66,

  /** No two strangers alone decide whom a public room sends away. */
  minVotesToKick: 2,
  /** So many of one address, alone in a room with somebody of another, are no couple that came to bully. */
  minSchoolToKick: 3,

  /** With the streak bonus, each lock in a row after the first adds this share of its points, up to so many times. */
  streakShare: 0.1,
  maxStreakSteps: 5,

  maxRounds: 10,
  /** A class. */
  maxPlayers: 40,
  maxSpectators: 50,
  maxTvs: 4,
  maxTeamPlayers: 4,
  maxPointsPerDrawing: 4_000,
  maxOpsPerDrawing: 2_000,
  maxPointsPerBatch: 400,
  maxOpsPerBatch: 60,
  /** Room for a batch of maxPointsPerBatch points in the codec's worst case. */
  maxBatchChars: 8_000,
  maxMessageBytes: 16_384,
  maxDrawingsPerCanvas: 200,

  /** Share of drawings kept as a uniform control, in thousandths. */
  controlShareThousandths: 30,
  /** A final guess whose two best answers are closer than this is a hard sample. */
  lowMarginThousandths: 200,
  /** A drawing whose answer changed late is a hard sample if the prompt lacked this much in the end. */
  leastFlippedDifficulty: 100,
} as const
