import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { SECURITY_HEADERS } from './security-headers.ts'
import { SetupFault } from './setup-fault.ts'

/** The house's address on this machine. It is taken before anything else starts, and answers 503 until it is opened. */
export interface FrontDoor {
  readonly origin: string
  /** From here on requests go to the listener. */
  open(listener: RequestListener): void
  /** Ends every connection and gives the port back. */
  close(): Promise<void>
}

/** Both families of this machine's own address, because "localhost" may mean either; nobody else can come in. */
const ADDRESSES = ['127.0.0.1', '::1']

/** Takes a port of this machine; 0 takes any free one. Throws {@link SetupFault} when it is in use. */
export async function frontDoor(port: number): Promise<FrontDoor> {
  let listener: RequestListener = notYet
  const servers: Server[] = []
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    listener(request, response)
  }
  const close = async () => {
    await Promise.all(servers.map(closed))
  }
  let taken = port
  try {
    for (const address of ADDRESSES) {
      const server = createServer(answer)
      if (!(await listening(server, taken, address))) continue
      servers.push(server)
      taken = portOf(server)
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    origin: `http://localhost:${taken}`,
    open: (then) => {
      listener = then
    },
    close,
  }
}

/** False where the machine has no such address (IPv6 may be switched off). */
function listening(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false)
      else reject(portFault(error, port))
    })
    server.listen(port, address)
  })
}

function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new SetupFault(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    return new SetupFault(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4321 npm start`)
  }
  return error
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  response.end('Cleartier is starting. It is ready in a few seconds.\n')
}
