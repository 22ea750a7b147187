import { lazy, Suspense } from 'react';
import type { Viewer } from '../viewer.tsx';
import { useSignInAsked } from './open-forms.ts';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx').then((part) => ({ default: part.SignInDialog })));

/** Waits in the frame for a session that ends while a form is open. */
export function SignInAgain({ viewer }: { viewer: Viewer }) {
  const isAsked = useSignInAsked();
  return <Suspense>{isAsked ? <SignInDialog viewer={viewer} /> : null}</Suspense>;
}
