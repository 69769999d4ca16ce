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

// Imported one by one, so that functions that are never called stay out of the bundle.
const core = { endGroup, error, getInput, info, notice, setSecret, startGroup, summary, warning }

/** The real host. No other file touches `@actions/core` or the process's environment. */
export const host: Host = { env: process.env, core, clock: systemClock, random: Math.random, createFetch }
