// Two levels: a rail of areas of work, and beside it the entries of the area that is open or was chosen. The panel can be folded
// away; then it lies over the page until something is chosen.

import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type MenuArea, type MenuEntry, openAt } from './menu.ts';
import { areaOnly, useMenu } from './menu-context.tsx';
import './navigation.css';

const FOLDED = 'shouwang.menu.folded';

function useFolded(): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'true');
  return [
    folded,
    (next) => {
      setFolded(next);
      localStorage.setItem(FOLDED, String(next));
    },
  ];
}

type NavigationProps = {
  /** In a drawer: nothing to fold, and told what was chosen. */
  onChoose?: () => void;
};

export function Navigation({ onChoose }: NavigationProps) {
  const { areas } = useMenu();
  const { pathname } = useLocation();
  const open = openAt(areas, pathname);
  const [folded, setFolded] = useFolded();
  const [chosen, setChosen] = useState<string>();
  const isFlat = areas.every(({ entries }) => entries.length < 2);
  const isPinned = onChoose !== undefined || !folded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever page comes, the panel is that of the page again
  useEffect(() => setChosen(undefined), [pathname]);
  useEscape(() => setChosen(undefined));
  const shownTitle = chosen ?? (isPinned ? open?.area.title : undefined);
  const shown = areas.find(({ title, entries }) => title === shownTitle && entries.length > 1);

  function choose() {
    setChosen(undefined);
    onChoose?.();
  }

  return (
    <nav aria-label="主菜单" className={isPinned ? 'sw-nav' : 'sw-nav sw-nav-over'}>
      <ul className="sw-rail">
        {areas.map((area) => (
          <li key={area.title}>
            <RailItem
              area={area}
              isOpen={area.title === open?.area.title}
              isShown={area.title === shown?.title}
              onShow={() => setChosen(chosen === area.title ? undefined : area.title)}
              onChoose={choose}
            />
          </li>
        ))}
        {onChoose || isFlat ? null : (
          <li className="sw-rail-foot">
            <button
              type="button"
              className="sw-rail-item"
              aria-label={folded ? '固定二级菜单' : '收起二级菜单'}
              title={folded ? '固定二级菜单' : '收起二级菜单'}
              onClick={() => {
                setChosen(undefined);
                setFolded(!folded);
              }}
            >
              {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            </button>
          </li>
        )}
      </ul>
      {shown ? <Panel area={shown} open={open?.entry} onChoose={choose} /> : null}
    </nav>
  );
}

function useEscape(run: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

type RailItemProps = { area: MenuArea; isOpen: boolean; isShown: boolean; onShow: () => void; onChoose: () => void };

/** An area of one entry opens it, others show their panel. */
function RailItem({ area: { title, icon, entries }, isOpen, isShown, onShow, onChoose }: RailItemProps) {
  const only = entries.length === 1 ? entries[0]?.pages[0] : undefined;
  const style = ['sw-rail-item', isOpen ? 'sw-rail-open' : '', isShown ? 'sw-rail-shown' : ''].join(' ');
  const inside = (
    <>
      {icon}
      <span>{title}</span>
    </>
  );
  return only ? (
    <Link
      to={only.path}
      search={areaOnly}
      className={style}
      aria-current={isOpen ? 'page' : undefined}
      onClick={onChoose}
    >
      {inside}
    </Link>
  ) : (
    <button type="button" className={style} aria-expanded={isShown} onClick={onShow}>
      {inside}
    </button>
  );
}

function Panel({ area, open, onChoose }: { area: MenuArea; open: MenuEntry | undefined; onChoose: () => void }) {
  return (
    <section className="sw-nav-panel" aria-label={area.title}>
      <p className="sw-nav-title">{area.title}</p>
      <ul>
        {area.entries.map((entry) => (
          <li key={entry.title}>
            <Link
              to={entry.pages[0]?.path ?? '/'}
              search={areaOnly}
              className={entry === open ? 'sw-nav-entry sw-nav-here' : 'sw-nav-entry'}
              aria-current={entry === open ? 'page' : undefined}
              onClick={onChoose}
            >
              {entry.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
