import { drawIcon } from './_web/ink/logo/app-icon'

export const size = { width: 180, height: 180 }
export const contentType = 'image/png'

export default function AppleIcon() {
  return drawIcon(size.width)
}
