// Where regions come from, and the area a page speaks of. The source is given by the composition; the current area is
// part of the address (`area`), so a link that is sent shows the same figures.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { isWithin, LEVELS, levelOfCode, parseRegionCode, type RegionLevel, rangeOf } from '../../kernel/region-code.ts';
import { useViewer } from './viewer.tsx';

export type RegionItem = { code: number; name: string; level: RegionLevel };

/** A search hit carries the names of the regions above it. */
export type RegionHit = RegionItem & { pathText: string };

export type RegionSource = {
  children(code: number, signal?: AbortSignal): Promise<RegionItem[]>;
  search(text: string, within: number, signal?: AbortSignal): Promise<RegionHit[]>;
  /** From the autonomous region down to the region itself. */
  path(code: number, signal?: AbortSignal): Promise<RegionItem[]>;
};

const SourceContext = createContext<RegionSource | undefined>(undefined);

export function RegionSourceProvider({ source, children }: { source: RegionSource; children: ReactNode }) {
  return <SourceContext.Provider value={source}>{children}</SourceContext.Provider>;
}

export function useRegionSource(): RegionSource {
  const source = useContext(SourceContext);
  if (!source) throw new Error('useRegionSource is used outside RegionSourceProvider');
  return source;
}

const HOUR = 3_600_000;

/** The path of a region, cached: names hardly ever change during a day at work. */
export function useRegionPath(code: number, enabled = true) {
  const source = useRegionSource();
  return useQuery({
    queryKey: ['region-path', code],
    queryFn: ({ signal }) => source.path(code, signal),
    staleTime: HOUR,
    enabled,
  });
}

export function useRegionChildren(code: number, enabled = true) {
  const source = useRegionSource();
  return useQuery({
    queryKey: ['region-children', code],
    queryFn: ({ signal }) => source.children(code, signal),
    staleTime: HOUR,
    enabled,
  });
}

/**
 * What a region is called. It is looked for among those beside it: a list of fifty villages asks for a few townships, not fifty times.
 * One that is closed is not among them and is asked for by itself.
 */
export function useRegionName(code: number): string | undefined {
  const level = levelOfCode(code);
  const above = LEVELS[LEVELS.indexOf(level) - 1];
  const beside = useRegionChildren(above ? rangeOf(code, above).low : code, above !== undefined);
  const found = beside.data?.find((region) => region.code === code)?.name;
  const own = useRegionPath(code, above === undefined || (!beside.isPending && found === undefined));
  return found ?? own.data?.at(-1)?.name;
}

/** The area the page speaks of: the one in the address if it lies in the account's own area, else that own area. */
export function useArea(): { code: number; setArea: (code: number) => void } {
  const { region } = useViewer();
  const search: { area?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = parseRegionCode(search.area ?? '');
  const code = asked !== 0 && isWithin(rangeOf(region.code, region.level), asked) ? asked : region.code;
  const setArea = useCallback(
    (next: number) => {
      const area = next === region.code ? undefined : String(next);
      void navigate({ to: '.', search: (old: object) => ({ ...old, area, cursor: undefined }) });
    },
    [navigate, region.code],
  );
  return { code, setArea };
}
