import { Socket } from 'node:net'
import timers from 'node:timers/promises'

/*
 * Loaded into a child process by `node --import`: neither timers nor connections keep the process alive, so it ends
 * while answers are awaited.
 */
const { setTimeout: start } = globalThis
globalThis.setTimeout = ((...args: Parameters<typeof start>) => start(...args).unref()) as typeof start

const { setTimeout: sleep } = timers
timers.setTimeout = (ms, value, options) => sleep(ms, value, { ...options, ref: false })

const { connect } = Socket.prototype
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  this.unref()
  return connect.apply(this, args as never)
} as typeof connect
