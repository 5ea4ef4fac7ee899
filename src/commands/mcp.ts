import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { openInProcess } from '../in-process.js';
import { createMcpServer, createTools } from '../mcp/mcp-server.js';
import { readOperations } from '../operations/example-operations.js';
import { PATHS } from '../paths.js';
import { createSchema } from '../schema.js';
import { nearest } from '../shared/nearest.js';

/** `kobling mcp`: the curated operations as tools for an assistant, over standard input and output. */
try {
  const schema = await createSchema();
  // Standard output belongs to the protocol: whatever else there is to say goes to standard error.
  const { release, execute, close } = await openInProcess(schema, console.error);
  const knowledge = { execute, nearestIds: (id: string) => nearest(id, release.nodeIds()) };
  const tools = createTools(schema, readOperations(PATHS.operations));
  serveStdio(() => createMcpServer(tools, release.dataset.version, knowledge), { onerror: console.error });
  process.stdin.once('end', () => void close());
  process.once('SIGTERM', () => void close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
