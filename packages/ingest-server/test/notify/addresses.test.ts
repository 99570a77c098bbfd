import { describe, expect, it } from 'vitest'
import { isPublic } from '../../src/notify/addresses.ts'

describe('an address of the public internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '192.0.1.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '2a00:1450:4001::1',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('is %s', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    ['this host', '0.0.0.0'],
    ['this host', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a carrier’s own network, with the metadata of one cloud', '100.100.100.200'],
    ['link-local, with the metadata of most clouds', '169.254.169.254'],
    ['a protocol’s own, with the metadata of one cloud', '192.0.0.192'],
    ['the host of a cloud’s machine', '168.63.129.16'],
    ['a document’s', '192.0.2.1'],
    ['a document’s', '203.0.113.9'],
    ['a measurement’s', '198.19.255.1'],
    ['a relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['kept for later', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, long', '0:0:0:0:0:0:0:1'],
    ['loopback, mapped', '::ffff:127.0.0.1'],
    ['loopback, mapped and in hexadecimal', '::ffff:7f00:1'],
    ['loopback, mapped and long', '0:0:0:0:0:ffff:7f00:0001'],
    ['a private network, translated', '64:ff9b::10.0.0.1'],
    ['a translation of a network’s own', '64:ff9b:1::8.8.8.8'],
    ['IPv4 as it was once embedded', '::8.8.8.8'],
    ['unique-local', 'fc00::1'],
    ['unique-local, with the metadata of one cloud', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with its interface', 'fe80::1%eth0'],
    ['site-local, of old', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['a tunnel that carries IPv4', '2002:7f00:1::'],
    ['a tunnel that carries IPv4', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['a document’s', '2001:db8::1'],
    ['a document’s', '3fff::1'],
    ['no address at all', 'localhost'],
    ['no address at all', ''],
    ['no address at all', '127.1'],
    ['no address at all', '1.2.3.4.5'],
  ])('is not %s: %s', (_what, address) => {
    expect(isPublic(address)).toBe(false)
  })
})
