import { existsSync } from 'node:fs'
import type { Command } from './measure.ts'
import { layContext, newIssue, type Office, stepCommand } from './office.ts'

/** Something to run. `command` is asked each time, since most runs are about an issue of their own. */
export type Contestant = { readonly name: string; readonly command: () => Command }

/** Bundles to run: the one that ships, the same built with undici itself, and the same step on the stock stack. */
export type Bundles = { readonly action: string; readonly withUndici: string; readonly twin: string }

/**
 * What is measured, in the order of the table; the first is what all are compared with, and the second is the same
 * again, which tells how much of a difference is chance.
 */
export function contestants(office: Office, { action, withUndici, twin }: Bundles): Contestant[] {
  const step = (
    name: string,
    bundle: string,
    inputs = {},
    issue = () => newIssue(office, 0),
  ): Contestant => ({
    name,
    command: () => stepCommand(office, { bundle, inputs, issue: issue() }),
  })
  const comment = { comment: 'true' }
  const among = (count: number) => () => newIssue(office, count)
  // An earlier round's run has commented a session's link there.
  const linked = () => 1
  return [
    { name: "bare Node: `node -e ''`", command: () => node(office, '') },
    { name: 'the same again, as a control', command: () => node(office, '') },
    ...[CURL]
      .filter(existsSync)
      .map((file) => ({ name: '`curl`: one POST', command: () => curl(office, file) })),
    { name: '`node:https`, nothing else: one POST', command: () => node(office, post(office)) },
    step('create', action),
    step('create, with undici in the bundle', withUndici),
    step('create, by the stock twin', twin),
    step('create and comment', action, comment),
    step('create and comment, with undici in the bundle', withUndici, comment),
    step('create and comment, by the stock twin', twin, comment),
    step('hand back an earlier session', action, comment, linked),
    step('create and comment, 100 comments there', action, comment, among(100)),
    step('create and comment, 1,000 comments there', action, comment, among(1000)),
    step('create and comment, 2,499 comments there', action, comment, among(2499)),
    step('the same, by the stock twin', twin, comment, among(2499)),
    step('create with 64 KiB of context', action, { 'context-file': layContext(office, 65_536) }),
    step('create with 256 KiB of context', action, { 'context-file': layContext(office, 262_144) }),
    step('create with 1 MiB of context', action, { 'context-file': layContext(office, 1_048_576) }),
  ]
}

const CURL = '/usr/bin/curl'

const node = ({ common, home }: Office, script: string): Command => ({
  file: process.execPath,
  args: ['-e', script],
  env: common,
  cwd: home,
})

const body = JSON.stringify({ topic: 'Sprint 42 retro', goal: 'Agree on two changes to how we work' })

function post({ harmonica }: Office): string {
  const headers = { authorization: `Bearer ${harmonica.keys[0]}`, 'content-type': 'application/json' }
  return `require('node:https')
    .request('${harmonica.apiUrl}/sessions', ${JSON.stringify({ method: 'POST', headers })}, (answer) => answer.resume())
    .end(${JSON.stringify(body)})`
}

function curl({ harmonica, common, home }: Office, file: string): Command {
  const headers = [`authorization: Bearer ${harmonica.keys[0]}`, 'content-type: application/json']
  const options = [
    '--silent',
    '--show-error',
    '--fail',
    '--cacert',
    common.NODE_EXTRA_CA_CERTS,
    '--data',
    body,
  ]
  const args = [...options, ...headers.flatMap((each) => ['--header', each]), `${harmonica.apiUrl}/sessions`]
  return { file, args, env: {}, cwd: home }
}
