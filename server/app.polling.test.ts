import { connectBy } from '#server/testing/game-server'

// All that holds for players by WebSocket holds for those whose network blocks it.
connectBy('polling')
await import('./app.test')
