import { harmonicaKey, startHarmonica } from '../test/support/harmonica.ts'

/**
 * Keeps a stand-in of Harmonica on loopback until it is stopped, and prints how it is reached as lines of `name=value`,
 * which is what GITHUB_OUTPUT takes. Nothing has to be installed for it.
 */
async function standIn(): Promise<void> {
  const { apiUrl } = await startHarmonica()
  console.log(`api-url=${apiUrl}\napi-key=${harmonicaKey}`)
}

await standIn()
