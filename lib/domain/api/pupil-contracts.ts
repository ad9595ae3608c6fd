import { z } from 'zod';
import { passagesReadInput } from '../source/passages-read';
import { and, inRoom, KB, write } from './contract-parts';

/** Routes of what a participant does in a room besides contributing. */
export const pupilContracts = {
  markPassagesRead: write({
    method: 'POST',
    path: 'rooms/{roomId}/passages-read',
    name: 'markPassagesRead',
    summary: 'Say which paragraphs of a text one has read; the same ones again change nothing',
    group: 'rooms',
    params: inRoom,
    body: passagesReadInput,
    bodyLimit: 32 * KB,
    answer: z.object({ read: z.int().min(0) }),
    failures: and(),
  }),
} as const;
