import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';

const toolNamed = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

type Json = Record<string, unknown>;

describe('the MCP server', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.join(ROOT, 'dist/src/commands/kobling.js'), 'mcp'],
        env: {
          PATH: process.env.PATH ?? '',
          DATABASE_FILE: path.join(tmpdir(), 'kobling-test', 'kobling.sqlite'),
        },
      }),
    );
  });
  afterAll(() => client.close());

  test('offers every example operation as a tool that only reads', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(
      OPERATIONS.map(({ name }) => toolNamed(name)).sort(),
    );
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(tool.description).toMatch(/\n\n/);
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
    }
  });

  test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
    'answers %s with content that fits its schema, with ids and the release',
    async (name, { variables }) => {
      const { tools } = await client.listTools();
      const tool = tools.find((one) => one.name === toolNamed(name));
      const answer = await client.callTool({ name: toolNamed(name), arguments: variables });
      expect(answer).not.toMatchObject({ isError: true, content: expect.anything() });
      const content = answer.structuredContent as Json;
      const ajv = new Ajv.default({ allowUnionTypes: true, strict: false });
      addFormats.default(ajv);
      ajv.validate(tool?.outputSchema as object, content);
      expect(ajv.errors).toBeNull();
      expect(content.release).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
      expect(JSON.parse((answer.content as { text: string }[])[0]?.text ?? '')).toEqual(content);
      expect(judgementsWithout(content, 'id')).toEqual([]);
      expect(judgementsWithout(content, 'sources')).toEqual([]);
    },
  );

  test('says of an unknown id that it is unknown, and what the nearest is', async () => {
    const answer = await client.callTool({
      name: 'what_covers_incident_handling',
      arguments: { obligation: 'obligation/nis2/21.2.bb', standards: ['standard/iso27001-2022'] },
    });
    expect(answer.isError).toBe(true);
    expect(answer.content).toEqual([
      {
        type: 'text',
        text: expect.stringMatching(
          /^There is no "obligation\/nis2\/21\.2\.bb"\. Did you mean .*obligation\/nis2\/21\.2\.b/,
        ),
      },
    ]);
  });

  test('says of a reference in the place of an id which id it means', async () => {
    const answer = await client.callTool({
      name: 'what_covers_incident_handling',
      arguments: { obligation: '21(2)(b)', standards: ['standard/iso27001-2022'] },
    });
    expect(answer.isError).toBe(true);
    expect(JSON.stringify(answer.content)).toContain('obligation/nis2/21.2.b');
  });

  test('refuses arguments of another form', async () => {
    const wrong = await client
      .callTool({ name: 'what_covers_incident_handling', arguments: { obligation: 3 } })
      .catch((error: unknown) => ({ isError: true, content: String(error) }));
    expect(wrong.isError).toBe(true);
  });
});

/** The paths of judged edges in an answer (they have a rationale) that lack a field. */
function judgementsWithout(value: unknown, field: string, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'rationale' in value && !(field in value) ? [at] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => judgementsWithout(inner, field, `${at}/${key}`)),
  ];
}

describe('the MCP server over HTTP', () => {
  const kobling = useKobling({ mcp: true });

  test('offers the same tools, and answers them', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL(kobling.url.replace('/graphql', '/mcp'))));
    try {
      const { tools } = await client.listTools();
      expect(tools).toHaveLength(OPERATIONS.length);
      const answer = await client.callTool({
        name: 'what_covers_incident_handling',
        arguments: { obligation: 'obligation/nis2/21.2.b', standards: ['standard/iso27001-2022'] },
      });
      expect(answer.structuredContent).toMatchObject({
        release: { version: kobling.release.dataset.version },
        obligation: { id: 'obligation/nis2/21.2.b', coverage: { level: 'PARTIAL' } },
      });
    } finally {
      await client.close();
    }
  });

  test('refuses a body that is too large, and lives', async () => {
    const url = kobling.url.replace('/graphql', '/mcp');
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const { status } = await fetch(url, { method: 'POST', headers, body: `"${'x'.repeat(200_000)}"` });
    expect(status).toBe(413);
    expect((await kobling.ask('{ dataset { version } }')).status).toBe(200);
  });
});
