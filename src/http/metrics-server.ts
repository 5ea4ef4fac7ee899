import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.js';

/** Serves `/metrics` on a port of its own, so that it can be kept from the world without a rule in front. */
export async function serveMetrics(
  metrics: Metrics,
  { METRICS_HOST, METRICS_PORT }: { METRICS_HOST: string; METRICS_PORT?: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Metrics are at /metrics.\n');
      return;
    }
    metrics.print().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`METRICS_PORT: ${error.message}`)));
    server.listen(METRICS_PORT, METRICS_HOST, resolve);
  });
  return server;
}
