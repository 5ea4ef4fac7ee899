import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Addresses and networks as a list that can be asked. Throws if one of them is neither. */
export function readNetworks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', bits, ...rest] = text.split('/');
    const family = familyOf(address);
    const most = family === 'ipv4' ? 32 : 128;
    if (
      !family ||
      rest.length > 0 ||
      (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    )
      throw new Error(`"${text}" is no address or network. Networks look like 10.0.0.0/8 or fd00::/8.`);
    list.addSubnet(address, Number(bits ?? most), family);
  }
  return list;
}

export interface ClientAddress {
  address: string;
  /** Whether the connection comes from this machine, and not on behalf of another. */
  isLoopback: boolean;
  /** Whether the connection comes from a trusted proxy. */
  viaProxy: boolean;
}

/**
 * Whose request it is. X-Forwarded-For is read from its end, where the proxies write, and only as far as each writer
 * is trusted: the first address that is no trusted proxy's is the client's. What stands before it anyone may have written.
 */
export function clientAddressOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: BlockList,
): ClientAddress {
  const peer = withoutMapping(socket.remoteAddress ?? '');
  let address = peer;
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  while (forwarded.length > 0 && isIn(trusted, address)) {
    const next = withoutMapping(forwarded.pop()?.trim() ?? '');
    if (!familyOf(next)) break;
    address = next;
  }
  return { address, isLoopback: address === peer && isIn(LOOPBACK, peer), viaProxy: isIn(trusted, peer) };
}

const LOOPBACK = readNetworks(['127.0.0.0/8', '::1']);

function isIn(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}

/** A socket that takes both kinds of addresses writes those of version 4 as `::ffff:192.0.2.1`. */
const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
