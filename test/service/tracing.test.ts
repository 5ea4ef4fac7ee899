import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findTracer } from '../../src/http/tracing.js';
import { useKobling } from '../support/kobling.js';

const withoutSdk = findTracer();

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
/** The one of the W3C, as far as the test sends it. */
const propagator: TextMapPropagator = {
  inject: () => undefined,
  fields: () => ['traceparent'],
  extract(around, carrier: Record<string, string>, getter) {
    const [, traceId, spanId] = String(getter.get(carrier, 'traceparent') ?? '').split('-');
    return traceId && spanId
      ? trace.setSpanContext(around, { traceId, spanId, traceFlags: 1, isRemote: true })
      : around;
  },
};
propagation.setGlobalPropagator(propagator);

const kobling = useKobling();
beforeEach(() => exporter.reset());
afterAll(() => {
  trace.disable();
  context.disable();
  propagation.disable();
});

/** The spans of a request, the request's own last. It ends when the answer has gone out, after the client has it. */
async function spansOf(ask: () => Promise<unknown>): Promise<ReadableSpan[]> {
  await ask();
  for (let tries = 0; tries < 200; tries += 1) {
    const spans = exporter.getFinishedSpans();
    if (spans.some(({ kind }) => kind === SpanKind.SERVER)) return spans;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('No span of the request.');
}
const namesOf = (spans: ReadableSpan[]) => spans.map(({ name }) => name);

describe('with an SDK', () => {
  test('a request is a span, and each step of its operation one below it', async () => {
    const spans = await spansOf(() =>
      kobling.ask('query Hidden { obligations(first: 2) { nodes { title } } }'),
    );
    expect(namesOf(spans)).toEqual(['graphql.parse', 'graphql.validate', 'graphql.execute', 'POST graphql']);
    const request = spans.at(-1);
    for (const step of spans.slice(0, -1)) {
      expect(step.parentSpanId).toBe(request?.spanContext().spanId);
      expect(step.spanContext().traceId).toBe(request?.spanContext().traceId);
    }
    expect(request?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'kobling.source': 'computed',
    });
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('Hidden');
  });

  test('a repeat has no steps', async () => {
    const ask = () => kobling.ask('{ dataset { checksum version } }');
    await spansOf(ask);
    exporter.reset();
    const spans = await spansOf(ask);
    expect(namesOf(spans)).toEqual(['POST graphql']);
    expect(spans[0]?.attributes['kobling.source']).toBe('kept');
  });

  test('a step that fails says so', async () => {
    const spans = await spansOf(() => kobling.ask('{ nothing }'));
    expect(spans.find(({ name }) => name === 'graphql.validate')?.status.code).toBe(SpanStatusCode.ERROR);
  });

  test("a request goes on the caller's trace", async () => {
    const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
    const headers = { traceparent: `00-${traceId}-${spanId}-01` };
    const [span] = await spansOf(() => fetch(new URL('/livez', kobling.url), { headers }));
    expect([span?.spanContext().traceId, span?.parentSpanId]).toEqual([traceId, spanId]);
  });
});

test('without an SDK there is no tracer, so nothing is traced', () => {
  expect(withoutSdk).toBeUndefined();
  expect(findTracer()).toBeDefined();
});
