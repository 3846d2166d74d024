'use client'

export { ErrorNotice as default } from './_web/home/notices/error-notice'
