import { parseArgs } from 'node:util';
import { ask } from '../ask/ask.js';
import { printAnswer } from '../ask/print-answer.js';
import { openInProcess } from '../in-process.js';
import { createSchema } from '../schema.js';
import { Language } from '../shared/language.js';

const USAGE =
  'Usage: kobling ask <reference> [--language en|da] [--json], for example kobling ask "21(2)(d)"';

/**
 * `kobling ask "21(2)(d)"`: what a reference means, which clauses cover it, why, and what is left. Exits with 1 if
 * nothing is known by that reference, or if it may mean several things.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
  });
  const reference = positionals.join(' ');
  const language = Object.values(Language).find((one) => String(one) === values.language.toUpperCase());
  if (!reference || !language) throw new Error(USAGE);
  const { execute, close } = await openInProcess(await createSchema(), console.error);
  try {
    const answer = await ask(reference, language, execute);
    console.log(values.json ? JSON.stringify(answer, null, 2) : printAnswer(reference, answer, language));
    if (answer.resolve[0]?.node == null) process.exitCode = 1;
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
