import type { ReactNode } from 'react';

interface Props {
  label: string;
  /** What the telephone may fill in by itself: the token of HTML's autocomplete. */
  name: string;
  type?: 'text' | 'tel';
  value: string;
  required?: boolean;
  onChange(value: string): void;
}

export const Field = ({ label, name, type = 'text', value, required = true, onChange }: Props): ReactNode => (
  <label className="field">
    {label}
    <input
      type={type}
      autoComplete={name}
      value={value}
      required={required}
      maxLength={40}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);
