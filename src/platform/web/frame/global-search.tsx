// One box for everything the slices can find; `/` jumps to it from anywhere.

import { SearchOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { isTyping } from '../typing.ts';
import { useViewer } from '../viewer.tsx';
import { allowedTo, type SearchHit, type SearchSource, useShell } from './shell.tsx';

export function GlobalSearch() {
  const viewer = useViewer();
  const sources = allowedTo(viewer, useShell().searches);
  const navigate = useNavigate();
  const box = useSlashFocus();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['global-search', source.label, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(asked, viewer, signal),
      enabled: asked.length > 0,
      staleTime: 30_000,
    })),
  });
  const busy = answers.some(({ isFetching }) => isFetching);
  const groups = sources.map((source, index) => groupOf(source, answers[index]?.data ?? []));

  function open(value: string) {
    const hit = groups.flatMap(({ options }) => options).find((option) => option.value === value)?.hit;
    if (!hit) return;
    setText('');
    box.current?.blur();
    void navigate({ to: hit.path, search: (old: { area?: string }) => ({ area: old.area, ...hit.search }) });
  }

  if (sources.length === 0) return null;
  return (
    <AutoComplete
      className="sw-search"
      value={text}
      options={asked ? groups.filter(({ options }) => options.length > 0) : []}
      onChange={(next: string) => setText(next)}
      onSelect={(value: string) => open(value)}
      defaultActiveFirstOption
      notFoundContent={asked ? (busy ? '正在查找' : '没有找到') : null}
    >
      <Input
        ref={box}
        aria-label="全局搜索"
        prefix={<SearchOutlined />}
        suffix={<kbd>/</kbd>}
        placeholder={`搜索${sources.map(({ label }) => label).join('、')}`}
      />
    </AutoComplete>
  );
}

function groupOf(source: SearchSource, hits: SearchHit[]) {
  return {
    label: source.label,
    options: hits.map((hit) => ({
      value: `${source.label}:${hit.key}`,
      label: (
        <span className="sw-hit">
          {hit.title} {hit.note ? <span className="sw-quiet">{hit.note}</span> : null}
        </span>
      ),
      hit,
    })),
  };
}

function useSlashFocus() {
  const box = useRef<InputRef>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      box.current?.focus();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return box;
}
