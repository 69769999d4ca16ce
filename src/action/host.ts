import * as core from '@actions/core'
import { systemClock } from '../http/clock.ts'
import { createFetch } from '../http/fetch.ts'
import type { Host } from './runner.ts'

/** The real one: the only file that touches `@actions/core` and the process's environment. */
export const host: Host = { env: process.env, core, clock: systemClock, random: Math.random, createFetch }
