// Who looks, and when, over every page: a photograph of the screen tells where it came from. Printed pages have it, too.

import { Watermark } from 'antd';
import { useEffect, useState } from 'react';
import { formatInstant } from '../numbers.ts';
import type { Viewer } from '../viewer.tsx';

const MINUTE_MS = 60_000;

export function PageWatermark({ viewer: { name, username } }: { viewer: Viewer }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="sw-watermark" aria-hidden>
      <Watermark content={[`${name} ${username}`, formatInstant(now)]} gap={[160, 140]} font={{ fontSize: 14 }}>
        <div className="sw-watermark-room" />
      </Watermark>
    </div>
  );
}
