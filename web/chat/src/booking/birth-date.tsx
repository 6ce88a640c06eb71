import { type ReactNode, useState } from 'react';

interface Props {
  required: boolean;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange(value: string): void;
}

const PARTS = [
  ['年', 4],
  ['月', 2],
  ['日', 2],
] as const;

/** Three numbers to write: a calendar that opens at today is a long way from 1948. */
export function BirthDate({ required, value, onChange }: Props): ReactNode {
  const [parts, setParts] = useState(
    value === '' ? ['', '', ''] : value.split('-').map((n) => String(Number(n))),
  );

  function write(at: number, digits: string): void {
    const next = parts.map((part, i) => (i === at ? digits.normalize('NFKC').replace(/\D/g, '') : part));
    const [year = '', month = '', day = ''] = next;
    setParts(next);
    onChange(
      next.every((part) => part === '')
        ? ''
        : [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    );
  }

  return (
    <fieldset className="birth">
      <legend>出生日期（阳历{required ? '' : '，不写也行'}）</legend>
      {PARTS.map(([name, length], i) => (
        <label className="field" key={name}>
          {name}
          <input
            inputMode="numeric"
            value={parts[i]}
            required={required}
            maxLength={length}
            onChange={({ target }) => write(i, target.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
