import { Card } from '@chatui/core';
import type { ReactNode } from 'react';
import type { Citation } from '../../../../src/bot/reply.js';
import { STATUS } from '../document/status.js';
import { clauseRoute, go } from '../route.js';
import { Icon } from '../ui/icon.js';
import { byDocument, type CitedClause } from './cited.js';

/** More clauses of one document than these are folded away. */
const SHOWN = 2;

/** Where a reply comes from; each clause opens in its document. */
export const Sources = ({ citations }: { citations: readonly Citation[] }): ReactNode =>
  byDocument(citations).map(({ documentId, document, title, region, status, clauses }) => {
    const link = (clause: CitedClause): ReactNode => (
      <ClauseLink key={clause.clauseId} documentId={documentId} clause={clause} />
    );
    const more = clauses.slice(SHOWN);
    return (
      <Card className="source" key={documentId}>
        <p className="fine">出处：{region}</p>
        <p className="source-title">《{title}》</p>
        <p>
          {document !== title && <>{document} </>}
          <span className="status" data-status={status}>
            {STATUS[status]}
          </span>
        </p>
        {clauses.slice(0, SHOWN).map(link)}
        {more.length > 0 && (
          <details>
            <summary>还有 {more.length} 条</summary>
            {more.map(link)}
          </details>
        )}
      </Card>
    );
  });

const ClauseLink = ({ documentId, clause }: { documentId: string; clause: CitedClause }): ReactNode => (
  <button
    type="button"
    className="clause-link"
    onClick={() => go(clauseRoute(documentId, clause.clauseId, clause.quotes))}
  >
    <span>{clause.clause}</span>
    <span className="link">
      看原文
      <Icon name="next" />
    </span>
  </button>
);
