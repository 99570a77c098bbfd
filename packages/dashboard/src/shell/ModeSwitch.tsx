/** The one switch between the two worlds. It keeps the section, and drops what belongs to one mode only: keys and filters. */
import { SegmentedControl } from '@mantine/core'
import { useLocation, useNavigate } from 'react-router'
import { isMode, type Mode } from '../api/client.ts'
import { useMode } from '../api/mode.ts'

const MODES: { value: Mode; label: string }[] = [
  { value: 'production', label: 'Production' },
  { value: 'test', label: 'Test' },
]

export function ModeSwitch() {
  const mode = useMode()
  const navigate = useNavigate()
  const [, , section = '', page = ''] = useLocation().pathname.split('/')
  // The pages of the integrations are the same in both worlds; what stands further down is of one.
  const kept = section === 'integrations' && page !== '' ? `${section}/${page}` : section
  return (
    <SegmentedControl
      aria-label="Mode"
      size="xs"
      color={mode === 'test' ? 'orange.4' : 'brand'}
      data={MODES}
      value={mode}
      onChange={(next) => isMode(next) && void navigate(`/${next}/${kept}`)}
    />
  )
}
