// A QR code as one path: sharp at any size on paper, and nothing to download.

import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Posters hang outdoors, books are carried about: a quarter of the code may be worn off. */
const CORRECTION = 'Q';
/** The white border that readers need, in modules. */
const QUIET_ZONE = 4;

function drawn(text: string): { size: number; path: string } {
  const code = qrcode(0, CORRECTION);
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const at = Array.from({ length: count }, (_, i) => i);
  const dark = at.flatMap((row) => at.filter((column) => code.isDark(row, column)).map((column) => [row, column]));
  const path = dark.map(([row = 0, column = 0]) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`).join('');
  return { size: count + 2 * QUIET_ZONE, path };
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
