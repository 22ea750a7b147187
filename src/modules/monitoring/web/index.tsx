// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { declareNavigation, declareRoutes } from './declare-routes.tsx';

export const navigation: NavItem[] = [...declareNavigation];
export const routes: AnyRoute[] = [...declareRoutes];
