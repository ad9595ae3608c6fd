/**
 * Critical reading of the article, shown as the editor's annotations on passages. They weigh the reporting of both
 * camps and of the article itself, and take no side in the debate.
 */
import type { NoteContent } from '../types';
import { digest } from './sources';

export const notes: readonly NoteContent[] = [
  {
    key: 'p5-no-source',
    sourceKey: digest.key,
    sentenceId: 'p5.s1',
    quote: 'Human rights organisations criticise the decision',
    kind: 'concern',
    body: 'The article names no organisation here and gives no source for the criticism.',
  },
  {
    key: 'p9-one-speaker',
    sourceKey: digest.key,
    sentenceId: 'p9.s2',
    kind: 'concern',
    body: 'The passage rests on **one speaker, at second hand**: a statement by one member of parliament, taken over from another outlet’s report.',
  },
  {
    key: 'p10-new-nato-ally',
    sourceKey: digest.key,
    sentenceId: 'p10.s1',
    quote: 'Ukraine’s new NATO ally',
    kind: 'evidence',
    body: 'Finland joined NATO in 2023. Ukraine is not a member, so Finland is not its ally *in NATO*.',
  },
  {
    key: 'p11-signed-is-not-party',
    sourceKey: digest.key,
    sentenceId: 'p11.s1',
    quote: 'signed',
    kind: 'evidence',
    body: 'A treaty counts its **parties**: the states that ratified it or acceded to it. That number is not the same as the number of signatures.',
  },
  {
    key: 'p12-no-source',
    sourceKey: digest.key,
    sentenceId: 'p12.s2',
    quote: 'criticise',
    kind: 'concern',
    body: 'Here, too, the article gives no source for the criticism.',
  },
  {
    key: 'p12-names-but-does-not-quote',
    sourceKey: digest.key,
    sentenceId: 'p12.s3',
    quote: 'The International Campaign to Ban Landmines',
    kind: 'concern',
    body: 'The article names a campaign but quotes no one from it. The other camp has a quoted speaker (paragraph 9).',
  },
  {
    key: 'p12-no-use-reported',
    sourceKey: digest.key,
    sentenceId: 'p12.s5',
    quote: 'back among the states that use landmines',
    kind: 'question',
    body: 'The article speaks of rejoining the states that use mines, but reports no such use by Ukraine. What would show that it has happened?',
  },
];
