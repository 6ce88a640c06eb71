import { type FormEvent, type ReactNode, useId, useState } from 'react';

interface Props {
  fact: string;
  range: { unit: string; min: number; max: number; integer: boolean };
  onTold(said: string, facts: Record<string, unknown>): void;
}

export function NumberAnswer({ fact, range, onTold }: Props): ReactNode {
  const [words, setWords] = useState('');
  const [fault, setFault] = useState('');
  const id = useId();
  const { unit, min, max, integer } = range;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const value = Number(words.normalize('NFKC').trim());
    const fits = words.trim() !== '' && value >= min && value <= max && (!integer || Number.isInteger(value));
    if (fits) onTold(`${value}${unit}`, { [fact]: value });
    else setFault(`请写一个${min}到${max}的数字，比如76。`);
  }

  return (
    <form onSubmit={submit}>
      <label className="field">
        {fact === 'age' ? '周岁' : `多少${unit}`}
        <input
          inputMode={integer ? 'numeric' : 'decimal'}
          value={words}
          maxLength={8}
          aria-invalid={fault !== ''}
          aria-describedby={id}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p id={id} role="alert">
        {fault}
      </p>
      <button type="submit" className="main">
        就是这个
      </button>
    </form>
  );
}
