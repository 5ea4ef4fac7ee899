// Sends requests over kept connections, in a process of its own so that its work is never counted as a server's.
import { Agent, request } from 'node:http';

/** What to send: the bodies in turn, again from the first if there are fewer than `requests`. */
export interface LoadOrder {
  url: string;
  bodies: readonly string[];
  requests: number;
  connections: number;
  /** Those of the bodies that must be refused, with a clean error. */
  bad?: ReadonlySet<string>;
}

export interface LoadReport {
  requests: number;
  /** Bytes of all answers. */
  bytes: number;
  /** Answers with another status than 200, or that begin with errors; of bad requests, what is no clean error. */
  failed: number;
  /** What the first failed answer said. */
  failure?: string;
  /** Milliseconds from sending to the last byte, half and 99 in 100 of the requests within. */
  p50: number;
  p99: number;
}

interface Answer {
  bytes: number;
  failure?: string;
}

const ERRORS_FIRST = Buffer.from('{"errors"');
/** What no error may tell: that something unexpected went wrong, or where. */
const UNCLEAN = /INTERNAL_SERVER_ERROR|node_modules|\.[jt]s:\d|\bSELECT\b|SQLITE/;

function send(url: string, agent: Agent, body: string, isBad: boolean): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let bytes = 0;
      let first: Buffer | undefined;
      response.on('data', (chunk: Buffer) => {
        first ??= chunk;
        bytes += chunk.length;
      });
      response.on('error', (error) => resolve({ bytes, failure: error.message }));
      response.on('end', () => {
        const refused = first?.subarray(0, ERRORS_FIRST.length).equals(ERRORS_FIRST) ?? false;
        const asExpected = isBad
          ? refused && !UNCLEAN.test(first?.toString() ?? '')
          : response.statusCode === 200 && !refused;
        const failure = `${response.statusCode} ${first?.toString().slice(0, 500)}`;
        resolve(asExpected ? { bytes } : { bytes, failure });
      });
    });
    sent.on('error', (error) => resolve({ bytes: 0, failure: error.message }));
    sent.end(body);
  });
}

async function load({ url, bodies, requests, connections, bad }: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = new Float64Array(requests);
  let next = 0;
  let bytes = 0;
  let failed = 0;
  let failure: string | undefined;
  const worker = async () => {
    while (next < requests) {
      const number = next++;
      const start = performance.now();
      const body = bodies[number % bodies.length] ?? '';
      const answer = await send(url, agent, body, bad?.has(body) ?? false);
      latencies[number] = performance.now() - start;
      bytes += answer.bytes;
      if (answer.failure !== undefined) failed += 1;
      failure ??= answer.failure;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  latencies.sort();
  const within = (share: number) => latencies[Math.floor(share * (requests - 1))] ?? 0;
  return { requests, bytes, failed, failure, p50: within(0.5), p99: within(0.99) };
}

process.on('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
