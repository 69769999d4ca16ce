import { expect, test } from 'vitest'
import { bodyOf, contextsOf, isAction, jobOf, repository, runStep } from '../support/examples.ts'
import { metadata } from '../support/metadata.ts'
import { eventLike } from '../support/payloads.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { isMet, readRepositoryFile, readWorkflow, runScript } from '../support/workflow.ts'

const WEEK_MS = 7 * 86_400_000
const [retro, planning] = await Promise.all([
  readWorkflow('examples/workflows/fortnightly-retro.yml'),
  readWorkflow('examples/workflows/release-planning.yml'),
])

const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd'
const REUSABLE = '<owner>/harmonica-session-action/.github/workflows/deliberate.yml@v1'

test.each([
  'examples/workflows/fortnightly-retro.yml',
  'examples/workflows/deliberate-on-label.yml',
  'examples/workflows/call-deliberate.yml',
  'examples/workflows/release-planning.yml',
  '.github/workflows/deliberate.yml',
])('%s asks for little, says why, and lets no text into a script', async (path) => {
  const { text, permissions, jobs } = await readWorkflow(path)
  expect(permissions).toEqual({})
  const granted = text.match(/^ +[\w-]+: (?:read|write)\b.*$/gmu) ?? []
  expect(granted.length).toBeGreaterThan(0)
  for (const line of granted) expect(line).toMatch(/ # to \w+/u)
  expect(text).not.toMatch(/: write-all|pull_request_target/u)
  for (const job of Object.values(jobs)) {
    expect(job.permissions).toBeDefined()
    const { steps = [] } = job
    if (job.uses) expect(job.uses).toBe(REUSABLE)
    else expect(job['timeout-minutes']).toBeLessThanOrEqual(15)
    for (const step of steps) {
      expect(step.run ?? '').not.toContain('${'.concat('{'))
      if (step.uses === CHECKOUT) expect(step.with).toEqual({ 'persist-credentials': false })
      else if (step.uses) {
        expect(isAction(step.uses)).toBe(true)
        expect(Object.keys(metadata.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
        expect(String(step.with?.['comment-message'])).not.toMatch(/github|event/u)
        // What is awaited by another run has to be the issue, the milestone or the period.
        expect(job.concurrency?.group).toMatch(/^[\w-]+-\$\{\{ [\w.]+\.number \}\}$/u)
        expect(steps.some(({ uses }) => uses === CHECKOUT)).toBe(true)
      }
    }
  }
})

test('the retro comes every other week, over the end of a long year too', async () => {
  const [calendar] = jobOf(retro, 'fortnight').steps ?? []
  const wednesday = Date.parse('2026-11-11T09:17:00Z')
  const weeks = await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      // A scheduled run may be late, but not as late as the next Monday.
      const time = (wednesday + index * WEEK_MS + (index % 4) * 86_400_000) / 1000
      const { outputs } = await runScript(calendar ?? {}, {}, { date: `echo ${time}` })
      return outputs
    }),
  )
  expect(weeks.map(({ due }) => due)).toEqual(
    weeks.map((_, index) => String((index + Number(weeks[0]?.due)) % 2)),
  )
  const numbers = weeks.filter(({ due }) => due === '1').map(({ number }) => Number(number))
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})

test('the retro carries the last one over, and opens one session a fortnight', async () => {
  await using scene = await openScene()
  const event = { name: 'schedule', payload: { schedule: '17 9 * * 3', repository: { fork: false } } }
  const [file, brief] = await Promise.all(
    ['examples/retro.md', 'examples/SESSION.md'].map(readRepositoryFile),
  )
  const files = { '.github/retro.md': file ?? '', 'SESSION.md': brief ?? '' }
  const job = jobOf(retro, 'open')
  const run = (number: number, clockAheadMs: number, due = '1') => {
    const contexts = contextsOf(event, {
      vars: { RETRO_ISSUE: '7' },
      needs: { fortnight: { outputs: { number: String(number), due } } },
    })
    expect(isMet(job.if ?? '', contexts)).toBe(due === '1')
    const ahead = encodeURIComponent(`const now=Date.now;Date.now=()=>now()+${clockAheadMs}`)
    const env = { NODE_OPTIONS: `--import data:text/javascript,${ahead}` }
    return due === '1' ? runStep(scene, job, contexts, { event, files, env }) : undefined
  }
  expect(isMet(jobOf(retro, 'fortnight').if ?? '', contextsOf(event))).toBe(true)
  const first = await run(1480, 0)
  expect(run(1480, WEEK_MS, '0')).toBeUndefined()
  const again = await run(1480, 1000)
  const next = await run(1481, 2 * WEEK_MS)

  expect([first?.created, again?.created, next?.created]).toEqual(['true', 'false', 'true'])
  expect(again?.['join-url']).toBe(first?.['join-url'])
  expect(scene.harmonica.sessions.map(({ topic }) => topic)).toEqual([
    expect.stringMatching(/^Retro \d{4}-W\d\d$/u),
    expect.stringMatching(/^Retro \d{4}-W\d\d$/u),
  ])
  expect(first?.topic).not.toBe(next?.topic)
  expectRetro(scene, first?.topic, file ?? '')
  expect(scene.github.comments(`${repository}#7`).map(({ body }) => body)).toEqual([
    expect.stringContaining(`](${first?.['join-url']})`),
    expect.stringContaining(`](${next?.['join-url']})`),
  ])
})

/** What the first run sent: the session file's values, the sections of SESSION.md that are named, the file's text. */
function expectRetro({ harmonica }: Scene, topic: string | undefined, file: string): void {
  const post = harmonica.requests.find(({ method }) => method === 'POST')
  const { context, ...request } = { context: '', ...Object(post?.body) }
  expect(request).toEqual({
    topic,
    goal: 'Agree on two changes to how we work, and on who sees to each of them',
    critical: 'What can we change without asking another team?',
    questions: [
      { text: 'What is your role?' },
      { text: 'What has slowed you down most since the last retro?' },
    ],
    ...{ cross_pollination: true, results_visibility: 'participants' },
  })
  expect(context).toMatch(/^## Overview\n\n- \*\*Goal\*\*: [\s\S]*\n## Summary\n\nReviews took three days/u)
  expect(context).not.toMatch(/^## (?:Critical Points|Questions)$/mu)
  expect(context.endsWith(bodyOf(file).replace('{{ repository }}', repository))).toBe(true)
}

test.each([
  ['the last release', 'v1.3.0', '# Release notes of v1.3.0\n\n- Faster `start`\n- Fewer retries'],
  ['no release yet', '', 'There is no earlier release.'],
])('a milestone opens a planning session of its own, with %s', async (_, tag, notes) => {
  await using scene = await openScene()
  const job = jobOf(planning, 'open')
  const file = await readRepositoryFile('examples/release.md')
  const gh = `case "$1 $2" in\n"release list") echo "${tag}";;\n"release view") [ "$3" = "${tag}" ] && printf -- '- Faster \`start\`\\n- Fewer retries\\n';;\nesac`
  const run = async (number: number, title: string) => {
    const event = await eventLike('milestone', 'milestone.created', { milestone: { number, title } })
    const contexts = contextsOf(event, { vars: { PLANNING_ISSUE: '9' } })
    expect(isMet(job.if ?? '', contexts)).toBe(true)
    const script = job.steps?.find(({ run: text }) => text)
    const { files } = await runScript(script ?? {}, contexts, { gh })
    return runStep(scene, job, contexts, { event, files: { ...files, '.github/release.md': file } })
  }
  const [first, again, other] = [await run(1, 'v1.4'), await run(1, 'v1.4'), await run(2, 'v2.0')]
  expect([first.created, again.created, other.created]).toEqual(['true', 'false', 'true'])
  expect(scene.harmonica.sessions.map(({ topic }) => topic)).toEqual(['Plan v1.4', 'Plan v2.0'])
  expect(scene.harmonica.sessions[0]?.request).toEqual({
    topic: 'Plan v1.4',
    goal: 'Agree on what goes into this release and on what waits for the next',
    critical: 'What would make us put the release off?',
    context: `Add new space flight simulator\n\n${notes}\n\n${bodyOf(file)}`,
    questions: [
      { text: 'What do you want to see in this release, and why now?' },
      {
        text: 'How much time do you have for it?',
        type: 'Options',
        options: ['None', 'A day or two', 'A week', 'More'],
      },
    ],
    results_visibility: 'participants',
  })
  expect(scene.github.comments(`${repository}#9`)).toHaveLength(2)
})

test('the recipes name every example', async () => {
  const recipes = await readRepositoryFile('docs/recipes.md')
  for (const path of ['retro.md', 'deliberation.md', 'release.md', 'SESSION.md'])
    expect(recipes).toContain(`(../examples/${path})`)
  for (const name of ['fortnightly-retro', 'deliberate-on-label', 'call-deliberate', 'release-planning'])
    expect(recipes).toContain(`(../examples/workflows/${name}.yml)`)
  for (const [, path = 'docs/recipes.md', anchor = ''] of recipes.matchAll(
    /\]\((?:\.\.\/([^)#]+))?#?([^):]*)\)/gu,
  )) {
    const headings = (await readRepositoryFile(path)).match(/^#+ .*$/gmu) ?? []
    const anchors = headings.map((heading) => heading.replace(/^#+ /u, '').toLowerCase().replaceAll(' ', '-'))
    if (anchor !== '') expect(anchors).toContain(anchor)
  }
})
