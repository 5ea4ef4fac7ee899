import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds before the first test, once: the browser tests serve the built page, the README's figures come from a command. */
export default function build() {
  const start = fileURLToPath(new URL('../../src/commands/start.mjs', import.meta.url));
  execFileSync(process.execPath, [start, '--build-only'], { stdio: 'inherit' });
}
