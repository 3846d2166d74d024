import { useEffect, useState } from 'react'
import { useToast } from './toast'

const shownMs = 2_500

/**
 * Tells what became of copying a text, in a toast.
 * @returns whether it was copied a moment ago, and the function that tells it, with the sentence for that outcome
 */
export function useCopied(): readonly [boolean, (isDone: boolean, sentence: string) => void] {
  const show = useToast()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  return [
    isCopied,
    (isDone, sentence) => {
      setCopied(isDone)
      show(sentence, isDone ? 'good' : 'note')
    },
  ]
}
