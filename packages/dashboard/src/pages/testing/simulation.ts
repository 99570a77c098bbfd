/** A made-up customer on their way: what was sent for them, and what the server answered. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { STEPS } from './steps.ts'

export interface Simulator {
  readonly provider: string
  readonly title: string
  readonly events: readonly string[]
  readonly story: { readonly customer: string; readonly payment: string; readonly refund: string }
}

interface Answer {
  readonly status: number
  readonly message: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Sent {
  readonly no: number
  readonly what: string
  readonly isGood: boolean
  readonly answer: string
  /** The delivery it became. */
  readonly delivery: string | null
}

interface Person {
  readonly customerKey: string
  readonly xid: string | null
  /** By platform. */
  readonly payments: Readonly<Record<string, string>>
}

const newPerson = (): Person => ({ customerKey: `simulated-${Date.now().toString(36)}`, xid: null, payments: {} })
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const AMOUNT = 5000

export function useSimulation(partnerKey: string) {
  const mode = useMode()
  const client = useQueryClient()
  const [person, setPerson] = useState(newPerson)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [busy, setBusy] = useState<string | null>(null)

  const send = async (what: string, path: string, body: object): Promise<Answer | null> => {
    const note = (isGood: boolean, answer: string, delivery: string | null): void =>
      setSent((before) => [{ no: before.length + 1, what, isGood, answer, delivery }, ...before])
    try {
      const answer = await call<Answer>('POST', `/${mode}/testing${path}`, body)
      const isGood = answer.status < 400
      const said = [textOf(answer.detail['outcome']), answer.message].filter(Boolean).join(': ')
      note(isGood, `${answer.status} ${said}`, textOf(answer.detail['delivery']))
      return isGood ? answer : null
    } catch (error) {
      note(false, (error as Error).message, null)
      return null
    } finally {
      void client.invalidateQueries({ queryKey: [mode, STEPS] })
    }
  }
  const click = async (of: Person): Promise<Person | null> => {
    const answer = await send('Click', '/click', { partner_key: partnerKey })
    return answer && { ...of, xid: textOf(answer.detail['xid']) }
  }
  const signUp = async (of: Person): Promise<Person | null> => {
    const body = { customer_key: of.customerKey, partner_key: partnerKey, ...(of.xid !== null && { xid: of.xid }) }
    return (await send('Sign-up', '/signup', body)) && of
  }
  const deliver =
    (provider: string, event: string) =>
    async (of: Person): Promise<Person | null> => {
      const payment = of.payments[provider]
      const ids = { customer_key: of.customerKey, ...(payment !== undefined && { payment_id: payment }) }
      const answer = await send(event, '/delivery', { provider, event, amount: AMOUNT, ...ids })
      const paid = textOf(answer?.detail['payment_id'])
      return answer && (paid === null ? of : { ...of, payments: { ...of.payments, [provider]: paid } })
    }
  /** One after the other, until one is refused. */
  const run = async (name: string, from: Person, ways: readonly ((of: Person) => Promise<Person | null>)[]) => {
    setBusy(name)
    let now: Person | null = from
    for (const way of ways) {
      now = await way(now)
      if (!now) break
      setPerson(now)
    }
    setBusy(null)
  }
  return {
    ...{ person, sent, busy },
    click: () => run('click', newPerson(), [click]),
    signUp: () => run('signup', person, [signUp]),
    deliver: (provider: string, event: string) => run(event, person, [deliver(provider, event)]),
    /** A new payment instead of the one before. */
    pay: ({ provider, story }: Simulator) => {
      const { [provider]: _former, ...payments } = person.payments
      return run(story.payment, { ...person, payments }, [deliver(provider, story.payment)])
    },
    all: ({ provider, story: { customer, payment, refund } }: Simulator) =>
      run('all', newPerson(), [click, signUp, ...[customer, payment, refund].map((event) => deliver(provider, event))]),
  }
}
