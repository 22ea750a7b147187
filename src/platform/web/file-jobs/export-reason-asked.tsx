import { lazy, Suspense } from 'react';
import { useExportReasonAsked } from './export-reason.ts';

const Dialog = lazy(() => import('./export-reason-dialog.tsx').then((part) => ({ default: part.ExportReasonDialog })));

/** Waits in the frame for a download that is to say what it is for. */
export function ExportReason() {
  const sentence = useExportReasonAsked();
  return <Suspense>{sentence === undefined ? null : <Dialog sentence={sentence} />}</Suspense>;
}
