import { fromJsonSchema, McpServer, type CallToolResult } from '@modelcontextprotocol/server';
import { getOperationAST, print, type GraphQLSchema } from 'graphql';
import type { ExampleOperation } from '../operations/example-operations.js';
import { answerSchema } from './answer-schema.js';
import { argumentSchema } from './argument-schema.js';
import { withIdentities } from './identified.js';
import type { JsonSchema } from './json-schema.js';
import type { Knowledge } from './knowledge.js';
import { idsAmong, unknownIds } from './unknown-ids.js';

/** A curated operation as an assistant sees it. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  /** The operation, with ids, sources and the release asked for. */
  query: string;
  arguments: JsonSchema;
  /** The ids among given arguments. */
  idsAmong: (variables: Readonly<Record<string, unknown>>) => string[];
  answer: JsonSchema;
}

/** Tells an assistant what it is talking to. */
const INSTRUCTIONS =
  'Kobling answers which clauses of ISO standards cover which obligations of NIS2 (Directive (EU) 2022/2555), how far, why, and what is left. Each tool is one question; its examples show the form of ids, and with other arguments it answers the same question of other things. UNASSESSED means that nobody has judged, NONE that somebody has and nothing covers: never report one as the other. Cite ids, sources and the release. This is no legal advice.';

/** The tools, made from the example operations: what people try in GraphiQL is what assistants call. */
export function createTools(schema: GraphQLSchema, operations: readonly ExampleOperation[]): Tool[] {
  return operations.map(({ name, question, document, variables }) => {
    const identified = withIdentities(document, schema);
    const operation = getOperationAST(identified, name);
    if (!operation) throw new Error(`${name} is not in its document.`);
    return {
      name: name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase(),
      title: question.en,
      description: `${question.en}\n\n${question.da}`,
      query: print(identified),
      arguments: argumentSchema(schema, operation, variables),
      idsAmong: idsAmong(schema, operation),
      answer: answerSchema(schema, identified, operation),
    };
  });
}

/** An MCP server with the tools; all of them only read. */
export function createMcpServer(tools: readonly Tool[], version: string, knowledge: Knowledge): McpServer {
  const server = new McpServer(
    { name: 'kobling', title: 'Kobling', version },
    { instructions: INSTRUCTIONS, capabilities: { tools: {} } },
  );
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: fromJsonSchema<Record<string, unknown>>({ ...tool.arguments }),
        outputSchema: fromJsonSchema({ ...tool.answer }),
        annotations: {
          readOnlyHint: true,
          idempotentHint: true,
          destructiveHint: false,
          openWorldHint: false,
        },
      },
      (variables) => call(tool, variables, knowledge),
    );
  }
  return server;
}

async function call(
  tool: Tool,
  variables: Record<string, unknown>,
  knowledge: Knowledge,
): Promise<CallToolResult> {
  const unknown = await unknownIds(tool.idsAmong(variables), knowledge);
  if (unknown.length > 0) return failure(unknown);
  const { data, errors } = await knowledge.execute(tool.query, variables);
  if (errors || !data) return failure((errors ?? []).map(({ message }) => message));
  return { content: [{ type: 'text', text: JSON.stringify(data) }], structuredContent: data };
}

const failure = (messages: readonly string[]): CallToolResult => ({
  isError: true,
  content: messages.map((text) => ({ type: 'text', text })),
});
