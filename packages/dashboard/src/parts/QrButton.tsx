/** A link as a QR code, for paper and screens: to be looked at, and taken along as SVG. */
import { ActionIcon, Button, Group, Modal, Stack, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconQrcode } from '@tabler/icons-react'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { Key } from './Name.tsx'

/** Modules of quiet around it: readers ask for four. */
const QUIET = 4

/** Always dark on light, whatever the page is: not every reader takes it the other way. */
function svgOf(url: string): { readonly source: string; readonly path: string; readonly box: string } {
  const code = generate(url)
  const side = code.size + 2 * QUIET
  const [path, box] = [toSvgPath(code), `${-QUIET} ${-QUIET} ${side} ${side}`]
  const drawn = `<rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/><path d="${path}"/>`
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges">${drawn}</svg>\n`
  return { source, path, box }
}

/** `ada-spring.svg`: what the link ends with. */
const fileOf = (url: string): string => `${url.replace(/^.*\//, '').replace(/[^\w.-]+/g, '-') || 'link'}.svg`

function download(url: string, source: string): void {
  const file = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }))
  Object.assign(document.createElement('a'), { href: file, download: fileOf(url) }).click()
  URL.revokeObjectURL(file)
}

export function QrButton({ url }: { readonly url: string }) {
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Tooltip label="QR code">
        <ActionIcon variant="subtle" color="gray" aria-label={`QR code of ${url}`} onClick={dialog.open}>
          <IconQrcode size={16} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={dialog.close} title="QR code" centered>
        <Drawn url={url} />
      </Modal>
    </>
  )
}

function Drawn({ url }: { readonly url: string }) {
  const { source, path, box } = svgOf(url)
  return (
    <Stack>
      <svg className="qr" viewBox={box} role="img" aria-label={`QR code of ${url}`} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <Key>{url}</Key>
      <Group justify="flex-end">
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => download(url, source)}
          data-autofocus
        >
          Download SVG
        </Button>
      </Group>
    </Stack>
  )
}
