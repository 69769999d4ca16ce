import type { Socket } from 'node:net'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'

/** Headers that promise 1000 bytes, and then a byte now and then. */
export function drip(socket: Socket): void {
  socket.write(`${head}Content-Length: 1000\r\n\r\n`)
  const timer = setInterval(() => socket.write('a'), 20)
  socket.on('close', () => clearInterval(timer))
}

/** Half an answer, and then the worst, once that half is surely read. */
export function part(socket: Socket, end: () => void): void {
  socket.write(`${head}Content-Length: 100\r\n\r\n{"id": "`)
  setTimeout(end, 50)
}

/** A chunk that ends before its length, in good order. */
export function endChunk(socket: Socket): void {
  socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n8\r\n{"id": 1`)
}

/** A chunk, and then one whose length is no number. */
export function brokenChunk(socket: Socket): void {
  socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nxyz\r\n`)
}

/** A change to a protocol that nobody asked for. */
export function switchProtocol(socket: Socket): void {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
}
