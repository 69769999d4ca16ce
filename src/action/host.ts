import {
  endGroup,
  error,
  getInput,
  info,
  notice,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core'
import { systemClock } from '../http/clock.ts'
import { createFetch } from '../http/fetch.ts'
import type { Host } from './runner.ts'

// One by one, so that what is never called stays out of the bundle.
const core = { endGroup, error, getInput, info, notice, setSecret, startGroup, summary, warning }

/** The real one: the only file that touches `@actions/core` and the process's environment. */
export const host: Host = { env: process.env, core, clock: systemClock, random: Math.random, createFetch }
