import { rememberTransport } from './transports'

// As on a page whose network has let no WebSocket through, and polling: all that holds by WebSocket holds here.
rememberTransport('polling')
await import('./room-client.test')
