import type { Import } from '../../api/types.ts'
import { formatBytes } from '../../parts/bytes.ts'
import { Facts } from '../../parts/Facts.tsx'
import { Key } from '../../parts/Name.tsx'
import { Time } from '../../parts/Time.tsx'
import { hasAmounts, kindName } from './kinds.ts'

const by = (actor: string) => (actor === 'admin' ? 'The dashboard' : <Key>{actor}</Key>)

export const ImportFacts = ({ of }: { readonly of: Import }) => (
  <Facts
    label="The import"
    facts={[
      ['Of', kindName(of.type)],
      ['Rows', of.rows.toLocaleString()],
      ['Size', formatBytes(of.size)],
      hasAmounts(of.type) ? ['Amounts in', of.amount_unit === 'major' ? 'Major units' : 'Minor units'] : null,
      ['Encoding', of.encoding],
      ['By', by(of.actor)],
      ['Begun', <Time key="begun" at={of.created_at} />],
      of.finished_at === null ? null : ['Ended', <Time key="ended" at={of.finished_at} />],
      ['Key', <Key key="key">{of.key}</Key>],
      ['SHA-256 of the file', <Key key="sha256">{of.sha256}</Key>],
    ]}
  />
)
