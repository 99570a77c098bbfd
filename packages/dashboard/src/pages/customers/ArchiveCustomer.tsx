import { part, useChange } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { Name } from '../../parts/Name.tsx'
import { nameOfCustomer } from '../../parts/people.ts'
import { tell } from '../../parts/tell.ts'

export function ArchiveCustomer({ customer }: { readonly customer: Customer }) {
  const change = useChange<Customer>()
  const archive = () => change.mutateAsync({ method: 'DELETE', path: `/customers${part(customer.key)}` })
  return (
    <ConfirmButton
      label="Archive"
      title="Archive this customer?"
      act={archive}
      onDone={() => tell('The customer is archived.')}
    >
      <Name>{nameOfCustomer(customer)}</Name> leaves the lists, and payments that come from now on are ignored. What was
      paid before stands. Creating the same customer key by the API brings it back.
    </ConfirmButton>
  )
}
