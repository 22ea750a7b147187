// Keyset paging: forward by the server's cursor, back by the trail of cursors that led here.

import { Button } from 'antd';

/** Kept outside the component, so that coming back from a detail page still knows the way. */
const trails = new Map<string, (string | undefined)[]>();

type PagingProps = {
  /** List, area, filters and order: everything but the page. */
  trailKey: string;
  cursor: string | undefined;
  next: string | undefined;
  onCursor: (cursor: string | undefined) => void;
};

export function ListPaging({ trailKey, cursor, next, onCursor }: PagingProps) {
  if (!cursor && !next) return null;
  const trail = cursor ? (trails.get(trailKey) ?? []) : [];
  const known = trail.length > 0;

  function forward() {
    trails.set(trailKey, [...trail, cursor]);
    onCursor(next);
  }

  function back() {
    trails.set(trailKey, trail.slice(0, -1));
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
