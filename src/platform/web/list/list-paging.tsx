// Keyset paging: forward by the server's cursor, back by the trail of cursors that led here.

import { Button } from 'antd';

/** Kept with the tab, so that coming back from a detail page, or a reload, still knows the way. */
const PREFIX = 'shouwang.trail.';

function readTrail(key: string): (string | undefined)[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '[]');
    // The first page has no cursor: null in the storage.
    return Array.isArray(stored) ? stored.map((cursor) => (typeof cursor === 'string' ? cursor : undefined)) : [];
  } catch {
    return [];
  }
}

function keepTrail(key: string, trail: (string | undefined)[]): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(trail.map((cursor) => cursor ?? null)));
  } catch {
    // Without storage the way back leads to the first page.
  }
}

type PagingProps = {
  /** List, area, filters and order: everything but the page. */
  trailKey: string;
  cursor: string | undefined;
  next: string | undefined;
  onCursor: (cursor: string | undefined) => void;
};

export function ListPaging({ trailKey, cursor, next, onCursor }: PagingProps) {
  if (!cursor && !next) return null;
  const trail = cursor ? readTrail(trailKey) : [];
  const known = trail.length > 0;

  function forward() {
    keepTrail(trailKey, [...trail, cursor]);
    onCursor(next);
  }

  function back() {
    keepTrail(trailKey, trail.slice(0, -1));
    onCursor(trail.at(-1));
  }

  return (
    <nav className="sw-paging" aria-label="翻页">
      <Button disabled={!cursor} onClick={back}>
        {cursor && !known ? '回到第一页' : '上一页'}
      </Button>
      {cursor && !known ? null : <span className="sw-quiet">第 {trail.length + 1} 页</span>}
      <Button disabled={!next} onClick={forward}>
        下一页
      </Button>
    </nav>
  );
}
