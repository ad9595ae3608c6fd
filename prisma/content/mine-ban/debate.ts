import type { DebateContent } from '../types';
import { claims } from './claims';
import { notes } from './notes';
import { relations } from './relations';
import { convention, digest } from './sources';
import { tour } from './tour';

/** The worked debate that every new installation opens on. */
export const mineBanDebate: DebateContent = {
  slug: 'ukraine-mine-ban',
  title: 'Ukraine and the mine-ban treaty',
  question: 'Was Ukraine right to begin leaving the mine-ban treaty?',
  summary:
    'On 29 June 2025 President Zelenskyy signed a decree that begins Ukraine’s departure from the 1997 treaty against anti-personnel mines. Here the defence case and the humanitarian case stand side by side, each claim tied to the passage that it comes from.',
  language: 'en',
  motion: {
    code: 'M',
    text: 'Ukraine was right to begin withdrawing from the Ottawa Convention.',
    shortTitle: 'Ukraine was right to begin leaving',
  },
  sides: [
    { key: 'defence', name: 'Defence', speaks: 'for', order: 0 },
    { key: 'humanitarian', name: 'Humanitarian', speaks: 'against', order: 1 },
  ],
  sources: [digest, convention],
  claims,
  relations,
  notes,
  tour,
};
