import { Kind, parse, type DocumentNode } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One of the example operations of `schema/operations`, the curated questions that GraphiQL opens, the tests run and
 * assistants are given as tools.
 */
export interface ExampleOperation {
  /** `analyst/01-what-covers-incident-handling`. */
  path: string;
  kindOfUser: string;
  /** Name of the operation in the document. */
  name: string;
  /** The question it answers, as its comment asks it. */
  question: { en: string; da: string };
  query: string;
  document: DocumentNode;
  /** Variables of an example. */
  variables: Record<string, unknown>;
}

/** All example operations below `folder`, in the order of their folders and names. */
export function readOperations(folder: string): ExampleOperation[] {
  return readdirSync(folder)
    .sort()
    .flatMap((kindOfUser) =>
      readdirSync(path.join(folder, kindOfUser))
        .filter((file) => file.endsWith('.graphql'))
        .sort()
        .map((file) => readOperation(folder, kindOfUser, file.replace('.graphql', ''))),
    );
}

function readOperation(folder: string, kindOfUser: string, file: string): ExampleOperation {
  const read = (ending: string) => readFileSync(path.join(folder, kindOfUser, `${file}${ending}`), 'utf8');
  const query = read('.graphql');
  const document = parse(query);
  const name = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  )[0];
  const [en, da] = questionsOf(query);
  if (name === undefined || !en || !da)
    throw new Error(`${kindOfUser}/${file}.graphql needs a name and its question in English and in Danish.`);
  return {
    path: `${kindOfUser}/${file}`,
    kindOfUser,
    name,
    question: { en, da },
    query,
    document,
    variables: JSON.parse(read('.variables.json')) as Record<string, unknown>,
  };
}

/** The comment at the top: the question in English, an empty line, the same in Danish. */
function questionsOf(query: string): string[] {
  const lines = query.split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  );
  return comment
    .map((line) => line.replace(/^# ?/, ''))
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim());
}
