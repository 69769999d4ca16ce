/** A gate that lets a few through at a time; the function that it gives lets the next one in. */
export type Gate = () => Promise<() => void>

/** Opens a gate for `width` at a time. What starts a process costs a second of a busy machine, waiting costs none. */
export function createGate(width: number): Gate {
  const waiting: (() => void)[] = []
  let free = width
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((done) => waiting.push(done))
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
