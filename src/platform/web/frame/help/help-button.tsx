// `?` and its button: what the page that is open is for.

import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { hasOverlay, isTyping } from '../../typing.ts';

const HelpSheet = lazy(() => import('./help-sheet.tsx').then((part) => ({ default: part.HelpSheet })));

export function HelpButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event) || hasOverlay()) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button type="text" aria-label="本页说明" icon={<QuestionCircleOutlined />} onClick={() => setOpen(true)} />
      <Suspense>{open ? <HelpSheet onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
