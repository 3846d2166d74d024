import { useEffect } from 'react'

/** Notes on the page whether its reader finds the way with Tab: only then is the focus of a heading shown (fit.css). */
export function useTabs(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') dataset.tabs = 'true'
    }
    const point = () => {
      delete dataset.tabs
    }
    document.addEventListener('keydown', press)
    document.addEventListener('pointerdown', point)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('pointerdown', point)
    }
  }, [])
}
