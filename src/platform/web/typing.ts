/** Whether a key goes into a field, so that shortcuts must leave it alone. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.isComposing ||
    (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null)
  );
}

/** Whether a dialog or drawer lies over the page, whose keys then are its own. */
export function hasOverlay(): boolean {
  return document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])') !== null;
}
