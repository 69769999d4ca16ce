/*
 * Loaded by `node --require`: at the end of the process, PEAK_FILE holds its peak resident memory in KiB. By Linux's own
 * count where there is one, since `maxRSS` may be that of the process which started this one.
 */
const { readFileSync, writeFileSync } = require('node:fs')

function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]
}

process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(peak())))
