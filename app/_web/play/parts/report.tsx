'use client'

import { Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { type ReportReason, reportReason } from '#game/protocol/scalars'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import { useToast } from '../../kit/toast'
import { useRequest } from './use-request'

type Reported = { readonly id: string; readonly name: string }

const ReportContext = createContext<(player: Reported) => void>(() => {})

/** Asks what is wrong with a player; outlives the screen it was asked on. */
export function ReportDesk({ children }: { children: ReactNode }) {
  const t = useTranslations('room.report')
  const request = useRequest()
  const show = useToast()
  const [reported, setReported] = useState<Reported | null>(null)

  async function report(reason: ReportReason) {
    if (!reported) return
    setReported(null)
    const answer = await request('player:report', { playerId: reported.id, reason })
    if (answer.ok) show(t('done'), 'good')
  }

  return (
    <ReportContext value={setReported}>
      {children}
      <Dialog
        title={t('title', { name: reported?.name ?? '' })}
        description={t('text')}
        isOpen={reported !== null}
        onOpenChange={() => setReported(null)}
      >
        <div className="grid gap-2">
          {reportReason.options.map((reason) => (
            <Button key={reason} onClick={() => void report(reason)}>
              {t(`reasons.${reason}`)}
            </Button>
          ))}
        </div>
      </Dialog>
    </ReportContext>
  )
}

/** @returns opens the question about somebody */
export function useReport(): (player: Reported) => void {
  return useContext(ReportContext)
}

export function ReportButton({ player, className }: { player: Reported; className?: string }) {
  const t = useTranslations('room.report')
  const open = useReport()
  return (
    <IconButton label={t('open', { name: player.name })} className={className} onClick={() => open(player)}>
      <Flag className="text-muted" />
    </IconButton>
  )
}
