/** What rooms tell of how quickly they answer; whoever listens may count it. */
export type Meter = {
  /** Ink has gone out to everybody in its room. @param ms since it arrived */
  inkSent(ms: number): void
  /** The judge's answer has come back to its room. @param ms since the newest ink it saw arrived */
  guessMade(ms: number): void
}
