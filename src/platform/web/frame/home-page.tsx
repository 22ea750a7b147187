// The home page composes what the slices have to say to this account today; it has no figures of its own.

import { Fragment } from 'react';
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
      {cards.map(({ key, render }) => (
        <Fragment key={key}>{render()}</Fragment>
      ))}
    </div>
  );
}
