import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import leven from 'leven'
import { parse } from 'yaml'
import { plain, ROOT } from '../sandbox/bundle.ts'
import { FIRST_WORKFLOW, type Round, runRound, type Shown } from './demo.ts'
import { annotations, boxed, page } from './pictures.ts'

/** Flags beside the inputs, each with what it does. */
const FLAGS = {
  real: 'opens a real session, with the API key in HARMONICA_API_KEY',
  verbose: "prints each run's log, outputs and Markdown too",
  help: 'shows this',
}

/** The README's first workflow, with a deadline and the promise of results. */
const DEMONSTRATION = { ...FIRST_WORKFLOW, until: '2 days', 'share-results': 'true' }

/** What the command line asks for. */
type Arguments = {
  readonly flags: ReadonlySet<string>
  readonly inputs: Readonly<Record<string, string>>
}

/** Shows a whole round as people see it, as a web page. */
async function start(): Promise<void> {
  const descriptions = await readDescriptions()
  const { flags, inputs } = readArguments(process.argv.slice(2), Object.keys(descriptions))
  const key = process.env.HARMONICA_API_KEY
  if (flags.has('help')) return console.log(usage(descriptions))
  if (flags.has('real') && !key) return refuse('With --real, HARMONICA_API_KEY must hold your API key.')
  console.log(
    flags.has('real')
      ? 'Harmonica is the real service. GitHub is a stand-in on this machine.'
      : 'Harmonica and GitHub are stand-ins on this machine, so nothing leaves it. For more: npm start -- --help',
  )
  const isOwn = Object.keys(inputs).length > 0
  const realKey = flags.has('real') ? key : undefined
  const round = await runRound(isOwn ? inputs : DEMONSTRATION, { realKey })
  const stages = stagesOf(round)
  for (const stage of stages) printStage(stage, flags.has('verbose'))
  console.log(`\nWhat people see, as a web page to open in a browser:\n${await writePage(stages)}`)
  if (stages.some(({ shown }) => shown.outcome.exitCode !== 0)) process.exitCode = 1
}

/** One action's run, and when it happens. */
type Stage = { readonly title: string; readonly shown: Shown }

function stagesOf({ opened, reminded, ended, results }: Round): Stage[] {
  const stages = [
    { title: 'Issue #42, “Sprint 42 retro”, is opened. The first action opens a session.', shown: opened },
    { title: 'On the last day, the second action reminds people.', shown: reminded },
    { title: 'After the deadline, it ends the session.', shown: ended },
    { title: 'Seven people have taken part. The third action posts the results.', shown: results },
  ]
  return stages.flatMap(({ title, shown }) => (shown ? [{ title, shown }] : []))
}

function printStage({ title, shown: { outcome, comment } }: Stage, isVerbose: boolean): void {
  console.log(`\n${styleText('bold', title)}`)
  const lines = readLog(outcome.log)
  if (!isVerbose) {
    const textsOf = (kind: LogLine['kind']) =>
      lines.filter((each) => each.kind === kind).map(({ text }) => text)
    const isQuiet = comment === undefined && outcome.exitCode === 0
    const done = comment === undefined ? [] : ['It commented on the issue.']
    const failed = outcome.exitCode === 0 ? [] : ['The step failed.']
    console.log([...textsOf('annotation'), ...(isQuiet ? textsOf('sentence') : done), ...failed].join('\n'))
    return
  }
  const outputs = Object.entries(outcome.outputs).map(([name, value]) => `${name}=${value}`)
  printSection('Log', lines.map(({ text }) => text).join('\n'))
  printSection('Outputs', outputs.join('\n'))
  printSection('Job summary (Markdown)', outcome.summary)
  printSection('Comment on issue #42 (Markdown)', comment ?? '')
}

function printSection(title: string, text: string): void {
  console.log(`\n${styleText('bold', `── ${title} `.padEnd(78, '─'))}\n\n${text.trimEnd() || '(none)'}`)
}

/** A line of a log as GitHub shows it; a detail stands in a group. */
type LogLine = { readonly text: string; readonly kind: 'sentence' | 'detail' | 'annotation' }

/** Reads a log. Workflow commands become what they show, and those that show nothing are left out. */
function readLog(log: string): LogLine[] {
  let isInGroup = false
  return log.split('\n').flatMap((line): LogLine[] => {
    const [, command, properties = '', message = ''] = /^::([a-z-]+)(?: (.*?))?::(.*)$/u.exec(line) ?? []
    const text = plain(message)
    switch (command) {
      case undefined:
        return line === '' ? [] : [{ text: line, kind: isInGroup ? 'detail' : 'sentence' }]
      case 'group':
        isInGroup = true
        return [{ text: styleText('bold', `▾ ${text}`), kind: 'detail' }]
      case 'endgroup':
        isInGroup = false
        return []
      case 'notice':
        return [{ text: `Notice: ${text}`, kind: 'annotation' }]
      case 'warning':
        return [{ text: styleText('yellow', `Warning: ${text}`), kind: 'annotation' }]
      case 'error': {
        const title = plain(properties.replace('title=', ''))
        return [{ text: styleText('red', `Error: ${title}\n${text}`), kind: 'annotation' }]
      }
      default:
        return []
    }
  })
}

const ROUND_STYLE = `
  main { max-width: 800px; margin: 0 auto; padding: 0 16px 48px; font-family: system-ui, sans-serif }
  main > h2 { margin: 40px 0 8px; font-size: 20px }
  main > h3 { margin: 16px 0 8px; font-size: 14px; font-weight: normal; opacity: 0.7 }
  @media (prefers-color-scheme: dark) { main > h2, main > h3 { color: white } }`

/** Writes the page, and returns its path. */
async function writePage(stages: readonly Stage[]): Promise<string> {
  const githubCss = await readFile(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8')
  const main = `<title>A round on Harmonica</title><main>${stages.map(renderStage).join('\n')}</main>`
  const file = join(await mkdtemp(join(tmpdir(), 'harmonica-round-')), 'index.html')
  await writeFile(file, page(main, githubCss + ROUND_STYLE))
  return file
}

function renderStage({ title, shown: { outcome, comment } }: Stage): string {
  const parts = [`<h2>${title}</h2>`]
  if (comment !== undefined) parts.push('<h3>On the issue</h3>', boxed(comment))
  if (outcome.exitCode !== 0)
    parts.push('<h3>On the page of the run</h3>', annotations(outcome.annotations, 'open'))
  if (outcome.summary !== '') parts.push('<h3>In the job summary</h3>', boxed(outcome.summary))
  return parts.join('\n')
}

/** The inputs of action.yml, each with the first sentence of its description. */
async function readDescriptions(): Promise<Record<string, string>> {
  const { inputs } = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { description: string }>
  }
  const sentences = Object.entries(inputs).map(([name, { description }]) => {
    const [first = ''] = description.replace(/\s+/gu, ' ').split(/(?<=\.) /u)
    return [name, first] as const
  })
  return Object.fromEntries(sentences)
}

function usage(descriptions: Readonly<Record<string, string>>): string {
  const rows = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([name, text]) => `  --${name.padEnd(20)} ${text}`)
  return [
    'npm start runs the actions on issue #42, “Sprint 42 retro”, with stand-ins of Harmonica and GitHub on this machine,',
    'and writes a web page with what people would see.',
    '',
    '  npm start                                  the demonstration: a whole round',
    '  npm start -- --goal "…" --comment true     with inputs of your own, and only those',
    '  npm start -- --real --goal "…"             opens a real session',
    '',
    ...rows(FLAGS),
    '',
    'Inputs, which take a value. Paths are relative to this repository:',
    '',
    ...rows(descriptions),
  ].join('\n')
}

/** Reads any input as an option: `--topic "…" --goal "…"`. Ends the process where one is unknown or has no value. */
function readArguments(args: string[], inputNames: readonly string[]): Arguments {
  const options = {
    ...Object.fromEntries(inputNames.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(Object.keys(FLAGS).map((name) => [name, { type: 'boolean' as const }])),
  }
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true })
  const flags = new Set<string>()
  const inputs: Record<string, string> = {}
  for (const token of tokens) {
    if (token.kind === 'positional')
      refuse(`"${token.value}" belongs to no option. Put a value with spaces in quotes.`)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (Object.hasOwn(FLAGS, name)) flags.add(name)
    else if (!Object.hasOwn(options, name))
      refuse(`There is no ${rawName}.${didYouMean(name, Object.keys(options))}`)
    else if (value === undefined) refuse(`${rawName} needs a value.`)
    else inputs[name] = value
  }
  return { flags, inputs }
}

function didYouMean(name: string, known: readonly string[]): string {
  const [closest] = known.toSorted((a, b) => leven(a, name) - leven(b, name))
  return closest && leven(closest, name) <= 3 ? ` Did you mean --${closest}?` : ''
}

function refuse(message: string): never {
  console.error(`${message} For all options: npm start -- --help`)
  process.exit(2)
}

await start()
