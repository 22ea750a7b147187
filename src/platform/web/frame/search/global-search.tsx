// One box for pages and for everything the slices can find; `/` jumps to it from anywhere. Entered empty, it shows what was opened
// last.

import { SearchOutlined } from '@ant-design/icons';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../../typing.ts';
import { useViewer } from '../../viewer.tsx';
import { useMenu } from '../menu-context.tsx';
import { allowedTo, type SearchHit, useShell } from '../shell.tsx';
import { findPages } from './find-pages.ts';
import { useRecent } from './use-recent.ts';

const NO_WORDS: ReadonlyMap<string, readonly string[]> = new Map();
/** Nothing is asked while somebody is still typing. */
const PAUSE_MS = 200;

type Group = { label: string; hits: SearchHit[] };

export function GlobalSearch() {
  const navigate = useNavigate();
  const box = useSlashFocus();
  const recent = useRecent();
  const [text, setText] = useState('');
  const [entered, setEntered] = useState(false);
  const { groups, isBusy } = useFound(text, entered);
  const shown = text.trim() ? groups : [{ label: '最近打开', hits: recent.hits.map(asHit) }];

  async function open(value: string) {
    const hit = shown.flatMap((group) => group.hits.map((each) => ({ ...each, value: hitName(group, each) })));
    const chosen = hit.find((each) => each.value === value);
    if (!chosen) return;
    const { title, note, search } = chosen;
    setText('');
    box.current?.blur();
    const path = (await chosen.instead?.().catch(() => undefined)) ?? chosen.path;
    recent.add({ title, ...(note ? { note } : {}), path, ...(search ? { search } : {}) });
    void navigate({ to: path, search: (old: { area?: string }) => ({ area: old.area, ...search }) });
  }

  return (
    <AutoComplete
      className="sw-search"
      value={text}
      options={shown.filter(({ hits }) => hits.length > 0).map(optionsOf)}
      onChange={(next: string) => setText(next)}
      onSelect={(value: string) => void open(value)}
      onFocus={() => {
        setEntered(true);
        recent.enter();
      }}
      defaultActiveFirstOption
      listHeight={480}
      popupMatchSelectWidth={420}
      notFoundContent={text.trim() ? (isBusy ? '正在查找' : '没有找到') : null}
    >
      <Input
        ref={box}
        aria-label="全局搜索"
        prefix={<SearchOutlined />}
        suffix={<kbd>/</kbd>}
        placeholder="搜索户、人、项目、金额、页面"
        onKeyDown={(event) => {
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
    </AutoComplete>
  );
}

/** What pages and slices answer to the text; asked only once the box was entered. */
function useFound(text: string, entered: boolean): { groups: Group[]; isBusy: boolean } {
  const viewer = useViewer();
  const shell = useShell();
  const { pages } = useMenu();
  const words = useQuery({
    queryKey: ['page-words'],
    queryFn: shell.loadPageWords,
    enabled: entered,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sources = allowedTo(viewer, shell.searches);
  const asked = useSettled(text.trim());
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['global-search', source.label, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(asked, viewer, signal),
      enabled: asked.length > 0,
      staleTime: 30_000,
    })),
  });
  const ofPages = findPages(pages, words.data ?? NO_WORDS, text).map(
    ({ path, title, area, entry }): SearchHit => ({ key: path, title, note: `${area} · ${entry}`, path }),
  );
  return {
    groups: [
      { label: '页面', hits: ofPages },
      ...sources.map(({ label }, i) => ({ label, hits: answers[i]?.data ?? [] })),
    ],
    isBusy: asked !== text.trim() || answers.some(({ isFetching }) => isFetching),
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

const asHit = (hit: Omit<SearchHit, 'key'>): SearchHit => ({ ...hit, key: `${hit.path} ${hit.title}` });
const hitName = ({ label }: Group, { key }: SearchHit) => `${label}:${key}`;

function optionsOf(group: Group) {
  return {
    label: group.label,
    options: group.hits.map((hit) => ({
      value: hitName(group, hit),
      label: (
        <span className="sw-hit">
          {hit.title} {hit.note ? <span className="sw-quiet">{hit.note}</span> : null}
        </span>
      ),
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
