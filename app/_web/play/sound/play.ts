import { closeAudio, isTouched, openAudio, vibrate } from '../../kit/browser/sound'
import { isMuted } from './mute'
import { haptics, type Sound, sounds, type Tone } from './sounds'

/** A sound that follows sooner finds the device awake. */
const restAfterMs = 1_000
let rest: ReturnType<typeof setTimeout> | undefined

/** Plays a sound, if the player wants any and the browser lets us: before the first touch of the page it does not. */
export function play(name: Sound): void {
  if (isMuted()) return
  const pattern = haptics[name]
  if (pattern && isTouched()) vibrate(pattern)
  const audio = openAudio()
  // Tones given to a suspended context are all heard at once when it resumes.
  if (!audio || (audio.state !== 'running' && !isTouched())) return
  for (const tone of sounds[name]) sing(audio, tone, audio.currentTime)
  clearTimeout(rest)
  rest = setTimeout(closeAudio, lengthOf(name) + restAfterMs)
}

function lengthOf(name: Sound): number {
  return Math.max(...sounds[name].map(({ atMs, ms }) => atMs + ms))
}

function sing(audio: BaseAudioContext, { hz, toHz, atMs, ms, wave, gain }: Tone, now: number): void {
  const begin = now + atMs / 1000
  const end = begin + ms / 1000
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(gain, begin + 0.008)
  volume.gain.exponentialRampToValueAtTime(0.001, end)
  const voice = new OscillatorNode(audio, { type: wave, frequency: hz })
  if (toHz) voice.frequency.exponentialRampToValueAtTime(toHz, end)
  voice.connect(volume).connect(audio.destination)
  voice.start(begin)
  voice.stop(end)
}
