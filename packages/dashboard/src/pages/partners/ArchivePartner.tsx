import { part, useChange } from '../../api/reads.ts'
import type { Partner } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { Name } from '../../parts/Name.tsx'
import { nameOfPartner } from '../../parts/people.ts'
import { tell } from '../../parts/tell.ts'

export function ArchivePartner({ partner }: { readonly partner: Partner }) {
  const change = useChange<Partner>()
  const archive = () => change.mutateAsync({ method: 'DELETE', path: `/partnerships${part(partner.key)}` })
  return (
    <ConfirmButton
      label="Archive"
      title="Archive this partner?"
      act={archive}
      onDone={() => tell('The partner is archived.')}
    >
      The links of <Name>{nameOfPartner(partner)}</Name> go on leading where they lead, and bring no credit any more.
      Customers, payments and rewards that stand are kept.
    </ConfirmButton>
  )
}
