// The list a page was opened from, so that the page leads to the one before and after it. Addresses only; it lives as long as
// the window, and survives reading the page again.

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';

const KEY = 'sw.trail';

export function keepTrail(paths: readonly string[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(paths));
}

/** 上一户 and 下一户: nothing where the page was not opened from a list. */
export function TrailButtons({ path, unit }: { path: string; unit: string }) {
  const navigate = useNavigate();
  const paths = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
  const at = paths.indexOf(path);
  if (at === -1 || paths.length < 2) return null;
  const go = (to: string | undefined) => void navigate({ to: to ?? '', replace: true });
  return (
    <>
      <span className="sw-quiet">{`第 ${at + 1} ${unit}，共 ${paths.length} ${unit}`}</span>
      <Button disabled={at === 0} onClick={() => go(paths[at - 1])}>
        上一{unit}
      </Button>
      <Button disabled={at === paths.length - 1} onClick={() => go(paths[at + 1])}>
        下一{unit}
      </Button>
    </>
  );
}
