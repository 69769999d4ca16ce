import { parseArgs, styleText } from 'node:util'
import { inputNames } from '../src/open/settings.ts'
import { type Outcome, plain } from '../test/bundle/bundle.ts'
import { isReal, runDemo } from './demo.ts'

/** Shows what people would see of a run: the log as GitHub renders it, outputs, summary, comment. */
async function start(): Promise<void> {
  console.log(
    isReal
      ? 'Harmonica is the real service (HARMONICA_API_KEY is set); GitHub is a stand-in on this machine.'
      : 'Harmonica and GitHub are stand-ins on this machine. With HARMONICA_API_KEY set, Harmonica is the real one.',
  )
  const { outcome, comment } = await runDemo(givenInputs(process.argv.slice(2)))
  show(outcome, comment)
  process.exitCode = outcome.exitCode ?? 1
}

/** Any input as an option: `--topic "…" --goal "…" --context-file …`. */
function givenInputs(args: string[]): Record<string, string> {
  const options = Object.fromEntries(inputNames.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args, options })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nInputs: ${inputNames.join(', ')}`)
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
