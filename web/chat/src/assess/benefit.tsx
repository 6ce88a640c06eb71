import type { ReactNode } from 'react';
import { clauseRoute, go } from '../route.js';
import { inWords } from './amount.js';
import type { Assessment } from './types.js';

const MET = { yes: '✓ 符合', no: '✗ 不符合', open: '？ 还不知道' } as const;

const KINDS: Readonly<Partial<Record<Assessment['kind'], string>>> = {
  intention: '文件只是说要推进，还不是现成的待遇',
  standard: '这是文件定的标准',
  permission: '这是允许做，不是发给个人的',
};

/** One benefit: what is given, and each condition with its clause. */
export function Benefit({ benefit }: { benefit: Assessment }): ReactNode {
  const { title, kind, outcome, amount, given, conditions, citations, notes, runBy, apply } = benefit;
  const comes = outcome === 'eligible' || outcome === 'unknown';
  const sum = comes && amount !== null ? inWords(amount) : null;
  const source = (quote: string) => citations.find((one) => one.quote === quote);
  const [main] = citations;
  return (
    <section className="card benefit">
      <h3>{title}</h3>
      {sum && (
        <p>
          {sum.before}
          <strong className="figure">{sum.figure}</strong>
        </p>
      )}
      {KINDS[kind] && <p className="fine">{KINDS[kind]}</p>}
      {comes && <p>{given}</p>}
      {conditions.length > 0 && (
        <table>
          <caption className="unseen">{title}的条件</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">条件</th>
              <th scope="col">符合吗</th>
            </tr>
          </thead>
          <tbody>
            {conditions.map(({ text, met, clause, quote, shortfall }) => {
              const cited = source(quote);
              return (
                <tr key={`${text} ${quote}`} data-met={String(met)}>
                  <td>
                    {text}
                    {shortfall && `（${shortfall.text}）`}
                    {cited && <Clause label={clause} {...cited} />}
                  </td>
                  <td>{met === null ? MET.open : met ? MET.yes : MET.no}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {main && conditions.length === 0 && <Clause label={main.clause} {...main} />}
      {comes && (
        <p className="fine">
          {apply ?? '怎么申请，文件没有写'}；可以问{runBy ?? '12345'}。{notes.join('；')}
        </p>
      )}
    </section>
  );
}

interface ClauseProps {
  label: string;
  documentId: string;
  clauseId: string;
  quote: string;
  document: string;
}

const Clause = ({ label, documentId, clauseId, quote, document }: ClauseProps): ReactNode => (
  <button
    type="button"
    className="plain clause-plain"
    onClick={() => go(clauseRoute(documentId, clauseId, [quote]))}
  >
    {document} {label}
  </button>
);
