import { createHarmonica, HARMONICA_KEY } from '../sandbox/stand-ins/harmonica.ts'
import { serve } from '../sandbox/stand-ins/serve.ts'

/**
 * Keeps a stand-in of Harmonica on loopback until it is stopped, and prints how it is reached as lines of `name=value`,
 * which is what GITHUB_OUTPUT takes. Nothing has to be installed for it.
 */
async function standIn(): Promise<void> {
  const harmonica = createHarmonica()
  const { origin } = await serve(harmonica)
  harmonica.options.site = origin
  console.log(`api-url=${origin}/api/v1\napi-key=${HARMONICA_KEY}`)
}

await standIn()
