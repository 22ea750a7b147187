/** Saves an empty table with the header a dataset is read by; with a mark that makes Excel read it as UTF-8. */
export function saveTemplate(title: string, header: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([`\uFEFF${header.join(',')}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title}.csv`;
  link.click();
  // Freed later: the browser may still be reading it when the click returns.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
