export { default } from '../../replay/[gameId]/not-found'
