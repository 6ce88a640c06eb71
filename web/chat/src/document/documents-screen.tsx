import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { documentList, wholeDocument } from '../../../../src/channels/web/schemas.js';
import { clauseRoute, go, type Route } from '../route.js';
import { Load } from '../ui/load.js';
import { Screen } from '../ui/screen.js';
import { STATUS } from './status.js';

type List = z.infer<typeof documentList>;
type Whole = z.infer<typeof wholeDocument>;

/** The policies held; with an id, one of them, clause by clause. */
export default function DocumentsScreen({ route }: { route: Route }): ReactNode {
  const [id] = route.path;
  if (id === undefined)
    return (
      <Screen title="收录的文件">
        <Load<List> path="api/documents">{({ documents }) => documents.map(Entry)}</Load>
      </Screen>
    );
  return (
    <Screen title="整份文件">
      <Load<Whole> path={`api/documents/${encodeURIComponent(id)}`}>
        {(document) => <Document {...document} />}
      </Load>
    </Screen>
  );
}

const Entry = ({ id, title, number, region, status }: List['documents'][number]): ReactNode => (
  <button
    type="button"
    className="card entry"
    key={id}
    onClick={() => go(`documents/${encodeURIComponent(id)}`)}
  >
    <span className="source-title">《{title}》</span>
    <span>
      {number ?? '文本没有写文号'} · {region.name}
    </span>
    <span className="status" data-status={status}>
      {STATUS[status]}
    </span>
  </button>
);

const Document = ({ id, title, number, status, issuers, clauses }: Whole): ReactNode => (
  <>
    <section className="card" aria-label="文件">
      <p className="source-title">《{title}》</p>
      <p>{[number ?? '文本没有写文号', ...issuers].join(' · ')}</p>
      <p className="status" data-status={status}>
        {STATUS[status]}
      </p>
    </section>
    {clauses.map((clause) => (
      <button
        type="button"
        className="card entry policy"
        key={clause.id}
        onClick={() => go(clauseRoute(id, clause.id))}
      >
        {clause.text}
      </button>
    ))}
  </>
);
