import type { MouseEvent } from 'react';

/**
 * The second click of a double click. Where a press on the own answer takes it back, it would undo the first one;
 * who means to take an answer back presses again a moment later. Keyboards and screen readers give no count at all.
 */
export const isRepeatedClick = (event: Pick<MouseEvent, 'detail'>): boolean => event.detail > 1;
