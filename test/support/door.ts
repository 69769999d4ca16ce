import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a server that can be closed: then connections are refused, and those that stood are cut. */
export interface Door extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, the same however often it is opened. */
  readonly origin: string
  open(): Promise<void>
  close(): Promise<void>
}

/** Below the ports that systems give away by themselves, so that nobody takes one while its door is closed. */
const FIRST_PORT = 20_000
const PORTS = 10_000

/**
 * A closed door to a port of 127.0.0.1.
 *
 * @param crowd how many must have come before the first one is let in, so that they all get in at once
 */
export async function createDoor(to: number, crowd = 1): Promise<Door> {
  const sockets = new Set<Socket>()
  const waiting: (() => void)[] = []
  let come = 0
  let server: Server | undefined
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      const opened = createServer((client) => {
        const onward = connect(to, '127.0.0.1')
        for (const [socket, other] of [
          [client, onward],
          [onward, client],
        ] as const) {
          sockets.add(socket)
          socket
            .on('close', () => sockets.delete(socket) && other.destroy())
            .on('error', () => other.resetAndDestroy())
        }
        waiting.push(() => client.pipe(onward).pipe(client))
        come += 1
        if (come >= crowd) for (const enter of waiting.splice(0)) enter()
      })
      opened.once('error', reject).listen(port, '127.0.0.1', resolve)
      server = opened
    })
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((done) => (server?.listening ? server.close(() => done()) : done()))
  }
  const port = await findPort(listen)
  await close()
  const open = () => listen(port)
  return { origin: `http://127.0.0.1:${port}`, open, close, [Symbol.asyncDispose]: close }
}

async function findPort(listen: (port: number) => Promise<void>): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS)
    const free = await listen(port).then(
      () => true,
      () => false,
    )
    if (free) return port
  }
}
