import { rmSync } from 'node:fs'
import { dataFolder } from './server'

rmSync(dataFolder, { recursive: true, force: true })
