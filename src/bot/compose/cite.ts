import type { Library } from '../../knowledge/library.js';
import { customaryName } from '../../knowledge/regions.js';
import type { Clause, PolicyDocument } from '../../knowledge/types.js';
import type { Citation } from '../reply.js';

/** A citation of `quote`, which stands word for word in the clause. */
export function cite({ meta }: PolicyDocument, clause: Pick<Clause, 'id' | 'path'>, quote: string): Citation {
  return {
    documentId: meta.id,
    document: meta.number ?? meta.title,
    title: meta.title,
    clauseId: clause.id,
    clause: clause.path,
    quote,
    region: customaryName(meta.region),
    status: meta.status,
  };
}

/** Without white space: quotes are compared so, since line breaks are layout. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The clause that holds the quote, white space aside: the one of that path first. */
export function clauseHolding(
  library: Library,
  documentId: string,
  quote: string,
  path?: string,
): Clause | undefined {
  const document = library.document(documentId);
  if (!document) return undefined;
  const sought = squeeze(quote);
  const named =
    path === undefined ? undefined : document.clauses.find((c) => squeeze(c.path) === squeeze(path));
  if (named && squeeze(named.text).includes(sought)) return named;
  return document.clauses.find((c) => squeeze(c.text).includes(sought));
}
