/** The ingest server as its users run it: by its command line, as a process of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const MAIN = fileURLToPath(new URL('../../../packages/ingest-server/src/main.ts', import.meta.url))
/** The young generation small: three threads with the usual one take 150 MB more and are no faster. */
const NODE = ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning', MAIN]
const run = promisify(execFile)

export interface ServerOptions {
  /** The SQLite file. */
  readonly file: string
  readonly port: number
  /** Of the dashboard; absent: the server makes one up and says it once. */
  readonly adminPassword?: string
  /** Gets every line the server writes to its log. */
  log(line: string): void
}

export interface Server {
  readonly url: string
  /** Runs a command on the server's database and gives back the JSON it prints. */
  command(...args: string[]): Promise<Record<string, unknown>>
  start(): Promise<void>
  /** Resolves with the exit code once the server has ended, however it came to. */
  readonly ended: Promise<number | null>
  /** Lets it finish what it accepted. */
  stop(): Promise<void>
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>
}

export function ingestServer({ file, port, adminPassword, log }: ServerOptions): Server {
  const env = {
    ...process.env,
    DATABASE_URL: `file:${file}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...(adminPassword === undefined ? {} : { ADMIN_PASSWORD: adminPassword }),
  }
  let child: ChildProcess | null = null
  let end: (code: number | null) => void = () => undefined
  const ended = new Promise<number | null>((resolve) => (end = resolve))

  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const exit = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    running.kill(name)
    await exit
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async command(...args) {
      const { stdout } = await run(process.execPath, [...NODE, ...args, '--json'], { env })
      return JSON.parse(stdout) as Record<string, unknown>
    },
    async start() {
      // A group of its own: Ctrl-C reaches this program first, which then ends everything in order.
      const started = spawn(process.execPath, [...NODE, 'serve'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      })
      child = started
      const lines: string[] = []
      await new Promise<void>((resolve, reject) => {
        const hear = (text: Buffer): void => {
          for (const line of text.toString().split('\n').filter(Boolean)) {
            lines.push(line)
            log(line)
            if (line.startsWith('Listening on')) resolve()
          }
        }
        started.stdout.on('data', hear)
        started.stderr.on('data', hear)
        started.once('exit', (code) => {
          reject(new Error(`The server did not start: ${lines.join('\n')}`))
          end(code)
        })
      })
    },
    ended,
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
  }
}
