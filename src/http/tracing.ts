import {
  context,
  propagation,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.js';

/** The tracer of the operator's SDK; nothing if none was registered before the start, and then tracing costs nothing. */
export function findTracer(): Tracer | undefined {
  const provider = trace.getTracerProvider();
  return provider instanceof ProxyTracerProvider
    ? provider.getDelegateTracer('kobling')
    : provider.getTracer('kobling');
}

/** Answers a request within a span of its own, which goes on the caller's trace where the caller sent one. */
export function traceRequest<T>(tracer: Tracer, request: IncomingMessage, reply: Reply, answer: () => T): T {
  const { known } = reply;
  const around = trace.getActiveSpan()
    ? context.active()
    : propagation.extract(ROOT_CONTEXT, request.headers);
  const method = METHODS.has(request.method ?? '') ? request.method : '_OTHER';
  const span = tracer.startSpan(
    `${method} ${known.kind}`,
    {
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': method,
        'kobling.request.id': known.id,
        'kobling.path.kind': known.kind,
      },
    },
    around,
  );
  reply.once('close', () => {
    span.setAttribute('http.response.status_code', reply.statusCode);
    if (known.source) span.setAttribute('kobling.source', known.source);
    if (known.operation) span.setAttribute('graphql.operation.name', known.operation);
    if (known.nodes !== undefined) span.setAttribute('kobling.cost.nodes', known.nodes);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  return context.with(trace.setSpan(around, span), answer);
}

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS']);
