// The path of the current area, each part a way up; parts above the account's own area are plain words.

import { Breadcrumb } from 'antd';
import { isWithin, rangeOf } from '../../../kernel/region-code.ts';
import { useArea, useRegionPath } from '../regions.tsx';
import { useViewer } from '../viewer.tsx';

export function RegionBreadcrumb() {
  const { region } = useViewer();
  const { code, setArea } = useArea();
  const path = useRegionPath(code);
  const own = rangeOf(region.code, region.level);
  const parts = path.data ?? [];
  return (
    <Breadcrumb
      className="sw-breadcrumb"
      items={parts.map((part, index) => ({
        key: part.code,
        title:
          isWithin(own, part.code) && index < parts.length - 1 ? (
            <button type="button" className="sw-link" onClick={() => setArea(part.code)}>
              {part.name}
            </button>
          ) : (
            part.name
          ),
      }))}
    />
  );
}
