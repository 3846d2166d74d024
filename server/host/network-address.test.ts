import { expect, test } from 'vitest'
import { type Interfaces, reachableAddresses } from './network-address'

const macs: Record<string, string> = {
  'Ethernet 2': '0a:00:27:00:00:0c',
  'Ethernet 5': '00:ff:8a:11:22:33',
  'My tunnel': '00:00:00:00:00:00',
  eth9: '02:42:ac:11:00:02',
}

/** @param entries what each interface has, with blanks between */
function machine(entries: Record<string, string>): Interfaces {
  const of = (name: string, address: string) => ({
    address,
    internal: /^(lo\d?|Loopback.*)$/.test(name),
    mac: macs[name] ?? '3c:22:fb:00:00:01',
  })
  return Object.fromEntries(
    Object.entries(entries).map(([name, all]) => [name, all.split(' ').map((address) => of(name, address))]),
  )
}

const lo = { lo: '127.0.0.1 ::1' }

test.each<[string, Record<string, string>, string[], string[]]>([
  [
    'a laptop with Docker before its Wi-Fi',
    { ...lo, docker0: '172.17.0.1', 'br-3f2a91c04b7d': '172.18.0.1', wlp2s0: '192.168.178.21' },
    ['192.168.178.21'],
    ['192.168.178.21'],
  ],
  [
    'a laptop whose VPN has taken the default route',
    { ...lo, wlan0: '192.168.1.23', tun0: '10.8.0.6', wg0: '10.2.0.2' },
    ['10.8.0.6'],
    ['192.168.1.23'],
  ],
  [
    'Windows with WSL, Hyper-V and VirtualBox',
    {
      'vEthernet (WSL (Hyper-V firewall))': '172.29.96.1',
      'vEthernet (Default Switch)': '172.20.16.1',
      'Ethernet 2': '192.168.56.1',
      'Wi-Fi': '192.168.0.14',
      'Loopback Pseudo-Interface 1': '127.0.0.1',
    },
    ['192.168.0.14'],
    ['192.168.0.14'],
  ],
  [
    'Windows with tunnels under names of their own',
    { 'Ethernet 5': '10.8.0.6', 'My tunnel': '10.2.0.2', Ethernet: '192.168.0.15' },
    ['10.8.0.6'],
    ['192.168.0.15'],
  ],
  [
    'Windows whose network goes through a switch of its own',
    { 'vEthernet (Office)': '10.20.30.40', 'vEthernet (WSL)': '172.29.96.1' },
    ['10.20.30.40'],
    ['10.20.30.40'],
  ],
  [
    'a Mac with a tunnel, AirDrop and a shared connection',
    { lo0: '127.0.0.1', awdl0: 'fe80::1', utun3: '10.14.0.2', bridge100: '192.168.64.1', en0: '192.168.1.7' },
    ['10.14.0.2'],
    ['192.168.1.7'],
  ],
  [
    'a cable that got no address, and Wi-Fi that did',
    { ...lo, eth0: '169.254.33.7', wlan0: '10.0.0.8' },
    ['10.0.0.8'],
    ['10.0.0.8'],
  ],
  [
    'two networks, the second with the default route',
    { ...lo, eth0: '192.168.50.2', wlan0: '192.168.1.5' },
    ['192.168.1.5'],
    ['192.168.1.5', '192.168.50.2'],
  ],
  [
    'two networks without a way out',
    { ...lo, eth0: '203.0.113.5', eth1: '10.1.0.5' },
    [],
    ['10.1.0.5', '203.0.113.5'],
  ],
  [
    'a server with a public address and a private network beside it',
    { ...lo, eth0: '203.0.113.5 2001:db8:a::5', eth1: '10.1.0.5' },
    ['203.0.113.5', '2001:db8:a::5'],
    ['203.0.113.5', '10.1.0.5', '2001:db8:a::5'],
  ],
  [
    'a host of virtual machines, whose bridge is the network',
    { ...lo, vmbr0: '192.168.2.10', virbr0: '192.168.122.1', veth101i0: '10.9.9.9' },
    ['192.168.2.10'],
    ['192.168.2.10'],
  ],
  [
    'a mesh of machines beside the network, and a phone company’s address',
    {
      ...lo,
      tailscale0: '100.101.102.103',
      zt5u4y: '10.147.17.5',
      wwan0: '100.64.3.2',
      wlan0: '192.168.8.3',
    },
    ['192.168.8.3'],
    ['192.168.8.3'],
  ],
  [
    'IPv6 only',
    { ...lo, eth0: 'fe80::a:b fd12:3456::7 2001:db8:1:2::7 2001:db8:1:2:aaaa::1' },
    ['2001:db8:1:2:aaaa::1'],
    ['2001:db8:1:2:aaaa::1', 'fd12:3456::7', '2001:db8:1:2::7'],
  ],
  ['a container with a network of Docker’s', { ...lo, eth9: '172.17.0.2' }, ['172.17.0.2'], []],
  ['no network', lo, [], []],
])('the address for phones: %s', (_, entries, routed, addresses) => {
  expect(reachableAddresses(machine(entries), routed)).toEqual(addresses)
})
