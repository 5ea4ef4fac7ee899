// The floor: the least that any server on node:http does. It reads the body of a POST and sends ready-made bytes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers of one operation as Kobling gave them; they are sent in turn to whoever asks at the path. */
export interface FloorAnswers {
  path: string;
  headers: Record<string, string>;
  answers: readonly Uint8Array[];
}

const sets = new Map<string, FloorAnswers & { next: number }>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    Buffer.concat(chunks).toString('utf8');
    const set = sets.get(request.url ?? '/');
    const answer = set?.answers[set.next++ % set.answers.length];
    if (!set || !answer) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...set.headers, 'content-length': answer.length }).end(answer);
  });
});

process.on('message', (set: FloorAnswers) => {
  sets.set(set.path, { ...set, next: 0 });
  process.send?.({ kept: set.path });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
