import type { ComponentProps } from 'react';

/*
 * Parts of a tree grid. HTML has no element for one: a table cannot fold its rows into a phone's column, so the roles
 * stand on plain elements, once, here. Rows take the focus; their cells hold ordinary links and buttons.
 */

export function GridRow(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
  return <div {...props} role="row" />;
}

export function GridCell(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
  return <div {...props} role="gridcell" />;
}

export function GridColumnHead(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
  return <div {...props} role="columnheader" />;
}
