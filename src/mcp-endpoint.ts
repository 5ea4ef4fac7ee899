import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FormattedExecutionResult } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from './context.js';
import type { CurrentRelease } from './current-release.js';
import type { GraphqlLayer } from './graphql-layer.js';
import { LARGEST_BODY_BYTES } from './http/read-body.js';
import { createMcpServer, type Tool } from './mcp/mcp-server.js';
import { nearest } from './shared/nearest.js';

export const MCP_PATH = '/mcp';

interface Below {
  current: CurrentRelease;
  layer: GraphqlLayer;
  logError: (error: unknown) => void;
}

/** The tools for assistants over HTTP (MCP's streamable transport): no session, each call from one release. */
export function createMcpEndpoint(
  tools: readonly Tool[],
  { current, layer, logError }: Below,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  async function execute(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<FormattedExecutionResult> {
    const lease = current.lease();
    try {
      const contextValue = createContext(lease.release, lease.database, randomUUID());
      return await layer.execute(query, variables, contextValue);
    } finally {
      lease.done();
    }
  }
  const nearestIds = (id: string) => nearest(id, current.release.nodeIds());
  return toNodeHandler(
    createMcpHandler(() => createMcpServer(tools, current.release.dataset.version, { execute, nearestIds }), {
      maxRequestBodySize: LARGEST_BODY_BYTES,
      onerror: logError,
    }),
  );
}
