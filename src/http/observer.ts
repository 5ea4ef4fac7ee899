import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.js';

/** Told of every request when it begins, and again when its answer has gone out or its client has gone away. */
export interface Observer {
  began?(reply: Reply, request: IncomingMessage): void;
  ended(reply: Reply, request: IncomingMessage, ms: number): void;
}

/** Tells the observers of one request. */
export function observe(observers: readonly Observer[], reply: Reply, request: IncomingMessage): void {
  if (observers.length === 0) return;
  const began = performance.now();
  for (const observer of observers) observer.began?.(reply, request);
  reply.once('close', () => {
    const ms = performance.now() - began;
    for (const observer of observers) observer.ended(reply, request, ms);
  });
}
