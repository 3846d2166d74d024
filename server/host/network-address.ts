import { createSocket } from 'node:dgram'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'internal' | 'mac'>[]>

/**
 * Bridges of containers and virtual machines, VPN tunnels and point-to-point links: players' devices are never behind them. `br0` and `vmbr0` are bridges to the real network, and so is a `vEthernet` that somebody has named.
 */
const sideInterfaces = [
  /^(docker|br-|veth(?!ernet)|virbr|vmnet|vboxnet|podman|cni|flannel|cali|lxc|lxd|incus|kube|vnic|bridge1\d\d$)/i,
  /^(tun|tap|wg|utun|ppp|ipsec|tailscale|zt|nordlynx|nordtun|proton|mullvad|ham\d|gpd|cscotun|outline)/i,
  /^(awdl|llw|anpi|ap\d|gif|stf|p2p|dummy|ifb)/i,
  /^vEthernet \((WSL|Default Switch|nat|Docker|HNS)/i,
  /(VirtualBox|VMware|VMnet|Hyper-V Virtual|WSL|Docker|Bluetooth)/i,
  /(WireGuard|OpenVPN|Tailscale|ZeroTier|Hamachi|NordLynx|NordVPN|ProtonVPN|Mullvad|AnyConnect|TAP-Windows|VPN)/i,
]

/** By MAC address, under whatever name: VirtualBox, Docker (ours, in a container), OpenVPN, tunnels without hardware. */
const sideMac = /^(0a:00:27:|02:42:|00:ff:|00:00:00:00:00:00)/i

/**
 * The addresses at which other devices find this machine, the likeliest first: the one that the default route goes by, then
 * those of home and school networks, then public ones, then IPv6. Addresses that no other device reaches are left out.
 *
 * @param interfaces as `os.networkInterfaces` tells
 * @param routed the addresses that this machine would speak from to the internet; a VPN may have taken that over
 */
export function reachableAddresses(interfaces: Interfaces, routed: readonly string[]): string[] {
  const found = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    sideInterfaces.some((side) => side.test(name)) ? [] : entries.filter(isReachable),
  )
  return found
    .map(({ address }) => ({ address, rank: rankOf(address, routed.includes(address)) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ address }) => address)
}

const unreachable = new Set(['loopback', 'linkLocal', 'unspecified', 'multicast', 'carrierGradeNat'])

function isReachable({ address, internal, mac }: Pick<NetworkInterfaceInfo, 'address' | 'internal' | 'mac'>) {
  return !internal && !sideMac.test(mac) && !unreachable.has(ipaddr.process(address).range())
}

function rankOf(address: string, isRouted: boolean): number {
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv6') return isRouted ? 3 : 4
  if (isRouted) return 0
  return parsed.range() === 'private' ? 1 : 2
}

/** From documentation networks: nobody has them, so the way there is the default route. Connecting UDP sends nothing. */
const somewhereElse = [
  ['udp4', '192.0.2.1'],
  ['udp6', '2001:db8::1'],
] as const

/** This machine's addresses for other devices, as `reachableAddresses` orders them. */
export async function findReachableAddresses(): Promise<string[]> {
  const routed = await Promise.all(somewhereElse.map(([type, address]) => sourceAddress(type, address)))
  return reachableAddresses(
    networkInterfaces(),
    routed.filter((address) => address !== null),
  )
}

/** @returns null where there is no way there */
function sourceAddress(type: 'udp4' | 'udp6', to: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket(type)
    const settle = (address: string | null) => {
      socket.close()
      resolve(address)
    }
    socket.once('error', () => settle(null))
    socket.connect(9, to, () => settle(socket.address().address))
  })
}
