/**
 * What must hold of a debate's content before it is written to a database, as problems in words for its author.
 * Pure: the seed refuses content with problems, and a test keeps the worked debate free of them.
 */
import { LIMITS } from '../../lib/domain/text/limits';
import { claimWordingProblems, shortTitleProblems, textLengthProblems } from './check-wording';
import type { ClaimContent, DebateContent, SentenceContent, SourceContent } from './types';

/** Problems of the content, in reading order; an empty list means that it may be seeded. */
export function checkContent(debate: DebateContent): string[] {
  return [
    ...keyProblems(debate),
    ...sentenceProblems(debate),
    ...wordingProblems(debate),
    ...debate.claims.flatMap((claim) => claimProblems(debate, claim)),
    ...coverageProblems(debate),
    ...relationProblems(debate),
    ...reachProblems(debate),
    ...noteProblems(debate),
    ...tourProblems(debate),
  ];
}

function keyProblems(debate: DebateContent): string[] {
  return [
    ...repeats(
      'side',
      debate.sides.map(({ key }) => key),
    ),
    ...repeats(
      'order of sides',
      debate.sides.map(({ order }) => String(order)),
    ),
    ...repeats(
      'source',
      debate.sources.map(({ key }) => key),
    ),
    ...repeats('claim', [debate.motion.code, ...debate.claims.map(({ code }) => code)]),
    ...repeats(
      'note',
      debate.notes.map(({ key }) => key),
    ),
    ...debate.sources.flatMap((source) => [
      ...repeats(
        `paragraph of ${source.key}`,
        source.paragraphs.map(({ id }) => id),
      ),
      ...repeats(
        `sentence of ${source.key}`,
        sentencesOf(source).map(({ id }) => id),
      ),
    ]),
  ];
}

function repeats(what: string, keys: readonly string[]): string[] {
  const repeated = new Set(keys.filter((key, place) => keys.indexOf(key) !== place));
  return [...repeated].map((key) => `The ${what} ${key} is there more than once.`);
}

function sentenceProblems(debate: DebateContent): string[] {
  const problems: string[] = [];
  for (const source of debate.sources) {
    for (const paragraph of source.paragraphs) {
      if (paragraph.sentences.length === 0) {
        problems.push(`Paragraph ${paragraph.id} of ${source.key} has no sentence.`);
      }
      for (const [place, sentence] of paragraph.sentences.entries()) {
        const expected = `${paragraph.id}.s${place + 1}`;
        if (sentence.id !== expected) {
          problems.push(`Sentence ${sentence.id} of ${source.key} stands where ${expected} is expected.`);
        }
        if (
          sentence.text === '' ||
          sentence.text !== sentence.text.trim() ||
          /\s{2}|[\n\t]/.test(sentence.text)
        ) {
          problems.push(`Sentence ${sentence.id} of ${source.key} is empty or has stray white space.`);
        }
      }
    }
  }
  return problems;
}

function wordingProblems({ motion, claims }: DebateContent): string[] {
  return [
    ...textLengthProblems('The motion', motion.text),
    ...shortTitleProblems('The motion', motion.shortTitle),
    ...claims.flatMap(({ code, text, shortTitle }) => [
      ...claimWordingProblems(`Claim ${code}`, text),
      ...shortTitleProblems(`Claim ${code}`, shortTitle),
    ]),
  ];
}

function claimProblems(debate: DebateContent, claim: ClaimContent): string[] {
  const problems: string[] = [];
  const name = `Claim ${claim.code}`;
  if (claim.sideKey !== null && !debate.sides.some(({ key }) => key === claim.sideKey)) {
    problems.push(`${name} names the unknown side ${claim.sideKey}.`);
  }
  if (claim.citations.length === 0) problems.push(`${name} has no citation.`);
  if ((claim.evidence === 'beyond') !== (claim.layer === 'beyond')) {
    problems.push(`${name} has evidence ${claim.evidence} in layer ${claim.layer}.`);
  }

  const seen = new Set<string>();
  for (const citation of claim.citations) {
    problems.push(...passageProblems(name, debate, citation));
    const identity = JSON.stringify([citation.sourceKey, citation.sentenceId, citation.quote ?? null]);
    if (seen.has(identity)) problems.push(`${name} cites ${citation.sentenceId} twice.`);
    seen.add(identity);
    const kind = debate.sources.find(({ key }) => key === citation.sourceKey)?.kind;
    if (kind && (kind === 'digest') !== (claim.layer === 'article')) {
      problems.push(`${name} of layer ${claim.layer} cites ${citation.sentenceId} of a ${kind}.`);
    }
  }
  problems.push(...speakerProblems(name, debate, claim));
  return problems;
}

function speakerProblems(name: string, debate: DebateContent, claim: ClaimContent): string[] {
  const problems: string[] = [];
  if (claim.evidence === 'quoted') {
    if (!claim.speaker) problems.push(`${name} is quoted but has no speaker.`);
    const quotes = claim.citations.some((citation) => findSentence(debate, citation)?.text.includes('“'));
    if (!quotes) problems.push(`${name} is quoted but cites no sentence with a quotation.`);
  } else if (claim.speaker && claim.evidence !== 'reported') {
    problems.push(`${name} is ${claim.evidence}, which has no speaker.`);
  }
  return problems;
}

function coverageProblems(debate: DebateContent): string[] {
  const cited = new Set(
    debate.claims.flatMap(({ citations }) => citations.map((one) => `${one.sourceKey} ${one.sentenceId}`)),
  );
  const problems: string[] = [];
  for (const source of debate.sources) {
    for (const sentence of sentencesOf(source)) {
      const isCited = cited.has(`${source.key} ${sentence.id}`);
      if (isCited && sentence.context) {
        problems.push(`Sentence ${sentence.id} of ${source.key} is marked context, but a claim cites it.`);
      }
      if (!isCited && !sentence.context) {
        problems.push(`Sentence ${sentence.id} of ${source.key} is neither cited nor marked context.`);
      }
    }
  }
  return problems;
}

function relationProblems(debate: DebateContent): string[] {
  const claimCodes = claimCodesOf(debate);
  const relationCodes = new Set(debate.relations.map(({ code }) => code));
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { code, fromCode, kind, toCode } of debate.relations) {
    const name = `Relation ${code}`;
    const expected = kind === 'undercuts' ? `${fromCode}>(${toCode})` : `${fromCode}>${toCode}`;
    if (code !== expected) problems.push(`${name} should have the code ${expected}.`);
    if (fromCode === debate.motion.code) problems.push(`${name} starts at the motion.`);
    else if (!claimCodes.has(fromCode)) problems.push(`${name} starts at the unknown claim ${fromCode}.`);
    if (fromCode === toCode) problems.push(`${name} joins a claim to itself.`);

    if (kind === 'undercuts' && !relationCodes.has(toCode)) {
      problems.push(`${name} undercuts ${toCode}, which is not a relation.`);
    }
    if (kind === 'undercuts' && toCode.startsWith(`${fromCode}>`)) {
      problems.push(`${name} undercuts a relation of its own claim.`);
    }
    if (kind !== 'undercuts' && !claimCodes.has(toCode)) {
      problems.push(`${name} ends at the unknown claim ${toCode}.`);
    }
    const ends = `${fromCode} ${toCode}`;
    if (seen.has(ends)) problems.push(`${name} is there more than once.`);
    seen.add(ends);
  }
  return problems;
}

/** Claims from which no chain of relations leads to the motion: no view would show them. */
function reachProblems(debate: DebateContent): string[] {
  const reaching = new Set<string>([debate.motion.code]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const { code, fromCode, toCode } of debate.relations) {
      if (!reaching.has(toCode) || reaching.has(code)) continue;
      // A relation that reaches the motion carries its claim along, and gives an undercut something to meet.
      reaching.add(code);
      reaching.add(fromCode);
      grew = true;
    }
  }
  return debate.claims
    .filter(({ code }) => !reaching.has(code))
    .map(({ code }) => `Claim ${code} does not reach the motion.`);
}

function noteProblems(debate: DebateContent): string[] {
  return debate.notes.flatMap((note) => [
    ...(note.body.trim() === '' ? [`Note ${note.key} is empty.`] : []),
    ...passageProblems(`Note ${note.key}`, debate, note),
  ]);
}

/** A step leads to a claim that rests on something a reader can open, and fits the bar that shows it. */
function tourProblems(debate: DebateContent): string[] {
  return debate.tour.flatMap(({ claimCode, words }, index) => {
    const name = `Step ${index + 1} of the tour`;
    const claim = debate.claims.find(({ code }) => code === claimCode);
    return [
      ...(claim || claimCode === debate.motion.code
        ? []
        : [`${name} stands at ${claimCode}, which is not there.`]),
      ...(claim?.citations.length === 0 ? [`${name} stands at ${claimCode}, which cites nothing.`] : []),
      ...(words.trim() === '' || words.length > LIMITS.tourWords
        ? [`${name} says nothing, or too much.`]
        : []),
    ];
  });
}

interface Passage {
  sourceKey: string;
  sentenceId: string;
  quote?: string;
}

function passageProblems(name: string, debate: DebateContent, passage: Passage): string[] {
  if (!debate.sources.some(({ key }) => key === passage.sourceKey)) {
    return [`${name} cites the unknown source ${passage.sourceKey}.`];
  }
  const sentence = findSentence(debate, passage);
  if (!sentence) return [`${name} cites ${passage.sentenceId}, which ${passage.sourceKey} does not have.`];

  const { quote } = passage;
  if (quote === undefined) return [];
  const places = quote === '' ? 0 : sentence.text.split(quote).length - 1;
  if (places === 0) return [`${name} quotes words that are not in ${passage.sentenceId}: ${quote}`];
  if (places > 1) return [`${name} quotes words that are in ${passage.sentenceId} more than once: ${quote}`];
  if (quote === sentence.text)
    return [`${name} quotes the whole of ${passage.sentenceId}: leave the quote out.`];
  return [];
}

function findSentence(
  debate: DebateContent,
  { sourceKey, sentenceId }: Passage,
): SentenceContent | undefined {
  const source = debate.sources.find(({ key }) => key === sourceKey);
  return source && sentencesOf(source).find(({ id }) => id === sentenceId);
}

function sentencesOf(source: SourceContent): SentenceContent[] {
  return source.paragraphs.flatMap(({ sentences }) => [...sentences]);
}

function claimCodesOf(debate: DebateContent): Set<string> {
  return new Set([debate.motion.code, ...debate.claims.map(({ code }) => code)]);
}
