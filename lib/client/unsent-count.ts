'use client';

import { createContext, useContext } from 'react';

/**
 * How many texts of earlier visits wait unsent on this device. A file of its own: every page's chrome shows it, and only
 * debates bring what counts it.
 */
export const UnsentCount = createContext(0);

/** 0 where nobody counts. */
export const useUnsentCount = (): number => useContext(UnsentCount);
