import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6, type BlockList } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ERROR_CODES } from '../shared/errors.js';
import { clientAddressOf } from './client-address.js';
import { LARGEST_BODY_BYTES } from './read-body.js';
import type { Reply } from './reply.js';
import { refuse } from './respond.js';

export interface RateLimitOptions {
  /** Requests a client may make in a minute. */
  perMinute: number;
  /** Proxies whose word on the client's address is taken. */
  trustedProxies: BlockList;
  /** Header by which one of them names the client. */
  header?: string;
  /** How many clients are remembered at once. */
  mostClients?: number;
}

/** False if the request was refused, and answered, because its client has made too many. */
export type RateLimit = (request: IncomingMessage, reply: Reply) => Promise<boolean>;

const MINUTE_SECONDS = 60;
const MOST_CLIENTS = 50_000;

/**
 * Counts requests per client and minute; each client has a count of its own, so one never uses up another's. Who
 * connects from this machine itself is not counted. The counts are this process's: behind a balancer a client has as
 * many times the amount as there are processes.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { perMinute, mostClients = MOST_CLIENTS } = options;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  // The library keeps every key for its minute, and strangers make up addresses: who was longest silent is forgotten.
  const clients = new LRUCache<string, true>({
    max: mostClients,
    dispose: (_known, key) => void limiter.delete(key),
  });
  return async (request, reply) => {
    const key = clientKeyOf(request, options);
    if (key === null) return true;
    clients.set(key, true);
    const count = await limiter.consume(key).catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal;
      throw refusal;
    });
    const seconds = Math.max(1, Math.ceil(count.msBeforeNext / 1_000));
    reply.extraHeaders = {
      'ratelimit-limit': perMinute,
      'ratelimit-remaining': Math.max(0, count.remainingPoints),
      'ratelimit-reset': seconds,
    };
    if (count.consumedPoints <= perMinute) return true;
    reply.extraHeaders['retry-after'] = String(seconds);
    // A proxy's connection carries other clients too; one on which much is still to come is not worth reading to its end.
    if (isShort(request)) reply.extraHeaders.connection = 'keep-alive';
    refuse(
      reply,
      429,
      ERROR_CODES.RATE_LIMITED,
      `More than ${perMinute} requests in a minute came from this client. Wait ${seconds} s, then ask for more at once, in fewer requests.`,
    );
    return false;
  };
}

const isShort = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= LARGEST_BODY_BYTES;

/** What a client is counted by; null if it is not counted. Hashed where a client's text would take memory. */
function clientKeyOf(request: IncomingMessage, { trustedProxies, header }: RateLimitOptions): string | null {
  const { address, isLoopback, viaProxy } = clientAddressOf(request, trustedProxies);
  const named = header === undefined || !viaProxy ? undefined : request.headers[header];
  if (named !== undefined) return `named ${createHash('sha256').update(String(named)).digest('base64url')}`;
  if (isLoopback) return null;
  return isIPv6(address) ? networkOf(address) : address;
}

/** A subscriber has a whole /64 of IPv6 addresses to choose from, so that is what is counted. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
