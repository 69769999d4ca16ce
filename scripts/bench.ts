import { mkdtempSync, rmSync } from 'node:fs'
import { arch, cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Contestant, contestants } from './bench/contestants.ts'
import { duration, peakMemory, type Spread, spreadOf } from './bench/measure.ts'
import { type Office, openOffice } from './bench/office.ts'
import { bytesOfDist, bytesOfTarball } from './bench/sizes.ts'
import { build } from './build.ts'
import { layStock } from './stock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A line of the table. Times are ratios to bare Node's median, memory is in MiB. */
type Row = { name: string; ratio: Spread; mebibytes: number | undefined; requests: number }

/** Prints the tables of docs/performance.md, from fresh runs on this machine. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { pairs: { type: 'string', default: '15' } } })
  const pairs = Number(values.pairs)
  const folder = mkdtempSync(join(tmpdir(), 'bench-twin-'))
  try {
    const twin = await buildTwin(folder)
    const [dist, stock] = [await bytesOfDist(join(root, 'dist')), await bytesOfDist(folder)]
    console.log(
      `${platform()} ${arch()}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, `,
    )
    console.log(`${new Date().toISOString().slice(0, 10)}, ${pairs} runs of each in turn.\n`)
    console.log(`dist: ${kilobytes(dist)} of JavaScript (stock twin: ${kilobytes(stock)}). `)
    console.log(`What a run downloads: ${kilobytes(bytesOfTarball(root))}.\n`)
    await using office = await openOffice()
    print(await measure(office, contestants(office, join(root, 'dist/index.js'), twin), pairs))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same step on the stock stack, with the undici that `overrides` keeps out of ours. */
async function buildTwin(out: string): Promise<string> {
  using stock = layStock(root)
  await build(stock.folder, out, 'scripts/bench/twin.ts')
  return join(out, 'index.js')
}

/** Runs all in turn, so that whatever else the machine does strikes all alike. The first round warms up. */
async function measure(office: Office, all: readonly Contestant[], pairs: number): Promise<Row[]> {
  const times = all.map((): number[] => [])
  for (let round = 0; round <= pairs; round += 1) {
    for (const [at, { command }] of all.entries()) {
      const time = await duration(command())
      if (round > 0) times[at]?.push(time)
    }
  }
  const bare = spreadOf(times[0] ?? []).median
  const rows: Row[] = []
  for (const [at, { name, command }] of all.entries()) {
    const ratio = spreadOf((times[at] ?? []).map((time) => time / bare))
    const before = countRequests(office)
    const mebibytes = await peakMemory(command(), office.home)
    rows.push({ name, ratio, mebibytes, requests: countRequests(office) - before })
  }
  return rows
}

const countRequests = ({ harmonica, github }: Office): number =>
  harmonica.requests.length + github.requests.length

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('en')} KB`

function print(rows: readonly Row[]): void {
  console.log('| what | × bare Node | quartiles | peak MiB | requests |\n| --- | --- | --- | --- | --- |')
  for (const { name, ratio, mebibytes, requests } of rows) {
    const { median, low, high } = ratio
    const cells = [
      name,
      median.toFixed(2),
      `${low.toFixed(2)} to ${high.toFixed(2)}`,
      mebibytes?.toFixed(1) ?? '',
      requests,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

await bench()
