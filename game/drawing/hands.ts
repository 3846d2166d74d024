/**
 * [D6] Whose hand drew what on a shared canvas: from which op on it was whose, as an index into the players of the canvas, in the order
 * of ops. Before the first of them, and in drawings of 0.7.0 and before, nobody knows.
 */
export type Hands = readonly { readonly from: number; readonly player: number }[]

/** @param from index of the first op that is drawn by this player */
export function addHand(hands: Hands, from: number, player: number): Hands {
  return hands.at(-1)?.player === player ? hands : [...hands, { from, player }]
}

/** @returns index of the player; undefined where nobody knows */
export function handOf(hands: Hands | undefined, op: number): number | undefined {
  return hands?.findLast(({ from }) => from <= op)?.player
}
