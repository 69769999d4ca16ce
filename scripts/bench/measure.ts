import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Command } from '../../sandbox/bundle.ts'

/** Milliseconds from the start of a program to its end; its output is read and dropped, as a runner would read it. */
export async function duration(command: Command): Promise<number> {
  const start = performance.now()
  await execute(command)
  return performance.now() - start
}

/**
 * Runs a program and tells the most memory that it had resident, in MiB; undefined for one that is not Node.
 *
 * @param home a folder for the figure, which the program writes at its end
 */
export async function peakMemory(command: Command, home: string): Promise<number | undefined> {
  const file = `${home}/peak`
  const hook = new URL('./tell-peak.cjs', import.meta.url).pathname
  const isNode = command.file === process.execPath
  const args = isNode ? ['--require', hook, ...command.args] : command.args
  await execute({ ...command, args, env: { ...command.env, PEAK_FILE: file } })
  return isNode ? Number(await readFile(file, 'utf8')) / 1024 : undefined
}

function execute({ file, args, env, cwd }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      // What failed did something else than what is measured.
      if (code === 0) resolve()
      else reject(new Error(`${file} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(output)}`))
    })
  })
}

/** The middle of some figures, and the quartiles. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number }

/** Median and quartiles, by linear interpolation. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (part: number) => {
    const place = part * (sorted.length - 1)
    const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (above - below) * (place % 1)
  }
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}
