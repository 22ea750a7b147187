// Choosing a region: open the tree level by level, or type a name, its pinyin, its initials or its code.

import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useDeferredValue, useState } from 'react';
import { isWithin, LEVELS, type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import { type RegionItem, useRegionPath, useRegionSource } from '../regions.tsx';
import { useViewer } from '../viewer.tsx';

export type RegionPickerProps = {
  label?: string;
  value?: number | undefined;
  onChange?: (code: number | undefined) => void;
  /** Only regions down to this level can be chosen and opened. */
  lowest?: RegionLevel;
  allowClear?: boolean;
  placeholder?: string;
  className?: string;
  id?: string;
};

type Node = { id: number; pId: number; value: number; title: string; label: string; isLeaf: boolean };

function nodeOf(item: RegionItem, parent: number, lowest: RegionLevel, title = item.name): Node {
  const isLeaf = LEVELS.indexOf(item.level) >= LEVELS.indexOf(lowest);
  return { id: item.code, pId: parent, value: item.code, title, label: item.name, isLeaf };
}

export function RegionPicker(props: RegionPickerProps) {
  const { label = '区域', value, onChange, lowest = 'village', allowClear = true, placeholder = '全部' } = props;
  const { region } = useViewer();
  const source = useRegionSource();
  const [loaded, setLoaded] = useState<Node[]>([]);
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const path = useRegionPath(value ?? region.code);
  const hits = useQuery({
    queryKey: ['region-search', region.code, asked],
    queryFn: ({ signal }) => source.search(asked, region.code, signal),
    enabled: asked.length > 0,
    staleTime: 60_000,
  });

  async function loadChildren(code: number) {
    const children = await source.children(code);
    setLoaded((old) => [
      ...old.filter((node) => node.pId !== code),
      ...children.map((child) => nodeOf(child, code, lowest)),
    ]);
  }

  const own = nodeOf(region, 0, lowest);
  const browsing = [own, ...loaded];
  const found = (hits.data ?? [])
    .filter((hit) => isWithin(rangeOf(region.code, region.level), hit.code))
    .map((hit) => ({ ...nodeOf(hit, 0, lowest, `${hit.name}（${hit.pathText}）`), isLeaf: true }));
  const current = path.data?.at(-1);
  // The chosen region is shown by name even where its branch was never opened: beside the tree, which would else count as read.
  const extra =
    value !== undefined && current?.code === value && !browsing.some((node) => node.value === value)
      ? [{ ...nodeOf(current, 0, lowest), isLeaf: true }]
      : [];

  return (
    <TreeSelect
      aria-label={label}
      className={props.className ?? 'sw-filter-field'}
      {...(props.id ? { id: props.id } : {})}
      value={value ?? null}
      placeholder={placeholder}
      allowClear={allowClear}
      showSearch={{ searchValue: text, onSearch: setText, filterTreeNode: false }}
      treeNodeLabelProp="label"
      treeDataSimpleMode={{ id: 'id', pId: 'pId', rootPId: 0 }}
      treeData={asked ? found : [...browsing, ...extra]}
      treeDefaultExpandedKeys={[region.code]}
      loadData={(node: { value?: unknown }) => loadChildren(Number(node.value))}
      notFoundContent={hits.isFetching ? '正在查找' : '没有找到这个区域'}
      popupMatchSelectWidth={280}
      onChange={(next: number | null | undefined) => {
        setText('');
        onChange?.(next ?? undefined);
      }}
    />
  );
}
