import { IconFlask } from '@tabler/icons-react'

/** Says by colour and by word that nothing here is real. */
export function TestBand() {
  return (
    <div className="test-band" role="note">
      <IconFlask size={16} aria-hidden />
      <strong>Test mode</strong>
      <span className="wide-only">Nothing here is real money, and nothing reaches production.</span>
    </div>
  )
}
