/** What the books themselves have to say: what failed, what waits in vain, whom nothing can be told. */
import type { Attention } from '../store/reports.ts'
import type { Outbox } from '../store/condition.ts'
import { note, ok, warning, type Finding } from './finding.ts'

const upTo = (count: number): string => (count >= 1_000 ? '1000 or more' : String(count))

export function inboxFindings({ failed, unmatched, parked }: Attention): Finding[] {
  const findings = [
    ...(failed > 0
      ? [
          warning(
            'inbox',
            `${upTo(failed)} deliveries failed by a fault of this program.`,
            'See why: deliveries list --state failed. Each start of the server works them again; one by itself: deliveries replay <key>',
          ),
        ]
      : []),
    ...(unmatched > 0
      ? [
          note(
            'inbox',
            `${upTo(unmatched)} deliveries waited in vain for their customer.`,
            'See whose they are: deliveries list --state unmatched',
          ),
        ]
      : []),
  ]
  return findings.length > 0
    ? findings
    : [ok('inbox', `Nothing failed; ${upTo(parked)} deliveries wait for their match.`)]
}

export function outboxFindings({ hooks: { standing, failing, off }, waiting }: Outbox): Finding[] {
  const see = 'See why: hook list, and hook log <key>'
  const findings = [
    ...(failing > 0
      ? [warning('hooks', `${failing} addresses take no webhooks; ${upTo(waiting)} messages wait.`, see)]
      : []),
    ...(off > 0 ? [note('hooks', `${off} addresses are switched off.`, see)] : []),
  ]
  return findings.length > 0 || standing === 0 ? findings : [ok('hooks', `${standing} addresses are told of changes.`)]
}
