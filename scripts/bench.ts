import { arch, cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
import {
  type Command,
  DIST,
  issueWith,
  layMebibyte,
  type Office,
  openOffice,
  ROOT,
  stepCommand,
} from '../sandbox/bundle.ts'
import { createCertificates } from '../sandbox/stand-ins/certificates.ts'
import { HARMONICA_KEY } from '../sandbox/stand-ins/harmonica.ts'
import { sessionMarker } from '../src/invitations/marker.ts'
import { duration, peakMemory, type Spread, spreadOf } from './bench/measure.ts'
import { bytesOfDist, bytesOfTarball } from './bench/sizes.ts'

/** Of GitHub's sample payloads. */
const REPOSITORY_ID = '186853002'

/** Something to run. `command` is asked each time, since most runs are about an issue of their own. */
type Contestant = { readonly name: string; readonly command: () => Command }

/** A line of the table. Times are ratios to bare Node's median, memory is in MiB. */
type Row = { name: string; ratio: Spread; mebibytes: number | undefined; requests: number }

/** Prints what a run costs, from fresh runs of the committed bundle on this machine; docs/performance.md says how to read it. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } })
  const rounds = Number(values.rounds)
  const cores = cpus()
  console.log(
    `${platform()} ${arch()}, ${cores.length} × ${cores[0]?.model.trim()}, Node ${process.version},`,
  )
  console.log(`${new Date().toISOString().slice(0, 10)}; ${rounds} runs of each, in turn.\n`)
  console.log(`JavaScript in dist: ${kilobytes(await bytesOfDist(DIST))}.`)
  console.log(`What a runner downloads: ${kilobytes(bytesOfTarball(ROOT))}.\n`)
  await using certificates = await createCertificates('127.0.0.1')
  await using office = await openOffice(certificates)
  print(await measure(office, contestants(office), rounds))
}

/** The first is what all are compared with; the second is the same again, which tells how much is chance. */
function contestants(office: Office): Contestant[] {
  const env = { NODE_EXTRA_CA_CERTS: office.env.NODE_EXTRA_CA_CERTS }
  const node = () => ({ file: process.execPath, args: ['-e', ''], env, cwd: office.home })
  const step = (name: string, inputs = {}, issue = () => issueWith(0, office)): Contestant => ({
    name,
    command: () => stepCommand(office, { inputs, issue: issue() }),
  })
  const comment = { comment: 'true' }
  return [
    { name: "bare Node: `node -e ''`", command: node },
    { name: 'the same again, as a control', command: node },
    step('create'),
    step('create and comment', comment),
    // The first run comments a link there.
    step('reuse an earlier session', comment, () => 42),
    step('create and comment, 2,499 comments there', comment, () => issueWith(2499, office)),
    step('create with 1 MiB of context', { 'context-file': layMebibyte(office) }),
    step('create and comment, where the creation takes a second', comment, () => issueOfSlow(office)),
    {
      name: 'bring results back',
      command: () => stepCommand(office, { action: 'results/action.yml', issue: issueWithResults(office) }),
    },
  ]
}

/** The number of a new issue, after which the next creation takes a second, as that of a server which writes a prompt. */
function issueOfSlow(office: Office): number {
  office.harmonica.faults.push({ kind: 'slow', on: 'write', afterMs: 1000 })
  return issueWith(0, office)
}

/** Opens an issue on which a session is linked that has its results, as long as real ones and promised; tells its number. */
function issueWithResults({ harmonica, github }: Office): number {
  const thread = github.open({ number: 1000 + github.threads.length })
  const said =
    'Most say that **reviews wait too long**: "three days", as one put it, and *nobody* argues against it. '
  const theme = `## A theme\n\n${said.repeat(8)}\n\n- one\n- two\n\n> "Three days."\n\n---\n\n`
  const summary = `# Results\n\n${theme.repeat(10)}| What | How many |\n| --- | --- |\n| Reviews | 7 |\n`
  const session = { topic: 'Retro', goal: 'Agree', participant_count: 7, summary }
  const { id: sessionId } = harmonica.seed(session)
  const scope = { repository: REPOSITORY_ID, number: thread.number, sessionKey: 'retro', sharesResults: true }
  const joinUrl = `${harmonica.options.site}/chat?s=${sessionId}`
  const body = sessionMarker.sign({ ...scope, sessionId, joinUrl }, HARMONICA_KEY)
  github.comment(thread, { body })
  return thread.number
}

/** Runs all in turn, so that whatever else the machine does strikes all alike. The first round warms up. */
async function measure(office: Office, all: readonly Contestant[], rounds: number): Promise<Row[]> {
  const times = all.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    showProgress(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`)
    for (const [at, { command }] of all.entries()) {
      const time = await duration(command())
      if (round > 0) times[at]?.push(time)
    }
  }
  showProgress('Measuring memory')
  const bare = spreadOf(times[0] ?? []).median
  const rows: Row[] = []
  for (const [at, { name, command }] of all.entries()) {
    const ratio = spreadOf((times[at] ?? []).map((time) => time / bare))
    const before = countRequests(office)
    const mebibytes = await peakMemory(command(), office.home)
    rows.push({ name, ratio, mebibytes, requests: countRequests(office) - before })
  }
  showProgress('')
  return rows
}

/** Says what runs now, beside what is printed: on one line of a terminal, which is cleared at the end. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
  else if (text !== '') process.stderr.write(`${text}\n`)
}

const countRequests = ({ harmonica, github }: Office): number =>
  harmonica.requests.length + github.requests.length

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('en')} KB`

function print(rows: readonly Row[]): void {
  console.log('| what | × bare Node | quartiles | peak MiB | requests |\n| --- | --- | --- | --- | --- |')
  for (const { name, ratio, mebibytes, requests } of rows) {
    const quartiles = `${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}`
    console.log(
      `| ${[name, ratio.median.toFixed(2), quartiles, mebibytes?.toFixed(1) ?? '', requests].join(' | ')} |`,
    )
  }
}

await bench()
