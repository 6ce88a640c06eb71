import type { ReactNode } from 'react';

/** On every screen of a provider that there is not. */
export const Sample = ({ sample }: { sample: boolean }): ReactNode =>
  sample && <p className="sample">示例：这家机构和号源是演示用的，约了不是真的挂号。</p>;
