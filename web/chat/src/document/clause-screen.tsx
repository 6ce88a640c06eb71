import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { clauseInPlace } from '../../../../src/channels/web/schemas.js';
import { clauseRoute, go, type Route } from '../route.js';
import { Icon } from '../ui/icon.js';
import { Load } from '../ui/load.js';
import { Screen } from '../ui/screen.js';
import { marked } from './mark.js';
import { STATUS } from './status.js';

type InPlace = z.infer<typeof clauseInPlace>;
const Share = lazy(() => import('../share/share.js'));

/** A clause in its document, what was quoted of it marked, with its neighbours. */
export default function ClauseScreen({ route }: { route: Route }): ReactNode {
  const [documentId = '', clauseId = ''] = route.path;
  const path = `api/documents/${encodeURIComponent(documentId)}/clauses/${encodeURIComponent(clauseId)}`;
  return (
    <Screen title="原文">
      <Load<InPlace> path={path}>
        {(clause) => <Clause clause={clause} quotes={route.query.getAll('quote')} />}
      </Load>
    </Screen>
  );
}

function Clause({ clause, quotes }: { clause: InPlace; quotes: readonly string[] }): ReactNode {
  const { document, previous, next } = clause;
  const [sharing, setSharing] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  // A long clause opens at what is quoted of it.
  useEffect(() => {
    text.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);
  const { id: documentId, title, number, region, status } = document;
  const quote = quotes[0] ?? clause.text;
  const citation = {
    documentId,
    document: number ?? title,
    title,
    clauseId: clause.id,
    clause: clause.path,
    quote,
    region: region.name,
    status,
  };
  return (
    <>
      <section className="card" aria-label="文件">
        <p className="source-title">《{title}》</p>
        <p>
          {number === null ? '文本没有写文号' : number} · {region.name}
        </p>
        <p className="status" data-status={status}>
          {STATUS[status]}
        </p>
      </section>
      {previous && <Neighbour documentId={documentId} label="上一条" clause={previous} />}
      <section className="card clause" aria-label={`这一条：${clause.path}`}>
        <h2>{clause.trail.join(' › ') || clause.path}</h2>
        <p ref={text} className="policy">
          {marked(clause.text, quotes).map(({ start, text, isQuote }) =>
            isQuote ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
          )}
        </p>
        {clause.definitions.length > 0 && (
          <dl>
            {clause.definitions.map(({ term, meaning }) => (
              <div key={term}>
                <dt>“{term}”的意思</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {next && <Neighbour documentId={documentId} label="下一条" clause={next} />}
      <div className="choices">
        <button type="button" className="choice" onClick={() => setSharing(true)}>
          <Icon name="share" />
          发给家人
        </button>
        <button
          type="button"
          className="choice"
          onClick={() => go(`documents/${encodeURIComponent(documentId)}`)}
        >
          <Icon name="document" />
          看整份文件
        </button>
      </div>
      <Suspense fallback={null}>
        {sharing && <Share citation={citation} onClose={() => setSharing(false)} />}
      </Suspense>
    </>
  );
}

interface NeighbourProps {
  documentId: string;
  label: string;
  clause: { id: string; path: string; text: string };
}

const Neighbour = ({ documentId, label, clause }: NeighbourProps): ReactNode => (
  <button type="button" className="card neighbour" onClick={() => go(clauseRoute(documentId, clause.id))}>
    <span className="link">
      {label}：{clause.path}
    </span>
    <span className="clipped">{clause.text}</span>
  </button>
);
