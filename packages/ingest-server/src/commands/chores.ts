/** What one process of a server does for all of them, beside answering. */
import type { Logger } from 'pino'
import { letGoDue } from '../inbox/holds.ts'
import { replayFailed } from '../inbox/replay.ts'
import { forgetOld } from '../inbox/retention.ts'
import { sumUp } from '../ledger/summing.ts'
import type { Context } from './act.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Not waited for: a long list of failures must not keep new deliveries out. */
export function startChores(context: Context, log: Logger): { stop(): Promise<void> } {
  const mended = mend(context, log)
  const kept = [keepForgetting(context, log), keepLettingGo(context, log), keepSumming(context, log)]
  return {
    async stop() {
      await mended
      await Promise.all(kept.map((one) => one.stop()))
    },
  }
}

/** Works again what failed by our fault before. */
async function mend(context: Context, log: Logger): Promise<void> {
  try {
    const count = await replayFailed(context, (delivery, error) =>
      log.error({ err: error, delivery }, 'a replay failed'),
    )
    if (count > 0) log.info({ count }, 'deliveries that had failed are worked now')
  } catch (error) {
    log.error({ err: error }, 'failed deliveries could not be looked through')
  }
}

/** Does a chore now and ever again, until it is stopped; one that fails is tried again at its next time. */
function keepDoing(everyMs: number, chore: (isOver: () => boolean) => Promise<void>, failed: (error: unknown) => void) {
  let isOver = false
  const run = (): Promise<void> => chore(() => isOver).catch(failed)
  let underWay = run()
  const timer = setInterval(() => (underWay = underWay.then(run)), everyMs)
  return {
    stop(): Promise<void> {
      isOver = true
      clearInterval(timer)
      return underWay
    },
  }
}

/** Forgets what the retention time is over for. */
const keepForgetting = ({ books, now }: Context, log: Logger) =>
  keepDoing(
    HOUR_MS,
    async () => {
      const count = await forgetOld(books, now())
      if (count > 0) log.info({ count }, 'rows past their retention time are forgotten')
    },
    (error) => log.error({ err: error }, 'what is past its retention time could not be forgotten'),
  )

/** Lets go of rewards whose hold period is over. */
const keepLettingGo = ({ books, now }: Context, log: Logger) =>
  keepDoing(
    MINUTE_MS,
    async () => {
      const count = await letGoDue(books, now())
      if (count > 0) log.info({ count }, 'the hold period of rewards is over')
    },
    (error) => log.error({ err: error }, 'rewards whose hold period is over could not be let go'),
  )

/** Adds up what a version before did not keep. */
const keepSumming = ({ books }: Context, log: Logger) =>
  keepDoing(
    HOUR_MS,
    async (isOver) => {
      const count = await sumUp(books, isOver)
      if (count > 0) log.info({ count }, 'figures of longer spans are added up')
    },
    (error) => log.error({ err: error }, 'figures of longer spans could not be added up'),
  )
