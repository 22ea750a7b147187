// The home page composes what the slices have to say to this account today; it has no figures of its own.

import { useIsFetching } from '@tanstack/react-query';
import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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
  const first = useRef<HTMLDivElement>(null);
  const isCalm = useCalm(first);
  const title = useMenu().pages.find(({ path }) => path === '/')?.title;
  return (
    <div className="sw-page">
      <PageTitle title={title} note={last} />
      {cards.length === 0 ? <Empty what="工作台没有本账号的内容" hint="请从左侧菜单进入各项工作。" /> : null}
      <div ref={first}>
        {cards.slice(0, AT_ONCE).map(({ key, render }) => (
          <Fragment key={key}>{render()}</Fragment>
        ))}
      </div>
      {cards.slice(AT_ONCE).map(({ key, render }) => (
        <WhenSeen key={key} render={render} isCalm={isCalm} />
      ))}
    </div>
  );
}

/** Cards that are in sight when the page opens; those below are asked for when they come into sight. */
const AT_ONCE = 2;
const CALM_MS = 400;

function WhenSeen({ render, isCalm }: { render: () => ReactNode; isCalm: boolean }) {
  const [isSeen, setSeen] = useState(false);
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

/** Until the first cards have their program and their rows, everything below them is in sight. */
function useCalm(first: RefObject<HTMLElement | null>): boolean {
  const asking = useIsFetching();
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    if (asking > 0 || isCalm) return;
    const timer = setInterval(() => {
      if (!first.current?.querySelector('.sw-loading')) setCalm(true);
    }, CALM_MS);
    return () => clearInterval(timer);
  }, [asking, isCalm, first]);
  return isCalm;
}
