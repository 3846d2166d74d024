import { fetchWithTimeout } from '../../kit/net/http-client'

const answerWithinMs = 2_000
const lookAgainMs = 3_000

/**
 * Polls whether the server answers an ordinary request, beginning so early that the first answer is there when it is needed.
 * @param toldAt when to tell for the first time, by `performance.now()`, ms
 * @returns ends it; nothing is told from then on
 */
export function watchServer(toldAt: number, tell: (doesAnswer: boolean) => void): () => void {
  let isHere = true
  let timer = setTimeout(look, Math.max(0, toldAt - answerWithinMs - performance.now()))

  async function look(): Promise<void> {
    const doesAnswer = await doesServerAnswer()
    if (!isHere) return
    const tellAndGoOn = () => {
      tell(doesAnswer)
      timer = setTimeout(look, lookAgainMs)
    }
    timer = setTimeout(tellAndGoOn, Math.max(0, toldAt - performance.now()))
  }

  return () => {
    isHere = false
    clearTimeout(timer)
  }
}

async function doesServerAnswer(): Promise<boolean> {
  try {
    const response = await fetchWithTimeout(answerWithinMs, '/healthz', { cache: 'no-store' })
    // A hotel's login page answers too, with words of its own.
    return response.ok && (await response.text()) === 'ok'
  } catch {
    return false
  }
}
