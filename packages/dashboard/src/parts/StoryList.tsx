/** What happened, one thing after the other, each with who told and when. */
import { Badge, Button, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { StoryItem as ItemShape } from '../../../ingest-server/src/http/admin/story.ts'
import { actInWords } from '../pages/audit/words.ts'
import { formatMoney } from './money.ts'
import { Key, Name } from './Name.tsx'
import { PageLink } from './PageLink.tsx'
import { sourceName } from './sources.ts'
import { Time } from './Time.tsx'

export type StoryItem = z.output<typeof ItemShape>

interface Props {
  readonly items: readonly StoryItem[]
  /** The key of what the page is about: nothing leads there. */
  readonly about: string
  /** So many at first. */
  readonly limit: number
}

const KINDS: Readonly<Record<StoryItem['kind'], readonly [label: string, color: string]>> = {
  joined: ['Joined', 'brand'],
  link: ['Link', 'brand'],
  click: ['Click', 'brand'],
  cookie: ['Cookie', 'brand'],
  signup: ['Sign-up', 'brand'],
  decision: ['Decision', 'teal'],
  flag: ['Flag', 'orange'],
  payment: ['Payment', 'teal'],
  refund: ['Refund', 'orange'],
  reward: ['Reward', 'grape'],
  delivery: ['Delivery', 'gray'],
  change: ['Change', 'yellow'],
}
const SOURCES: Readonly<Record<string, string>> = {
  ...{ link: 'Referral link', trigger: 'Trigger', admin: 'You, here', operator: 'Command line', rule: 'Rule' },
  program: 'Program',
}

function moneyOf({ amount, currency }: StoryItem['detail']): string | null {
  return typeof amount === 'number' && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
    ? formatMoney(amount, currency)
    : null
}

/** The page of what it is about; null where there is none, or it is this one. */
function pageOf({ kind, key }: StoryItem, about: string): readonly string[] | null {
  if (key === null || key === about) return null
  if (kind === 'payment' || kind === 'refund') return ['transactions', key]
  if (kind === 'signup') return ['customers', key]
  return kind === 'delivery' || kind === 'cookie' ? ['deliveries', key] : null
}

/** What it is about, in a line; what came from outside is shown as text and nothing else. */
function Told({ item, about }: { readonly item: StoryItem; readonly about: string }): ReactNode {
  const { kind, detail } = item
  const money = moneyOf(detail)
  const { reason, partner_key: moved } = detail
  const { from, to } = (typeof moved === 'object' && moved !== null ? moved : {}) as { from?: unknown; to?: unknown }
  const page = pageOf(item, about)
  const text = <Name>{kind === 'change' ? actInWords(item.text) : item.text}</Name>
  return (
    <>
      {money !== null && <strong className="money">{money} </strong>}
      {page ? <PageLink to={page}>{text}</PageLink> : text}
      {kind === 'change' && typeof from === 'string' && typeof to === 'string' && (
        <>
          : from <Key>{from}</Key> to <Key>{to}</Key>
        </>
      )}
      {kind === 'change' && typeof reason === 'string' && (
        <>
          , because: <Name>{reason}</Name>
        </>
      )}
    </>
  )
}

export function StoryList({ items, about, limit }: Props) {
  const [isWhole, showWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, limit)
  return (
    <>
      <ol className="story">
        {shown.map((item, index) => (
          <li key={`${item.kind} ${item.key} ${item.at} ${index}`}>
            <Badge color={KINDS[item.kind][1]}>{KINDS[item.kind][0]}</Badge>
            <div>
              <div>
                <Told item={item} about={about} />
              </div>
              <Text size="sm" c="dimmed" component="div">
                {SOURCES[item.source] ?? sourceName(item.source)} · <Time at={item.at} />
              </Text>
            </div>
          </li>
        ))}
      </ol>
      {shown.length < items.length && (
        <Button variant="default" size="xs" mt="md" onClick={() => showWhole(true)}>
          Show the other {items.length - shown.length}
        </Button>
      )}
    </>
  )
}
