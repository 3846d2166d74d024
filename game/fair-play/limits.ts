import { settings } from '#game/settings'

/**
 * [F2] [F3] What no hand does. Taken from 1,109 digits that fingers drew on a phone at 60 Hz and 4,787 from tablets, as
 * `npm run limits` shows; beside each stands the nearest that anybody came.
 */
export const fairPlayLimits = {
  /** From the prompt to the first ink: nobody reads in less [R9]. To know which of ten digits it is takes people 350 ms and more. */
  leastReactionMs: settings.strayStrokeMs,
  /** A finger that lies still for so long before it moves has not begun to write. */
  restMs: 150,
  /** From the prompt to the ink that locks: nobody reacts at all in 150 ms, and one 1 in 200 takes less than 47 ms to write. */
  leastLockMs: 200,
  /** The same, a 1 left aside, time and again. Of two digits by one finger the slower took 150 ms, and 350 ms to be known. */
  quickLockMs: 450,
  /** Locks of a game, as a share of par on the mean of their quicker half: 0.546, begun 350 ms after the prompts, in 100 games of ten. */
  leastPace: 0.5,
  /** In fewer locks than so many luck has a part. */
  leastPaced: 10,
  /**
   * Times from the prompts of a game to the first ink: their deviation as a share of their mean. That of people's choices is about a fifth
   * (Wagenmakers and Brown, Psychological Review 114, 2007), by which ten of one person have less once in 70,000 games.
   */
  leastReactionVariation: 0.04,
  /** From the first to the last point of the ink that locks, a 1 left aside: 84 ms. */
  leastWritingMs: 50,
  /** Points of a whole drawing, a 1 left aside: 13 at 60 Hz, half of them on a slow phone. */
  leastPoints: 7,
  /** How long ink may gather before it arrives, and a round trip on top; the pen sends three times as often. */
  mostGatheringMs: 100,
  /** What arrives over so much more time than twice what its points tell has no times of its own. */
  mostDelayMs: 200,

  /** Speed is measured over stretches of this time, so that neither timers nor pixels show in it, */
  stretchMs: 80,
  /** in drawings with so many of them: */
  leastStretches: 4,
  /** deviation of the speed as a share of its mean. One in 200 drawings has less, never two of one person among three. */
  leastSpeedVariation: 0.06,

  /** Drawings that are nearer to each other than this, as a share of their extent, are copies. Of 48,000 pairs by one hand the nearest has 0.012. */
  copyDistance: 0.009,
  /**
   * The same where one is turned, leant or stretched to lie on the other, in deviations of its ink. Of 880,000 pairs by one hand or by two the
   * nearest has 0.0137; of 950,000 with every second or third point only, 0.0127: one sharp 7 is much like another.
   */
  affineCopyDistance: 0.009,
  /** What has less ink for its box than this is so simple that two people draw it alike. */
  simpleInk: 1.2,

  /** One drawing may be a freak of a network or a clock: what is only strange has to be so in so many drawings, */
  leastStrange: 2,
  /** and in this share of those that locked. */
  strangeShare: 0.5,
} as const
