// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { deskNavigation, deskRoutes } from './desk-routes.tsx';

export const navigation: NavItem[] = [...deskNavigation];
export const routes: AnyRoute[] = [...deskRoutes];
