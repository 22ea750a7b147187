import { UNKNOWN } from '../numbers.ts';
import { useRegionPath } from '../regions.tsx';

/** A region by its name; by its code where it cannot be read. */
export function RegionName({ code }: { code: number }) {
  const path = useRegionPath(code);
  return <span title={String(code)}>{path.data?.at(-1)?.name ?? code}</span>;
}

export function RegionNames({ codes }: { codes: readonly number[] }) {
  if (codes.length === 0) return <>{UNKNOWN}</>;
  return (
    <>
      {codes.map((code, i) => (
        <span key={code}>
          {i > 0 ? '、' : ''}
          <RegionName code={code} />
        </span>
      ))}
    </>
  );
}
