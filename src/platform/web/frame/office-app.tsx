// Puts theme, language, cache, router and shell together; the composition calls it with what the slices export.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseAddress, writeAddress } from '../addresses.ts';
import { ApiFailure, onUnauthenticated } from '../api.ts';
import { askToSignIn, maySignInAgain } from '../form/open-forms.ts';
import { THEME } from '../look/theme.ts';
import { type RegionSource, RegionSourceProvider } from '../regions.tsx';
import { frameRoute, rootRoute, unknownPage } from './routes.tsx';
import { type Shell, ShellProvider } from './shell.tsx';
import '../look/styles.css';
import '../look/phone.css';
import '../look/print.css';

export const SIGN_IN_PATH = '/sign-in';

export type OfficeParts = { shell: Shell; regions: RegionSource; framed: AnyRoute[]; bare: AnyRoute[] };

/** Only what may be better the second time is tried again: never a refusal. */
function mayRetry(times: number, error: unknown): boolean {
  return times < 2 && !(error instanceof ApiFailure && error.status > 0 && error.status < 500);
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, staleTime: 10_000, refetchOnWindowFocus: false } },
});

function makeRouter({ framed, bare }: OfficeParts) {
  const router = createRouter({
    routeTree: rootRoute.addChildren([frameRoute.addChildren([...framed, unknownPage]), ...bare]),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    scrollToTopSelectors: ['#sw-content'],
  });
  onUnauthenticated(async () => {
    const { pathname, href } = router.state.location;
    if (pathname === SIGN_IN_PATH) return false;
    if (maySignInAgain() && (await askToSignIn())) return true;
    queryClient.clear();
    const search = href === '/' ? {} : { back: href };
    void router.navigate({ to: SIGN_IN_PATH, search, replace: true, ignoreBlocker: true });
    return false;
  });
  return router;
}

export function startOffice(parts: OfficeParts, element: HTMLElement): void {
  dayjs.locale('zh-cn');
  const router = makeRouter(parts);
  createRoot(element).render(
    <Providers parts={parts}>
      <RouterProvider router={router} />
    </Providers>,
  );
}

function Providers({ parts, children }: { parts: OfficeParts; children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App className="sw-app" message={{ maxCount: 2, duration: 6 }}>
        <QueryClientProvider client={queryClient}>
          <RegionSourceProvider source={parts.regions}>
            <ShellProvider shell={parts.shell}>{children}</ShellProvider>
          </RegionSourceProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
