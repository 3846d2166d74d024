import { drawIcon } from './_web/ink/logo/app-icon'

const sizes = [48, 192, 512]

export function generateImageMetadata() {
  return sizes.map((width) => ({ id: width, size: { width, height: width }, contentType: 'image/png' }))
}

export default async function Icon({ id }: { id: Promise<string | number> }) {
  return drawIcon(Number(await id))
}
