'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { exportFormats } from '#models/samples-format/formats'
import { Button } from '../../kit/button'
import { ExportState } from './export-state'
import { useExport } from './use-export'

type ExportFormProps = {
  /** What is exported, as parameters of the address. */
  params: Readonly<Record<string, string>>
  children?: ReactNode
}

/** A format and a download, which says how far it is and can be ended. Without scripts it is a plain form. */
export function ExportForm({ params, children }: ExportFormProps) {
  const t = useTranslations('admin.export')
  const runField = useRef<HTMLInputElement>(null)
  const { progress, isRunning, start, cancel } = useExport()
  return (
    <div className="grid grid-cols-1 gap-3">
      <form
        action="/api/admin/export"
        className="flex flex-wrap items-end gap-4"
        onSubmit={() => {
          if (runField.current) runField.current.value = start()
        }}
      >
        {Object.entries(params).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="run" ref={runField} />
        <label className="grid min-w-48 grid-cols-1 gap-1 text-base">
          {t('format')}
          <select
            name="format"
            className="min-h-11 w-full min-w-0 rounded-xl border-2 border-edge bg-card px-3 text-ink"
          >
            {exportFormats.map((format) => (
              <option key={format} value={format}>
                {t(`formats.${format}`)}
              </option>
            ))}
          </select>
        </label>
        {children}
        <Button type="submit" disabled={isRunning}>
          <Download aria-hidden="true" />
          {t('download')}
        </Button>
      </form>
      {progress && <ExportState progress={progress} onCancel={cancel} />}
    </div>
  )
}
