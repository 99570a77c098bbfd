/** Loaded into a server's process: at SIGUSR2 it tidies up and writes down how much memory it holds, in bytes. */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const tidyUp = runInNewContext('gc') as () => void

process.on('SIGUSR2', () => {
  tidyUp()
  const { heapUsed, external, rss } = process.memoryUsage()
  writeFileSync(process.env['MEMORY_FILE'] ?? '', JSON.stringify({ held: heapUsed + external, rss }))
})
