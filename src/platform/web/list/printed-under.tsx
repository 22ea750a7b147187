import { formatDay, formatInstant } from '../numbers.ts';
import { useRegionPath } from '../regions.tsx';

/** Under the title on paper only: of which area, and of which day. */
export function PrintedUnder({ area }: { area: number }) {
  const path = useRegionPath(area);
  const place = (path.data ?? []).map(({ name }) => name).join('');
  return (
    <p className="sw-on-paper">
      {place} {formatDay(formatInstant(new Date()))}
    </p>
  );
}
