import { z } from 'zod';
import { uuid } from '../text/input';

/** Body of the undo route: the edit that the person sees as their last one, so that two presses never undo two. */
export const undoEditInput = z.strictObject({ editId: uuid });

export type UndoEdit = z.infer<typeof undoEditInput>;
