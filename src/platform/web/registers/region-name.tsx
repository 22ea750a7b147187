import { UNKNOWN } from '../numbers.ts';
import { useRegionName } from '../regions.tsx';

/** A region by its name; by its code where it cannot be read. */
export function RegionName({ code }: { code: number }) {
  return <span title={String(code)}>{useRegionName(code) ?? code}</span>;
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
