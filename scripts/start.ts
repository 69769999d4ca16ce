import { parseArgs, styleText } from 'node:util'
import { type Outcome, plain } from '../sandbox/bundle.ts'
import { inputNames } from '../src/open/settings.ts'
import { DEMO, runDemo } from './demo.ts'

const USAGE = `npm start shows a run of the step on issue #42, against stand-ins of Harmonica and GitHub on this machine. With
--share-results true, as the demonstration has it, the session is then finished, and its results come back.

  npm start                                  the demonstration
  npm start -- --goal "…" --comment true     with inputs of your own, and only those
  npm start -- --real --goal "…"             opens a real session, with the key in HARMONICA_API_KEY

Inputs: ${inputNames.join(', ')}`

/** Shows what people would see of a run: the log as GitHub renders it, outputs, summary, comment. */
async function start(): Promise<void> {
  const { help, real, inputs } = readArguments(process.argv.slice(2))
  const key = real ? process.env.HARMONICA_API_KEY : undefined
  if (help || (real && !key)) {
    console.log(help ? USAGE : 'With --real, HARMONICA_API_KEY must hold your API key.')
    process.exitCode = help ? 0 : 2
    return
  }
  console.log(
    real
      ? 'Harmonica is the real service; GitHub is a stand-in on this machine.'
      : 'Harmonica and GitHub are stand-ins on this machine: nothing leaves it. npm start -- --help tells more.',
  )
  const demo = { ...DEMO, 'share-results': 'true' }
  const { outcome, comment, results } = await runDemo(Object.keys(inputs).length > 0 ? inputs : demo, key)
  show(outcome, comment)
  if (results) {
    console.log(
      `\n\n${styleText('bold', 'Days later, seven people have taken part, and the second action runs:')}`,
    )
    show(results.outcome, results.comment)
  }
  process.exitCode = outcome.exitCode || (results?.outcome.exitCode ?? 0)
}

/** Any input as an option: `--topic "…" --goal "…" --context-file …`. */
function readArguments(args: string[]): { help: boolean; real: boolean; inputs: Record<string, string> } {
  const options = Object.fromEntries(inputNames.map((name) => [name, { type: 'string' as const }]))
  const flags = { help: { type: 'boolean' as const }, real: { type: 'boolean' as const } }
  try {
    const {
      help = false,
      real = false,
      ...values
    } = parseArgs({ args, options: { ...options, ...flags } }).values
    const inputs = Object.entries(values).map(([name, value]) => [name, String(value)])
    return { help: help === true, real: real === true, inputs: Object.fromEntries(inputs) }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    process.exit(2)
  }
}

function show({ log, outputs, summary }: Outcome, comment: string | undefined): void {
  section('Log', log.split('\n').flatMap(shownLine).join('\n').trimEnd())
  const given = Object.entries(outputs).map(([name, value]) => `${name}=${value}`)
  section('Outputs', given.join('\n') || '(none)')
  section('Job summary (Markdown)', summary.trimEnd() || '(none)')
  section('Comment on issue #42 (Markdown)', comment ?? '(none)')
}

/** A line of the log as GitHub shows it: workflow commands become what they do. */
function shownLine(line: string): string[] {
  const [, command, properties = '', message = ''] = /^::([a-z-]+)(?: (.*?))?::(.*)$/u.exec(line) ?? []
  const text = plain(message)
  switch (command) {
    case undefined:
      return [line]
    case 'group':
      return [styleText('bold', `▾ ${text}`)]
    case 'warning':
      return [styleText('yellow', `Warning: ${text}`)]
    case 'error':
      return [styleText('red', `Error: ${plain(properties.replace('title=', ''))}\n${text}`)]
    default:
      return []
  }
}

function section(title: string, text: string): void {
  console.log(`\n${styleText('bold', `── ${title} `.padEnd(78, '─'))}\n\n${text}`)
}

await start()
