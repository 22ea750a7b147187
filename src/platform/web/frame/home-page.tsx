// The home page composes what the slices have to say to this account today; it has no figures of its own.

import { useIsFetching } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { formatInstant } from '../numbers.ts';
import { PageTitle } from '../page-title.tsx';
import { Empty } from '../states.tsx';
import { useViewer } from '../viewer.tsx';
import { useMenu } from './menu-context.tsx';
import { allowedTo, useShell } from './shell.tsx';

export function HomePage() {
  const viewer = useViewer();
  const { homes, homeCards } = useShell();
  const cards = allowedTo(
    viewer,
    homes[viewer.role].flatMap((wanted) => homeCards.filter(({ key }) => key === wanted)),
  );
  const last = viewer.lastSignInAt ? `上次登录 ${formatInstant(viewer.lastSignInAt)}` : '首次登录';
  const title = useMenu().pages.find(({ path }) => path === '/')?.title;
  return (
    <div className="sw-page">
      <PageTitle title={title} note={last} />
      {cards.length === 0 ? <Empty what="工作台没有本账号的内容" hint="请从左侧菜单进入各项工作。" /> : null}
      {cards.map(({ key, render }, i) =>
        i < AT_ONCE ? <Fragment key={key}>{render()}</Fragment> : <WhenSeen key={key} render={render} />,
      )}
    </div>
  );
}

/** Cards that are in sight when the page opens; those below are asked for when they come into sight. */
const AT_ONCE = 2;
/** Long enough for the program of a card to arrive on a busy machine before it asks for its rows. */
const CALM_MS = 1_000;

function WhenSeen({ render }: { render: () => ReactNode }) {
  const [isSeen, setSeen] = useState(false);
  const isCalm = useCalm();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current || !isCalm) return;
    const root = place.current.closest('#sw-content');
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { root },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isCalm]);
  return isSeen ? render() : <div ref={place} className="sw-loading" />;
}

/** Until the first cards have their rows, everything below them is in sight. */
function useCalm(): boolean {
  const asking = useIsFetching();
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    if (asking > 0) return;
    const timer = setTimeout(() => setCalm(true), CALM_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  return isCalm;
}
