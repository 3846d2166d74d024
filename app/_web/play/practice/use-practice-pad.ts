'use client'

import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Judge } from '#models/judge'
import { cancelPaint, paintInNextFrame } from '../../ink/canvas/animation-frame'
import { createPractice, type Practice } from './practice-store'

/** A pad to practise on: its drawing, and what a DrawingPad needs of it. */
export function usePracticePad() {
  const [practice] = useState(createPractice)
  const [source] = useState(() => ({
    read: () => practice.store.getState().strokeState,
    subscribe: practice.store.subscribe,
  }))
  const drawing = useStore(practice.store, (state) => state.drawing)
  const isBlank = useStore(practice.store, (state) => state.strokeState.strokes.length === 0)
  const toRoundMs = useCallback((timeStamp: number) => Math.round(timeStamp), [])
  const act = (kind: 'undo' | 'clear') => practice.draw([{ kind, atMs: 0 }])
  return { practice, source, drawing, isBlank, toRoundMs, act }
}

/** Asks the judge again, at most once a frame, whenever the drawing changes. @param judge its state as long as it is not there */
export function useLiveGuesses(practice: Practice, judge: Judge | string): void {
  useEffect(() => {
    if (typeof judge === 'string') return
    const ask = () => practice.guess(judge)
    ask()
    const unsubscribe = practice.store.subscribe((state, before) => {
      if (state.strokeState !== before.strokeState) paintInNextFrame(ask)
    })
    return () => {
      unsubscribe()
      cancelPaint(ask)
    }
  }, [judge, practice])
}
