import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Library } from '../../knowledge/library.js';
import { covers, regionsCalled } from '../../knowledge/regions.js';
import { search } from '../../knowledge/search/search.js';
import type { Clause, DocumentMeta, PolicyDocument } from '../../knowledge/types.js';
import { notFound, Problem } from './problem.js';
import {
  clauseInPlace,
  documentList,
  problems,
  searchQuery,
  searchResults,
  wholeDocument,
} from './schemas.js';

const documentParams = z.strictObject({ id: z.string().max(100) });
const clauseParams = z.strictObject({ id: z.string().max(100), clauseId: z.string().max(100) });

/** The policies and their clauses, word for word, and the search over them. */
export function documentRoutes(library: () => Library): FastifyPluginAsyncZod {
  const find = (id: string): PolicyDocument => {
    const document = library().document(id);
    if (!document) throw notFound('这份文件');
    return document;
  };

  return async (app) => {
    app.get(
      '/api/documents',
      { schema: { summary: '收录的政策文件', response: { 200: documentList, ...problems() } } },
      async () => ({
        documents: library().documents.map(({ meta, clauses }) => ({ ...meta, clauses: clauses.length })),
      }),
    );

    app.get(
      '/api/documents/:id',
      {
        schema: {
          summary: '一份文件的全文和条款',
          params: documentParams,
          response: { 200: wholeDocument, ...problems(400, 404) },
        },
      },
      async (request) => {
        const { meta, text, clauses } = find(request.params.id);
        return { ...meta, text, clauses: clauses.map(outline) };
      },
    );

    app.get(
      '/api/documents/:id/clauses/:clauseId',
      {
        schema: {
          summary: '一条条款和它前后的条款',
          params: clauseParams,
          response: { 200: clauseInPlace, ...problems(400, 404) },
        },
      },
      async (request) => {
        const { meta, clauses } = find(request.params.id);
        const at = clauses.findIndex((c) => c.id === request.params.clauseId);
        const clause = clauses[at];
        if (clause === undefined) throw notFound('这一条');
        const neighbour = (i: number): ReturnType<typeof outline> | null => {
          const other = clauses[i];
          return other ? outline(other) : null;
        };
        return { document: heading(meta), ...clause, previous: neighbour(at - 1), next: neighbour(at + 1) };
      },
    );

    app.get(
      '/api/search',
      {
        schema: {
          summary: '在条款里查找',
          querystring: searchQuery,
          response: { 200: searchResults, ...problems(400) },
        },
      },
      async (request) => {
        const { q, region, limit } = request.query;
        const held = library();
        const hits = search(
          held.index,
          { text: q },
          { limit, regions: region === undefined ? null : reaching(held, region) },
        );
        return {
          results: hits.flatMap(({ chunk, score }) => {
            const document = held.document(chunk.documentId);
            const clause =
              chunk.clauseId === null ? undefined : held.clause(chunk.documentId, chunk.clauseId);
            if (!document || !clause) return [];
            return [
              {
                document: heading(document.meta),
                clauseId: clause.id,
                clause: clause.path,
                trail: clause.trail,
                text: chunk.text,
                score,
              },
            ];
          }),
        };
      },
    );
  };
}

const heading = ({ id, title, number, region, status }: DocumentMeta) => ({
  id,
  title,
  number,
  region,
  status,
});
const outline = ({ id, path, trail, kind, text, departments }: Clause) => ({
  id,
  path,
  trail,
  kind,
  text,
  departments,
});

/** Adcodes of the places whose policies reach the one named. */
function reaching({ documents }: Library, name: string): string[] {
  const places = regionsCalled(name);
  if (places.length === 0)
    throw new Problem(400, 'unknown-region', `没有认出“${name}”是哪里。`, '请用地名全称或六位行政区划代码。');
  return documents
    .map((d) => d.meta.region)
    .filter((region) => places.some((place) => covers(region, place)))
    .map((region) => region.adcode);
}
