import { writeFileSync } from 'node:fs'

/*
 * Loaded into a child process by `node --import`: at its end, the file LOG_TIMES holds when the process began, each
 * time that it printed something, and when it ended, as a JSON list of milliseconds.
 */
const times = [0]
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]) => {
  times.push(performance.now())
  return write(chunk, ...rest)
}
process.on('exit', () => {
  writeFileSync(process.env.LOG_TIMES ?? '', JSON.stringify([...times, performance.now()]))
})
