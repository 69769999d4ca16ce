import { mkdtempSync, rmSync } from 'node:fs'
import { arch, cpus, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Bundles, type Contestant, contestants } from './bench/contestants.ts'
import { duration, peakMemory, type Spread, spreadOf } from './bench/measure.ts'
import { type Office, openOffice } from './bench/office.ts'
import { bytesOfDist, bytesOfTarball } from './bench/sizes.ts'
import { build } from './build.ts'
import { layStock } from './stock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A line of the table. Times are ratios to bare Node's median, memory is in MiB. */
type Row = { name: string; ratio: Spread; mebibytes: number | undefined; requests: number }

/** Prints the figures of docs/performance.md, from fresh runs on this machine. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } })
  const rounds = Number(values.rounds)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const bundles = await buildAll(folder)
    const sizes = Object.entries(bundles).map(async ([name, path]) => {
      return `${name} ${kilobytes(await bytesOfDist(dirname(path)))}`
    })
    const cores = cpus()
    console.log(
      `${platform()} ${arch()}, ${cores.length} × ${cores[0]?.model.trim()}, Node ${process.version},`,
    )
    console.log(`${new Date().toISOString().slice(0, 10)}; ${rounds} runs of each, in turn.\n`)
    console.log(`JavaScript: ${(await Promise.all(sizes)).join(', ')}.`)
    console.log(`What a runner downloads: ${kilobytes(bytesOfTarball(root))}.\n`)
    await using office = await openOffice()
    print(await measure(office, contestants(office, bundles), rounds))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The committed bundle, and those that it is compared with. */
async function buildAll(folder: string): Promise<Bundles> {
  using stock = layStock(root)
  await build(stock.folder, join(folder, 'with-undici'))
  await build(stock.folder, join(folder, 'twin'), 'scripts/bench/twin.ts')
  return {
    action: join(root, 'dist/index.js'),
    withUndici: join(folder, 'with-undici/index.js'),
    twin: join(folder, 'twin/index.js'),
  }
}

/** Runs all in turn, so that whatever else the machine does strikes all alike. The first round warms up. */
async function measure(office: Office, all: readonly Contestant[], rounds: number): Promise<Row[]> {
  const times = all.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
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
