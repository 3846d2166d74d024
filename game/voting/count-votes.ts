import type { Vote } from '#game/scoring/fool'
import { goldCheckOf, type Voting } from './ballots'

/** [S17] The votes on the drawing of a canvas, each with whether its voter read their gold drawing correctly. */
export function votesOn(voting: Voting, canvas: number): Vote[] {
  return voting.ballots.flatMap((ballot) => {
    const check = goldCheckOf(voting, ballot)
    const isTrusted = check !== null && check.label === check.digit
    return ballot.entries.flatMap(({ paper, label }) => {
      const asked = voting.papers[paper]
      const isAbout = asked !== undefined && 'canvas' in asked && asked.canvas === canvas
      return isAbout && label !== null ? [{ voter: ballot.voter, label, isTrusted }] : []
    })
  })
}
