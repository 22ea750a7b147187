// One number that matters, how it came about, and where its rows are.

import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

export type StatCardProps = {
  title: string;
  /** Already written out (see numbers.ts), or a skeleton. */
  value: ReactNode;
  unit?: string;
  /** How the number is computed, shown on hover. */
  basis?: string;
  note?: ReactNode;
  tone?: 'plain' | 'red' | 'orange' | 'yellow';
  /** The list whose rows add up to this number. */
  to?: string;
  search?: Record<string, string | undefined>;
};

export function StatCard({ title, value, unit, basis, note, tone = 'plain', to, search }: StatCardProps) {
  const body = (
    <>
      <span className="sw-stat-title">{title}</span>
      <Tooltip title={basis}>
        <span className={`sw-stat-value sw-tone-${tone}`}>
          {value}
          {unit ? <small>{unit}</small> : null}
        </span>
      </Tooltip>
      {note ? <span className="sw-quiet">{note}</span> : null}
    </>
  );
  if (!to) return <div className="sw-stat">{body}</div>;
  return (
    <Link to={to} search={(old: object) => ({ ...old, ...search })} className="sw-stat">
      {body}
    </Link>
  );
}

export function StatRow({ children }: { children: ReactNode }) {
  return <div className="sw-stat-row">{children}</div>;
}
