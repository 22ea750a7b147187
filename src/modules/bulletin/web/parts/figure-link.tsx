// A number that opens the list of exactly its rows.

import { Link } from '@tanstack/react-router';
import { formatCount } from '../../../../platform/web/numbers.ts';

type FigureLinkProps = {
  list: 'cases' | 'clues';
  count: number;
  search: Record<string, string>;
  /** Where it is not the area of the page. */
  area?: number;
};

export const FIGURE_PATHS = { cases: '/bulletin/cases', clues: '/bulletin/clues' } as const;

export function FigureLink({ list, count, search, area }: FigureLinkProps) {
  if (count === 0) return <>0</>;
  return (
    <Link
      to={FIGURE_PATHS[list]}
      search={(old: { area?: string }) => ({ area: area === undefined ? old.area : String(area), ...search })}
    >
      {formatCount(count)}
    </Link>
  );
}
