/**
 * After a change that took away the button it began at: the focus goes to the panel or row of what stands there now,
 * unless it is somewhere already.
 */
export function focusWhatStands(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document
        .querySelector<HTMLElement>('#map-panel, .outline-row[data-current]')
        ?.focus({ preventScroll: true });
    }),
  );
}
