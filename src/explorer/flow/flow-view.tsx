import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { scopeOf } from '../address.js';
import { ask } from '../api.js';
import type { FlowAnswer, FlowEdge } from '../answers.js';
import { Filters } from '../matrix/filters.js';
import { csvOf } from '../parts/csv.js';
import { ExportBar } from '../parts/export-bar.js';
import { Failure } from '../parts/failure.js';
import { useNavigation } from '../parts/navigation.js';
import { standaloneSvg } from '../parts/standalone-svg.js';
import { chosenStandards, useStart } from '../parts/start.js';
import { FLOW } from '../queries.js';
import { asApi } from '../words/language.js';
import { capital, useWords } from '../words/words.js';
import { FlowDrawing } from './flow-drawing.js';
import { flowOf, type FlowPicture } from './flows.js';

const MEASURE = 'measure/nis2/';

/** From measures to clauses, as a picture and as a table. */
export function FlowView() {
  const words = useWords();
  const { address, go } = useNavigation();
  const { measures } = useStart();
  const drawing = useRef<SVGSVGElement>(null);
  const { edges, error } = useEdges();
  const picture = useMemo(
    () => edges && flowOf(edges, measures, address.measure),
    [edges, measures, address.measure],
  );
  const choose = (id: string) => go({ measure: id.slice(MEASURE.length) });
  return (
    <>
      <div class="view-head">
        <h1>{words.flow.title}</h1>
        <p class="lead">{words.flow.lead}</p>
      </div>
      <Filters classes={false} />
      <div class="tools">
        <label class="inline">
          <span>{words.flow.measure}</span>
          <select
            value={address.measure ?? ''}
            onChange={({ currentTarget: { value } }) => go({ measure: value || undefined })}
          >
            <option value="">{words.flow.allMeasures}</option>
            {measures.map(({ id, citation, title }) => (
              <option key={id} value={id.slice(MEASURE.length)}>
                {capital(citation)}: {title}
              </option>
            ))}
          </select>
        </label>
        {picture && picture.sums.length > 0 && (
          <ExportBar
            name="kobling-flow"
            csv={() =>
              flowCsv(picture, [words.flow.measure, words.flow.clauses, words.flow.edges, words.flow.weight])
            }
            svg={() => (drawing.current ? standaloneSvg(drawing.current) : '')}
          />
        )}
      </div>
      {error && <Failure message={error} />}
      {!picture && !error && <p class="loading">{words.page.loading}</p>}
      {picture?.sums.length === 0 && <p class="empty">{words.flow.none}</p>}
      {picture && picture.sums.length > 0 && (
        <>
          <FlowDrawing
            picture={picture}
            drawing={drawing}
            onChoose={address.measure === undefined ? choose : undefined}
          />
          <FlowTable picture={picture} grouped={address.measure === undefined} />
        </>
      )}
    </>
  );
}

/** All pages of the edges in question, a standard at a time side by side. */
function useEdges(): { edges?: FlowEdge[]; error?: string } {
  const { address } = useNavigation();
  const { standards, measures } = useStart();
  const [result, setResult] = useState<{ key?: string; edges?: FlowEdge[]; error?: string }>({});
  const ids = chosenStandards(standards, address).map(({ id }) => id);
  const scope = scopeOf(address) as { sectors?: string[] };
  const asked = address.measure === undefined ? measures.map(({ id }) => id) : [MEASURE + address.measure];
  const key = JSON.stringify([ids, scope.sectors, asked, address.lang]);
  useEffect(() => {
    let current = true;
    const filterOf = (id: string) => ({
      standards: [id],
      measures: asked,
      instruments: ['instrument/nis2'],
      ...(scope.sectors && { sectors: scope.sectors }),
    });
    Promise.all(ids.map((id) => allPages(filterOf(id), asApi(address.lang)))).then(
      (pages) => current && setResult({ key, edges: pages.flat() }),
      (error: unknown) =>
        current && setResult({ key, error: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return result.key === key ? result : {};
}

async function allPages(filter: object, language: string): Promise<FlowEdge[]> {
  const edges: FlowEdge[] = [];
  let after: string | null = null;
  do {
    const { mappings }: FlowAnswer = await ask<FlowAnswer>(FLOW, { filter, after, language });
    edges.push(...mappings.nodes);
    after = mappings.pageInfo.hasNextPage ? mappings.pageInfo.endCursor : null;
  } while (after !== null);
  return edges;
}

function FlowTable({ picture, grouped }: { picture: FlowPicture; grouped: boolean }) {
  const words = useWords();
  return (
    <details class="as-table" open={!grouped}>
      <summary>{words.flow.table}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.flow.table}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.flow.measure}</th>
              <th scope="col">{grouped ? words.flow.groups : words.flow.clauses}</th>
              <th scope="col">{words.flow.edges}</th>
              <th scope="col">{words.flow.strongest}</th>
              <th scope="col">{words.flow.weight}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(picture).map(({ from, to, sum }) => (
              <tr key={`${sum.from} ${sum.to}`}>
                <th scope="row">{capital(from)}</th>
                <td>{to}</td>
                <td class="figure">{sum.edges}</td>
                <td class="figure">{sum.strongest}</td>
                <td class="figure">{sum.weight}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Measures in the order of the law, in each the heaviest flow first. */
function inOrder({ left, right, sums }: FlowPicture) {
  const titles = new Map(right.map(({ id, label, title }) => [id, `${label} ${title}`]));
  return left.flatMap(({ id, label }) =>
    sums
      .filter((sum) => sum.from === id)
      .sort((one, other) => other.weight - one.weight)
      .map((sum) => ({ from: label, to: titles.get(sum.to) ?? sum.to, sum })),
  );
}

const flowCsv = (picture: FlowPicture, head: readonly string[]) =>
  csvOf([head, ...inOrder(picture).map(({ from, to, sum }) => [from, to, sum.edges, sum.weight])]);
