import { z } from 'zod';
import { line } from '../text/input';
import { LIMITS } from '../text/limits';

/** Queries of the search routes. */

export const searchQuery = z.strictObject({ q: line(LIMITS.searchQuery) });
/** The words of a claim that is being written. */
export const similarQuery = z.strictObject({ text: line(LIMITS.claimText) });
