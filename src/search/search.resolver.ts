import { Arg, Args, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { createConnectionType, ForwardPageArgs, paginate, type Connection } from '../shared/connections.js';
import { badInput } from '../shared/errors.js';
import { Language } from '../shared/language.js';
import { Node } from '../shared/node.js';
import type { NeedsPace } from '../shared/pace.js';
import { excerptOf, LONGEST_EXCERPT } from './excerpt.js';
import type { Match } from './full-text.js';
import { rankMatches } from './rank.js';
import { readSearchQuery, type SearchQuery } from './search-query.js';
import type { SearchGraph } from './search.graph.js';
import type { SearchStore } from './search-store.js';

const LONGEST_TEXT = 200;

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsSearch extends NeedsPace {
  release: { search: SearchGraph; node(id: string): Node | undefined };
  search: SearchStore;
}

@ObjectType('SearchResult', {
  simpleResolvers: true,
  description: 'Something found, and what it was found by.',
})
export class SearchResult {
  /** Names the result in a cursor. */
  id!: string;

  position!: number;

  @Field(() => Node, { description: 'What was found.' })
  node!: Node;

  @Field(() => String, {
    description: `The text that it was found by: its title, name, citation, summary, rationale or the like, in the language it was found in; \`…\` where it is cut, at most ${LONGEST_EXCERPT} characters of it. What was found stands between \`**\` and \`**\`. Plain text: escape it like any other before it goes into HTML.`,
  })
  excerpt!: string;
}

export const SearchResultConnection = createConnectionType('SearchResult', () => SearchResult);

@Resolver()
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    description: `Full text over the titles, names, numbers, citations, summaries, topics and reasons of all that has an id. Every word must be found, in any order, if only as the beginning of a longer one (\`supplier\` finds \`suppliers\`); numbers are whole (\`A.5.1\` does not find \`A.5.19\`), and so is what stands in double quotes, in that order. Capitals, accents and \`æ ø å\` or \`ae oe aa\` make no difference, nor do hyphens; no other sign means anything but itself, and words such as \`of\` or \`og\` are not looked for. Abbreviations and a few expressions that people use for one another find each other (\`MFA\`, \`multi-factor authentication\`). Best first: what is called just so, then names and numbers, what they belong to, summaries, reasons; what is in force ahead of what is superseded or repealed; always in the same order. Inherited edges repeat the text of the edge they come from and are left out. Nothing found is an empty list. BAD_USER_INPUT if the text is blank or has more than ${LONGEST_TEXT} characters.`,
  })
  async search(
    @Arg('text', () => String, {
      description: `What to look for, at most ${LONGEST_TEXT} characters: \`backup\`, \`leverandoer\`, \`A.8.13\`, \`21(2)(c)\`, \`"significant incident"\`.`,
    })
    text: string,
    @Arg('language', () => Language, {
      nullable: true,
      description:
        'Look in what is read in this language only. Left out, in both; the excerpt is then in the language that fits better, English if both do.',
    })
    language: Language | null | undefined,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: NeedsSearch,
  ): Promise<Connection<SearchResult>> {
    checkText(text);
    return context.pace.turn(() =>
      find(readSearchQuery(text, context.release.search), language ?? null, page, context),
    );
  }
}

async function find(
  query: SearchQuery,
  language: Language | null,
  page: ForwardPageArgs,
  context: NeedsSearch,
): Promise<Connection<SearchResult>> {
  const matches = rankMatches(await context.search.match(query, language));
  const { edges, ...ranked } = paginate(
    matches.map((match) => ({ ...match, id: match.nodeId })),
    page,
  );
  const texts = await context.search.textsAt(edges.map(({ node }) => node.position));
  const found = edges.map(({ cursor, node: match }) => ({
    cursor,
    node: resultOf(match, excerptOf(texts.get(match.position) ?? [], query), context),
  }));
  return { ...ranked, edges: found, nodes: found.map(({ node }) => node) };
}

function checkText(text: string): void {
  if (text.trim() === '') {
    throw badInput('text is blank. Say what to look for.', { argument: 'text', value: '' });
  }
  const { length } = [...text];
  if (length > LONGEST_TEXT) {
    throw badInput(
      `text has ${length} characters, but at most ${LONGEST_TEXT} are looked for. Leave out what matters least.`,
      { argument: 'text', value: length },
    );
  }
}

function resultOf({ nodeId, position }: Match, excerpt: string, { release }: NeedsSearch): SearchResult {
  const node = release.node(nodeId);
  // Index and release are read from one database; a miss here is a bug, never something to leave out.
  if (!node) throw new Error(`The full text index names ${nodeId}, which the release does not hold.`);
  return Object.assign(new SearchResult(), { id: nodeId, position, node, excerpt });
}
