/**
 * The way through the map for a first reading: a step of each side in turn, each side opening once before the other, and
 * an end where the article itself leaves the question open. It shows where to look and takes no side.
 */
import type { TourStepContent } from '../types';

export const tour: readonly TourStepContent[] = [
  {
    claimCode: 'M',
    words:
      'Everything on this map bears on one sentence. The defence case stands at the start of the page and the humanitarian case at its end; place says nothing about weight. You may note your own stance now, and compare it with the one you hold after the last step.',
  },
  {
    claimCode: 'D1',
    words:
      'The heart of the defence case: one army keeps a limit that the army facing it does not keep. The claims below say what Russia does with mines. Look also for the line that is met half-way by an undercut: it grants the disadvantage and asks what it is worth.',
  },
  {
    claimCode: 'H1',
    words:
      'The heart of the humanitarian case: what this weapon does to people who are no part of the fighting. The claim below adds time, since a mine does not know that a war is over.',
  },
  {
    claimCode: 'D1d',
    words:
      'Here the defence case becomes a principle: limits are kept together or not at all. Open the passage to see who says so, and in which words.',
  },
  {
    claimCode: 'H6',
    words:
      'The humanitarian answer does not deny what Russia does. It meets the step from that fact to the principle, so its line ends on a line. Which of the two principles would you want others to keep?',
  },
  {
    claimCode: 'H4',
    words:
      'Now the view widens from one war to the treaty. This claim is the map-maker’s reading of the article, and is marked so: the article reports the treaty’s reach, and does not say what a withdrawal does to it.',
  },
  {
    claimCode: 'D5',
    words:
      'The defence case looks at the same treaty and sees who never joined. The claim that answers it counts those who did. Both rest on the same paragraph, which is worth reading whole.',
  },
  {
    claimCode: 'X2',
    words:
      'The last step belongs to no side. The article tells of a decree that begins a process, and not when the process ends. Switch on “Beyond the article” to see what the Convention itself says about leaving during a war; then return to the motion and see whether your stance has moved.',
  },
];
