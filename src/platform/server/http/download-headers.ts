const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  binary: 'application/octet-stream',
} as const;

/** Headers of a file to be saved under a Chinese name (RFC 5987), with an ASCII name for clients that know no better. */
export function downloadHeaders(name: string, kind: keyof typeof TYPES): Record<string, string> {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-type': TYPES[kind],
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'no-store',
  };
}
