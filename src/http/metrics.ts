import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.js';

export interface Metrics extends Observer {
  /** What Prometheus reads. */
  print(): Promise<string>;
  contentType: string;
  /** A newer release has taken the place of the one that was served. */
  swapped(): void;
}

export interface ServedRelease {
  version: string;
  checksum: string;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const NODES = [1, 10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000];

/**
 * What is counted. Every label has few values, none of them a client's own text, so that nobody can make the series
 * grow. `servedRelease` is asked when Prometheus reads.
 */
export function createMetrics(servedRelease: () => ServedRelease): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const inFlight = new Gauge({
    name: 'kobling_requests_in_flight',
    help: 'Requests being answered.',
    registers,
  });
  const requests = new Counter({
    name: 'kobling_requests_total',
    help: 'Answered requests by kind of address and class of status; aborted are those whose client went away.',
    labelNames: ['path', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'kobling_request_duration_seconds',
    help: 'From the first byte of a request until its answer has gone out.',
    labelNames: ['path'],
    buckets: SECONDS,
    registers,
  });
  const answers = new Counter({
    name: 'kobling_answers_total',
    help: 'GraphQL answers by source: kept ones are repeats, computed ones were executed.',
    labelNames: ['source'],
    registers,
  });
  const operations = new Counter({
    name: 'kobling_operations_total',
    help: 'Executed operations by name; all but the example operations are "other".',
    labelNames: ['operation'],
    registers,
  });
  const cost = new Histogram({
    name: 'kobling_operation_nodes',
    help: 'Cost of executed operations in nodes.',
    buckets: NODES,
    registers,
  });
  const errors = new Counter({
    name: 'kobling_errors_total',
    help: 'Answers with an error, by its code.',
    labelNames: ['code'],
    registers,
  });
  const swaps = new Counter({
    name: 'kobling_release_swaps_total',
    help: 'Times that a newer release took over while serving.',
    registers,
  });
  new Gauge({
    name: 'kobling_release_info',
    help: 'The release that answers; always 1.',
    labelNames: ['version', 'checksum'],
    registers,
    collect() {
      const { version, checksum } = servedRelease();
      this.reset();
      this.set({ version, checksum }, 1);
    },
  });
  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    swapped: () => swaps.inc(),
    began: () => inFlight.inc(),
    ended({ known, statusCode, writableFinished }, _request, ms) {
      inFlight.dec();
      requests.inc({ path: known.kind, status: writableFinished ? statusClassOf(statusCode) : 'aborted' });
      duration.observe({ path: known.kind }, ms / 1_000);
      if (known.source) answers.inc({ source: known.source });
      if (known.source === 'computed') operations.inc({ operation: known.operation ?? 'other' });
      if (known.nodes !== undefined) cost.observe(known.nodes);
      for (const code of known.codes) errors.inc({ code });
    },
  };
}

const statusClassOf = (status: number) => `${Math.floor(status / 100)}xx`;
